/** The button under a run that pauses and resumes it. */
import { afterEach, expect, test } from 'vitest';
import { readable } from '../../support/discord/transcript.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import { pressables, type Message } from '../../support/discord/world.js';

let on: TutorOnDiscord;

afterEach(async () => {
  expect(on.discord.refusals).toEqual([]);
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

const says = ({ content }: Message, words: string): boolean => readable(content).includes(words);

test('its owner pauses and resumes it, in one message; nobody else can', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  const { channel } = discord;
  tutor.pool.hold = true;
  const learner = discord.person({ locale: 'ko' });
  const other = discord.person();
  learner.slash(channel, 'fit', { epochs: 3, batch: 100 });
  const first = await tutor.pool.next();
  await discord.until(
    () => pressables(run()).some(({ label }) => label === '잠깐 멈추기'),
    'it can',
  );
  other.press(run(), '잠깐 멈추기');
  await discord.until(
    () => other.answers(channel).some((one) => says(one, 'only its owner may pause')),
    'another is told',
  );

  learner.press(run(), '잠깐 멈추기');
  await discord.until(
    () => says(run(), '하던 에포크 1까지 마치고 잠깐 멈춰요'),
    'it says so at once',
  );
  first.finish();
  await discord.until(() => says(run(), '에포크 1까지 하고 잠깐 멈췄어요'), 'it rests');
  expect(tutor.pool.underWay).toBe(0);

  // Days later: by the button, or typed.
  discord.clock.advance(3 * 24 * 60 * 60_000);
  learner.press(run(), '이어서 하기');
  (await tutor.pool.next()).finish();
  // No picture before the end: a text sparkline shows the loss.
  await discord.until(() => says(run(), '에포크별 loss: 1.0000 █▁ 0.5000'), 'the loss is drawn');
  const last = await tutor.pool.next();
  last.finish();
  await discord.until(() => says(run(), '끝!'), 'it is over');
  expect(says(run(), '█')).toBe(false);
  expect(learner.answers(channel).filter(({ onlyFor }) => onlyFor === undefined)).toHaveLength(1);

  function run(): Message {
    const [message] = learner.answers(channel);
    if (!message) throw new Error('there is no run');
    return message;
  }
});

test('a manager of the server can, by its name', async () => {
  on = await tutorOnDiscord();
  const { discord, tutor } = on;
  const { channel } = discord;
  tutor.pool.hold = true;
  const learner = discord.person();
  const manager = discord.person({ managesMessages: true });
  learner.slash(channel, 'fit', { epochs: 2, batch: 100 });
  const first = await tutor.pool.next();
  const [state] = tutor.runs.active(`discord:${learner.id}`);
  const run = state?.record.id ?? '';
  manager.slash(channel, 'pause', { run });
  await discord.until(
    () => manager.answers(channel).some((one) => says(one, 'pauses after epoch 1')),
    'it is told',
  );
  first.finish();
  await discord.until(
    () => learner.answers(channel).some((one) => says(one, 'Paused')),
    'it rests',
  );
  tutor.pool.hold = false;
  manager.slash(channel, 'resume', { run });
  await discord.until(
    () => learner.answers(channel).some((one) => says(one, 'Done.')),
    'it is over',
  );
});
