import type { Person } from './person.js';
import { readable } from './transcript.js';
import type { TutorOnDiscord } from './tutor-on-discord.js';
import type { Channel, Message } from './world.js';

/** The message where somebody sees these words, once it appears. */
export async function untilShows(
  { discord }: Pick<TutorOnDiscord, 'discord'>,
  person: Person,
  channel: Channel,
  words: string,
): Promise<Message> {
  const shows = (): Message | undefined =>
    person.answers(channel).find(({ content }) => readable(content).includes(words));
  await discord.until(() => shows() !== undefined, `"${words}" is seen`);
  const message = shows();
  if (!message) throw new Error('it was seen and went');
  return message;
}
