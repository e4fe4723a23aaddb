/** The Home tab: a guide for newcomers, and their own data for returning people. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';

let on: TutorOnSlack;

beforeEach(async () => {
  on = await tutorOnSlack();
});

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  expect(on.slack.refusals).toEqual([]);
  await on.close();
});

test.each([
  ['en-US', 'Watch a real network learn', 'share it in a message that mentions me'],
  ['ko-KR', '진짜 신경망이 배우는 걸', '저를 멘션한 메시지에 올리거나'],
])('newcomers are shown how to begin: %s', async (locale, title, files) => {
  const { slack } = on;
  const learner = slack.person({ locale });
  const alone = slack.directMessages();
  learner.opensHome(alone, 'messages');
  learner.opensHome(alone);
  await slack.until(() => learner.home.includes(title), 'the guide is there');
  expect(learner.home).toContain(files);
  expect(learner.home).toContain('[/fit epochs:20 batch:10]');
  expect(slack.state.calls.filter(({ method }) => method === 'views.publish')).toHaveLength(1);
  expect(slack.world.messages).toEqual([]);
});

test('a press in it answers in the direct messages, and the tab follows to the run’s end', async () => {
  const { slack, tutor } = on;
  tutor.pool.hold = true;
  const learner = slack.person();
  const alone = slack.directMessages();
  learner.opensHome(alone);
  await slack.until(() => learner.home.includes('[/fit epochs:20'), 'the guide is there');
  learner.pressAtHome('/fit epochs:20');
  await tutor.pool.next();
  await slack.until(() => learner.home.includes('Your runs, newest first'), 'the run is there');
  expect(learner.home).toMatch(/\[Stop \w+\]/);
  learner.pressAtHome('Stop');
  await slack.until(() => /stopped after|stopping/.test(learner.home), 'it is stopped there, too');
  await slack.until(() => !learner.home.includes('[Stop '), 'the tab follows to its end');
  expect(learner.home).toMatch(/\[Run \w+ again\]/);
});

test('settings are changed in it, and it shows them at once', async () => {
  const { slack } = on;
  const learner = slack.person();
  const alone = slack.directMessages();
  learner.writes(alone, 'fit epochs:1 batch:1000');
  await untilShows(on, learner, alone, 'Done.');
  learner.opensHome(alone);
  await slack.until(() => learner.home.includes('as Keras prints them'), 'it is shown');
  learner.pressAtHome('Narrow');
  await slack.until(() => learner.home.includes('in narrow lines'), 'the view is chosen');
  learner.pressAtHome('Korean');
  await slack.until(() => learner.home.includes('한국어로'), 'it is Korean');
  await untilShows(on, learner, alone, '한국어');
  learner.pressAtHome('내 데이터 지우기');
  await untilShows(on, learner, alone, '나에 대해 남아 있는');
});

test('a disabled Home tab does no harm', async () => {
  const { slack } = on;
  slack.state.refused.set('views.publish', 'not_enabled');
  const learner = slack.person();
  const alone = slack.directMessages();
  learner.opensHome(alone);
  await slack.until(() => slack.refusals.length === 1, 'it is refused');
  slack.state.refusals.length = 0;
  learner.writes(alone, 'help');
  await untilShows(on, learner, alone, '/fit');
});
