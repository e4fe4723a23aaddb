/** What people say, as Slack writes it, on its way back to what they typed. */
import { withoutMentions } from '../../dispatch/people.js';
import { withoutEntities } from './mrkdwn.js';

/** `<http://a.b|a.b>` is a link that Slack made of words; mentions of people are not words. */
export function heardText(text: string): string {
  const words = withoutMentions(text)
    .replace(/<(?:https?:\/\/|mailto:)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^>]*)>/g, '$1');
  return withoutEntities(words).trim();
}
