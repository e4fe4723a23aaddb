/** The button under a run that pauses and resumes it. */
import { afterEach, expect, test } from 'vitest';
import { buttonsOf } from '../../support/slack/block-rules.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import { shownText } from '../../support/slack/world.js';

let on: TutorOnSlack;

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

test('its owner pauses and resumes it, in one message; an admin can, too', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  const { channel } = slack;
  tutor.pool.hold = true;
  const learner = slack.person();
  const other = slack.person();
  const admin = slack.person({ isAdmin: true });
  learner.slash(channel, '/fit', 'epochs:3 batch:100');
  const first = await tutor.pool.next();
  const run = await untilShows(on, learner, channel, 'learning to predict');
  await slack.until(() => buttonsOf(run).some(({ text }) => text.text === 'Pause'), 'it can');
  other.press(run, 'Pause');
  await untilShows(on, other, channel, 'only its owner may pause');

  learner.press(run, 'Pause');
  await untilShows(on, learner, channel, 'pauses after epoch 1');
  first.finish();
  await slack.until(
    () => shownText(run.text, run.blocks).includes('Paused after epoch 1'),
    'it rests',
  );
  expect(tutor.pool.underWay).toBe(0);

  learner.press(run, 'Resume');
  const second = await tutor.pool.next();
  await slack.until(() => buttonsOf(run).some(({ text }) => text.text === 'Pause'), 'it can again');
  admin.press(run, 'Pause');
  await untilShows(on, admin, channel, 'pauses after epoch 2');
  second.finish();
  await slack.until(
    () => shownText(run.text, run.blocks).includes('Paused after epoch 2'),
    'again',
  );
  // No picture before the end: a text sparkline shows the loss, and screen readers skip it.
  expect(shownText(run.text, run.blocks)).toContain('loss per epoch: 1.0000 █▁ 0.5000');
  expect(run.text).not.toContain('█');
  tutor.pool.hold = false;
  learner.press(run, 'Resume');
  await slack.until(() => shownText(run.text, run.blocks).includes('Done.'), 'it is over');
});
