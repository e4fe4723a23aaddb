/** What people on Slack see of their data, and what remains when a workspace removes the app. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseHomes } from '../../../src/storage/homes.js';
import type { Person } from '../../support/slack/person.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';
import { untilShows } from '../../support/slack/until-shows.js';
import { StoredRuns } from '../../support/stored-runs.js';

let stored: StoredRuns;
let on: TutorOnSlack;

beforeEach(async () => {
  stored = new StoredRuns();
  const homes = new DatabaseHomes(stored.database);
  on = await tutorOnSlack({ stores: stored.stores, homes });
});
afterEach(async () => {
  await on.close();
  await on.tutor.runs.close();
  stored.close();
});

async function trains(person: Person): Promise<string> {
  person.slash(on.slack.channel, '/fit', 'epochs:1 batch:10 pace:fast');
  await untilShows(on, person, on.slack.channel, 'Done.');
  const [run] = await on.tutor.runs.recent(`slack:T1:${person.user.id}`, 1);
  return run?.record.id ?? '';
}

test('/forget asks the asker alone, and the button deletes', async () => {
  const { slack } = on;
  const learner = slack.person();
  await trains(learner);
  learner.slash(slack.channel, '/forget');
  const question = await untilShows(on, learner, slack.channel, 'all I keep about you on Slack');
  expect(question.onlyFor).toBe(learner.user.id);
  learner.press(question, 'Delete all of it');
  await untilShows(on, learner, slack.channel, 'it is deleted');
  expect(await stored.rows()).toEqual({});
});

test('/mydata sends the file to the asker’s direct messages with the app', async () => {
  const { slack } = on;
  const learner = slack.person();
  await trains(learner);
  learner.slash(slack.channel, '/mydata');
  const told = await untilShows(on, learner, slack.channel, 'Only you get it.');
  expect(told.onlyFor).toBe(learner.user.id);
  const direct = slack.world.channels.find(({ name }) => name.includes(learner.user.id));
  if (!direct) throw new Error('nothing was sent to the learner');
  await slack.until(() => learner.sees(direct).includes('(my-data.json)'), 'the file is there');
  expect(learner.sees(slack.channel)).not.toContain('(my-data.json)');
  expect(slack.refusals).toEqual([]);
});

test('in direct messages the file arrives right there', async () => {
  const { slack } = on;
  const learner = slack.person();
  await trains(learner);
  const direct = slack.directMessages();
  learner.writes(direct, 'mydata');
  await slack.until(() => learner.sees(direct).includes('(my-data.json)'), 'the file is there');
});

test('another’s run is available in its channel’s threads, and nowhere else', async () => {
  const { slack } = on;
  const id = await trains(slack.person());
  const other = slack.person();
  const elsewhere = slack.world.addChannel('elsewhere');
  other.slash(elsewhere, '/code', id);
  await untilShows(on, other, elsewhere, `You have no run ${id}`);
  other.says(slack.channel, `<@${slack.state.botUserId}> code ${id}`);
  await untilShows(on, other, slack.channel, `Run ${id} as a Keras script`);
});

async function marked(): Promise<readonly unknown[]> {
  const rows = await stored.database.read((sql) => sql.all('SELECT home FROM left_homes'));
  return rows.map(({ home }) => home);
}

test('a workspace that removes the app is marked, until the app signs in again', async () => {
  const { slack } = on;
  const learner = slack.person();
  slack.revokePersonsToken(learner.user.id);
  learner.slash(slack.channel, '/help');
  await untilShows(on, learner, slack.channel, 'Learn how neural networks learn');
  expect(await marked()).toEqual([]);
  slack.removeApp();
  await expect.poll(marked).toEqual(['slack:T1']);
  const homes = new DatabaseHomes(stored.database);
  const again = await tutorOnSlack({ stores: stored.stores, homes });
  await expect.poll(marked).toEqual([]);
  await again.close();
});

test('a workspace that removes the app while the program is down is marked at the next start', async () => {
  await on.platform.close();
  on.slack.trouble('auth.test', { kind: 'refusal', error: 'invalid_auth' });
  expect(await on.startAgain().serving).toBeUndefined();
  expect(await marked()).toEqual([]);
  on.slack.trouble('auth.test', { kind: 'refusal', error: 'account_inactive' });
  expect(await on.startAgain().serving).toBeUndefined();
  await expect.poll(marked).toEqual(['slack:T1']);
});
