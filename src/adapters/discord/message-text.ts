/** All text of a message, wherever Discord puts it: bots write embeds and components, forwards carry messages. */
import { z } from 'zod';
import { fencedCode } from '../../chat/fenced-code.js';

const embedSchema = z.object({
  author: z.object({ name: z.string() }).nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  footer: z.object({ text: z.string() }).nullish(),
});

/** Only text displays have content; the others matter for what they contain. */
interface Component {
  readonly content?: string | null | undefined;
  readonly components?: readonly Component[] | null | undefined;
}

const componentSchema: z.ZodType<Component> = z.lazy(() =>
  z.object({
    content: z.string().nullish(),
    components: z.array(componentSchema).nullish(),
  }),
);

const attachmentSchema = z.object({ filename: z.string(), size: z.number(), url: z.string() });

const partSchema = z.object({
  content: z.string().nullish(),
  // If Discord changes one part some day, only that part is lost, not everything.
  embeds: z.array(embedSchema).nullish().catch([]),
  components: z.array(componentSchema).nullish().catch([]),
  attachments: z.array(attachmentSchema).nullish().catch([]),
});

const messageSchema = partSchema.extend({
  author: z.object({ id: z.string() }),
  application_id: z.string().nullish(),
  message_snapshots: z
    .array(z.object({ message: partSchema }))
    .nullish()
    .catch([]),
});

export interface ReadMessage {
  readonly text: string;
  readonly attachments: readonly z.infer<typeof attachmentSchema>[];
}

/** @param applicationId ours, which is also the id of our bot's user */
export function readMessageText(message: unknown, applicationId: string): ReadMessage {
  const { message_snapshots: forwarded, ...own } = messageSchema.parse(message);
  const isOurs = [own.author.id, own.application_id].includes(applicationId);
  const parts = [own, ...(forwarded ?? []).map((snapshot) => snapshot.message)];
  const text = parts.flatMap(textsOf).join('\n').trim();
  return {
    text: isOurs ? fencedCode(text) : text,
    attachments: parts.flatMap(({ attachments }) => attachments ?? []),
  };
}

function textsOf({ content, embeds, components }: z.infer<typeof partSchema>): readonly string[] {
  const said = [content, ...(embeds ?? []).flatMap(textsOfEmbed)];
  return [...said.filter((text) => typeof text === 'string'), ...textsIn(components ?? [])];
}

function textsOfEmbed(embed: z.infer<typeof embedSchema>): readonly (string | null | undefined)[] {
  const { author, title, description, fields, footer } = embed;
  const named = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [author?.name, title, description, ...named, footer?.text];
}

function textsIn(components: readonly Component[]): readonly string[] {
  return components.flatMap(({ content, components: inside }) => [
    ...(typeof content === 'string' ? [content] : []),
    ...textsIn(inside ?? []),
  ]);
}
