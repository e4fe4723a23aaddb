/**
 * All text of a message, wherever Slack puts it: in its text, in blocks, in attachments, which other
 * apps and forwarded messages have. Text and blocks usually say the same: the longer one is used.
 */
import { z } from 'zod';
import { fencedCode } from '../../chat/fenced-code.js';
import { unescapeText } from './unescape.js';

/** Blocks and their elements are of many kinds; text appears under only a few keys. */
interface Part {
  readonly type?: string | null | undefined;
  /** A string, or a text object. */
  readonly text?: string | Part | null | undefined;
  readonly fields?: readonly Part[] | null | undefined;
  readonly elements?: readonly Part[] | null | undefined;
  readonly value?: string | null | undefined;
  readonly title?: string | Part | null | undefined;
  readonly pretext?: string | null | undefined;
  readonly footer?: string | null | undefined;
  readonly blocks?: readonly Part[] | null | undefined;
  readonly message_blocks?:
    readonly { readonly message?: Part | null | undefined }[] | null | undefined;
}

const partSchema: z.ZodType<Part> = z.lazy(() => {
  const text = z.union([z.string(), partSchema]).nullish().catch(undefined);
  const parts = z.array(partSchema).nullish().catch(undefined);
  const words = z.string().nullish().catch(undefined);
  return z.object({
    ...{ type: words, text, fields: parts, elements: parts, value: words, title: text },
    ...{ pretext: words, footer: words, blocks: parts },
    message_blocks: z
      .array(z.object({ message: partSchema.nullish() }))
      .nullish()
      .catch(undefined),
  });
});

const messageSchema = z.object({
  user: z.string().nullish(),
  text: z.string().nullish(),
  blocks: z.array(partSchema).nullish(),
  attachments: z.array(partSchema).nullish(),
});

/** @param botUserId ours */
export function messageText(message: unknown, botUserId: string | undefined): string {
  const { user, text, blocks, attachments } = messageSchema.parse(message);
  const inBlocks = (blocks ?? []).map(wordsOfBlock).join('\n');
  const said = unescapeText(text ?? '');
  const own = inBlocks.length > said.length ? inBlocks : said;
  if (botUserId !== undefined && user === botUserId) return fencedCode(own);
  return [own, ...(attachments ?? []).map(wordsOfAttachment)].join('\n').trim();
}

/** Rich text is literal; in mrkdwn some characters are entities. */
const rich = ['rich_text_section', 'rich_text_preformatted', 'rich_text_quote'];

function wordsOfBlock({ type, text, fields, elements }: Part): string {
  // Buttons and menus are not part of the text.
  if (type === 'actions') return '';
  if (rich.includes(type ?? '')) return (elements ?? []).map((part) => plainOf(part.text)).join('');
  const inside = [...(fields ?? []), ...(elements ?? [])].map(wordsOfBlock);
  return [heardOf(text), ...inside].filter((words) => words !== '').join('\n');
}

function wordsOfAttachment(part: Part): string {
  const { pretext, title, text, fields, footer, blocks, message_blocks: forwarded } = part;
  const inBlocks = [
    ...(blocks ?? []),
    ...(forwarded ?? []).flatMap(({ message }) => message?.blocks ?? []),
  ].map(wordsOfBlock);
  const named = (fields ?? []).flatMap((field) => [heardOf(field.title), heardOf(field.value)]);
  const said = [heardOf(pretext), heardOf(title), heardOf(text), ...named, heardOf(footer)];
  const longer = inBlocks.join('\n').length > said.join('\n').length ? inBlocks : said;
  return longer.filter((words) => words !== '').join('\n');
}

function plainOf(text: Part['text']): string {
  return typeof text === 'string' ? text : plainIn(text);
}

function plainIn(text: Part | null | undefined): string {
  return typeof text?.text === 'string' ? text.text : '';
}

function heardOf(text: Part['text']): string {
  return unescapeText(plainOf(text));
}
