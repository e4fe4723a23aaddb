/** A person as people name them in a line: by a mention, which chats make of `@name`, or just by a name. */
import { optionNames } from '../content/names.js';
import { shown } from '../content/shown.js';

/**
 * Discord writes `<@123>`, or `<@!123>` where it is old, Slack `<@U123>` or `<@U123|name>`
 * (docs.discord.com `reference`, Message Formatting; docs.slack.dev, Formatting message text).
 */
export const personMention = String.raw`<@!?[A-Z0-9]{1,32}(?:\|[^<>\n]*)?>`;

const mention = new RegExp(`^${personMention}$`);

export interface NamedPerson {
  /** As the platform knows them; missing where they were only named. */
  readonly mentionedId?: string;
  /** As somebody wrote it; empty where a mention says no more than who it is. */
  readonly name: string;
}

export function readPerson(text: string): NamedPerson {
  if (!mention.test(text)) return { name: shown(text.replace(/^@/, '')) };
  const [id = '', name = ''] = text.replace(/^<@!?|>$/g, '').split('|');
  return { mentionedId: id, name: shown(name) };
}

/** What names one person to somebody: whoever else is mentioned in a line is spoken to, not about. */
const named = ['with', ...Object.values(optionNames('duel', 'with'))].join('|');
const spokenTo = new RegExp(
  String.raw`(?<!(?:^|\s)(?:${named})\s*[:=]\s*)(?:<@[!&]?\d+>|<[@!][A-Za-z][^>]*>)`,
  'giu',
);

/** @param text as a chat hands it over */
export function withoutMentions(text: string): string {
  return text.replace(spokenTo, ' ');
}
