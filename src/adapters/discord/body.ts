/** A chat message as the JSON and files of Discord's requests. */
import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type RawFile,
} from 'discord.js';
import {
  withoutCarriedCode,
  type Attachment,
  type Button,
  type ChatMessage,
} from '../../chat/message.js';
import {
  MAX_ALT,
  MAX_ATTACHMENTS,
  MAX_BUTTON_LABEL,
  MAX_BUTTONS_PER_ROW,
  MAX_CUSTOM_ID,
  MAX_FILE_BYTES,
  MAX_ROWS,
} from './limits.js';
import { pages, uniqueButtons } from './pages.js';

export interface AttachmentEntry {
  readonly id: string;
  readonly filename?: string | undefined;
  readonly description?: string;
}

/** What messages are made and edited with; links show no previews. */
export interface MessageBody {
  readonly content: string;
  readonly components: readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];
  readonly allowed_mentions: { readonly parse: readonly []; readonly users?: readonly string[] };
  readonly flags: number;
  readonly attachments?: readonly AttachmentEntry[];
}

/** One request's body, and the files that go with it. */
export interface Outgoing {
  readonly body: MessageBody;
  readonly files: RawFile[];
}

/** New messages, in order. Buttons and files stand under the last. */
export function outgoing(whole: ChatMessage): readonly [Outgoing, ...Outgoing[]] {
  const message = fitsDiscord(whole) ? whole : withoutCarriedCode(whole);
  const [first, ...rest] = pages(message);
  const last = [first, ...rest].length - 1;
  const make = (content: string, index: number): Outgoing =>
    index === last ? withFiles(content, message) : { body: body(content, []), files: [] };
  return [make(first, 0), ...rest.map((content, index) => make(content, index + 1))];
}

/**
 * The same message in another state. A message is edited in one piece: what does not fit is left out.
 * @param kept what is attached already; of the same name, the new one takes its place
 */
export function outgoingEdit(message: ChatMessage, kept: readonly AttachmentEntry[]): Outgoing {
  const { body: withNew, files } = withFiles(pages(message)[0], message);
  if (files.length === 0) return { body: withNew, files };
  const names = files.map(({ name }) => name);
  const others = kept.filter(({ filename }) => !names.includes(filename ?? ''));
  const attachments = [...others.map(({ id }) => ({ id })), ...(withNew.attachments ?? [])];
  return { body: { ...withNew, attachments: attachments.slice(-MAX_ATTACHMENTS) }, files };
}

/** Whether Discord takes this message in one piece. */
export function fitsDiscord(message: ChatMessage): boolean {
  const { buttons = [], attachments = [] } = message;
  return (
    pages(message).length === 1 &&
    buttons.length <= MAX_ROWS * MAX_BUTTONS_PER_ROW &&
    buttons.every(({ command }) => command.length <= MAX_CUSTOM_ID) &&
    attachments.length <= MAX_ATTACHMENTS
  );
}

function withFiles(content: string, { buttons = [], attachments = [] }: ChatMessage): Outgoing {
  const sent = attachments
    .filter(({ bytes }) => bytes.length <= MAX_FILE_BYTES)
    .slice(0, MAX_ATTACHMENTS);
  const base = body(content, buttons);
  if (sent.length === 0) return { body: base, files: [] };
  return { body: { ...base, attachments: sent.map(entry) }, files: sent.map(file) };
}

function body(content: string, buttons: readonly Button[]): MessageBody {
  return {
    content,
    components: rows(buttons),
    // Also in edits: Discord looks for mentions again each time.
    allowed_mentions: { parse: [] },
    flags: MessageFlags.SuppressEmbeds,
  };
}

function entry({ name, alt }: Attachment, index: number): AttachmentEntry {
  return {
    id: String(index),
    filename: name,
    ...(alt !== undefined && { description: alt.slice(0, MAX_ALT) }),
  };
}

function file({ name, mediaType, bytes }: Attachment): RawFile {
  return { name, data: Buffer.from(bytes), contentType: mediaType };
}

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** The first 25; a command too long for a button would only be a button that does nothing. */
function rows(buttons: readonly Button[]): MessageBody['components'] {
  const usable = uniqueButtons(buttons)
    .filter(({ command }) => command.length <= MAX_CUSTOM_ID)
    .slice(0, MAX_ROWS * MAX_BUTTONS_PER_ROW);
  return Array.from({ length: Math.ceil(usable.length / MAX_BUTTONS_PER_ROW) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: usable
      .slice(row * MAX_BUTTONS_PER_ROW, (row + 1) * MAX_BUTTONS_PER_ROW)
      .map(({ label, command, style }) => ({
        type: ComponentType.Button,
        style: style ? styles[style] : ButtonStyle.Secondary,
        label: Array.from(label).slice(0, MAX_BUTTON_LABEL).join(''),
        custom_id: command,
      })),
  }));
}
