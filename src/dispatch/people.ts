/** A person in a line: a mention, which chats make from `@name`, or just a name. */
import { optionNames } from '../content/names.js';
import { shown } from '../content/shown.js';

/**
 * Discord writes `<@123>`, formerly `<@!123>`, Slack `<@U123>` or `<@U123|name>`
 * (docs.discord.com `reference`, Message Formatting; docs.slack.dev, Formatting message text).
 */
export const personMention = String.raw`<@!?[A-Z0-9]{1,32}(?:\|[^<>\n]*)?>`;

const mention = new RegExp(`^${personMention}$`);

export interface NamedPerson {
  /** The platform's id; missing where only a name was given. */
  readonly mentionedId?: string;
  /** The name as written; empty where a mention has only the id. */
  readonly name: string;
}

export function readPerson(text: string): NamedPerson {
  if (!mention.test(text)) return { name: shown(text.replace(/^@/, '')) };
  const [id = '', name = ''] = text.replace(/^<@!?|>$/g, '').split('|');
  return { mentionedId: id, name: shown(name) };
}

/** Drops mentions from a line: people mentioned outside a person option are addressed, not meant. */
const named = ['with', ...Object.values(optionNames('duel', 'with'))].join('|');
const spokenTo = new RegExp(
  String.raw`(?<!(?:^|\s)(?:${named})\s*[:=]\s*)(?:<@[!&]?\d+>|<[@!][A-Za-z][^>]*>)`,
  'giu',
);

/** @param text the raw text from the chat */
export function withoutMentions(text: string): string {
  return text.replace(spokenTo, ' ');
}
