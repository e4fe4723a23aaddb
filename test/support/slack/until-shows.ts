/** Waits until somebody sees these words from the tutor. */
import type { Person } from './person.js';
import type { TutorOnSlack } from './tutor-on-slack.js';
import { shownText, type Channel, type Message } from './world.js';

export async function untilShows(
  { slack }: TutorOnSlack,
  person: Person,
  channel: Channel,
  words: string,
): Promise<Message> {
  const found = (): Message | undefined =>
    person
      .messages(channel)
      .find(
        ({ author, text, blocks }) => author === 'tutor' && shownText(text, blocks).includes(words),
      );
  await slack.until(() => found() !== undefined, `"${words}" is seen`);
  const message = found();
  if (!message) throw new Error('it was seen and went');
  return message;
}
