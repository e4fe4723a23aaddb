/** The button under a run that switches to the phone view and back. */
import { afterEach, expect, test } from 'vitest';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import { shownText, type Message } from '../../support/slack/world.js';

let on: TutorOnSlack;

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

const isWide = ({ text, blocks }: Message): boolean =>
  shownText(text, blocks).includes('[==============================]');

test('while it trains and when it is over', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  tutor.pool.hold = true;
  const learner = slack.person({ locale: 'ko-KR' });
  learner.slash(slack.channel, '/fit', 'epochs:3 batch:100');
  (await tutor.pool.next()).finish();
  const held = await tutor.pool.next();
  const run = await untilShows(on, learner, slack.channel, 'Epoch 1/3');
  expect(isWide(run)).toBe(true);
  learner.press(run, '휴대폰용 좁은 보기');
  await untilShows(on, learner, slack.channel, '좁은 화면에 맞게');
  await slack.until(() => !isWide(run), 'it is narrow');
  tutor.pool.hold = false;
  held.finish();
  await untilShows(on, learner, slack.channel, '끝!');
  expect(isWide(run)).toBe(false);
  learner.press(run, 'Keras 그대로 보기');
  await slack.until(() => isWide(run), 'it is as wide as before');
});
