/** Turns request bodies into messages: attachments by v10's rules, components, flags. */
import { MessageFlags } from 'discord.js';
import { invalidBody } from './problems.js';
import type { UploadedFile } from './request-body.js';
import type { MessageBody } from './validation.js';
import type { Message, SentFile, World } from './world.js';

export interface Sent {
  readonly body: MessageBody;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

const maxFileBytes = 10 * 1024 * 1024;

export function isEphemeral({ flags = 0 }: Pick<MessageBody, 'flags'>): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

/** @throws ApiProblem 50035, as for an empty message */
export function newMessage(
  world: World,
  sent: Sent,
  where: Pick<Message, 'channel'> & { readonly onlyFor?: string },
): Message {
  const { body } = sent;
  const content = body.content ?? '';
  const files = filesAfter([], sent, world);
  if (content === '' && files.length === 0) throw invalidBody('Cannot send an empty message');
  return world.addMessage({
    ...where,
    author: bot(world),
    content,
    rows: body.components ?? [],
    files,
    pings: body.allowed_mentions.users.filter((id) => content.includes(`<@${id}>`)),
    ...(body.message_reference && { replyTo: body.message_reference.message_id }),
  });
}

export function changeMessage(world: World, message: Message, sent: Sent): void {
  const { body } = sent;
  if (body.content !== undefined) message.content = body.content;
  if (body.components) message.rows = body.components;
  message.files = filesAfter(message.files, sent, world);
  message.isPlaceholder = false;
  message.history.push(message.content);
  world.changed();
}

export function bot(world: World): Message['author'] {
  return { id: world.botId, name: 'tutor', isBot: true };
}

/** `attachments` lists every file to keep; without it, existing files stay and new files are added. */
function filesAfter(
  before: readonly SentFile[],
  { body, files }: Sent,
  world: World,
): readonly SentFile[] {
  const added = (index: string, description?: string): SentFile => {
    const file = files.get(index);
    if (!file) throw invalidBody(`no file and no attachment ${index}`);
    if (file.bytes.length > maxFileBytes) throw invalidBody(`${file.name} is too large`);
    const id = world.newId();
    return {
      id,
      filename: file.name,
      size: file.bytes.length,
      url: `https://cdn.discordapp.com/attachments/1/${id}/${file.name}`,
      ...(description !== undefined && { description }),
      bytes: file.bytes,
    };
  };
  if (!body.attachments) return [...before, ...[...files.keys()].map((index) => added(index))];
  return body.attachments.map(
    ({ id, description }) => before.find((file) => file.id === id) ?? added(id, description),
  );
}
