/** Turns Slack's encoding of a message back into what people typed. */
import { withoutMentions } from '../../dispatch/people.js';
import { withoutEntities } from './mrkdwn.js';

/** `<http://a.b|a.b>` is a link that Slack made from text; mentions of people are dropped. */
export function unescapeText(text: string): string {
  const words = withoutMentions(text)
    .replace(/<(?:https?:\/\/|mailto:)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^>]*)>/g, '$1');
  return withoutEntities(words).trim();
}
