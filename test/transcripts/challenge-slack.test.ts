/** A challenge on Slack, in a Korean-speaking workspace; and an archived channel. */
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { databaseStores } from '../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { FakeClock } from '../support/fake-clock.js';
import { trainsReally } from '../support/really-trained.js';
import type { Person } from '../support/slack/person.js';
import { tutorOnSlack, type TutorOnSlack } from '../support/slack/tutor-on-slack.js';
import { untilShows } from '../support/slack/until-shows.js';
import { shownText, type Channel, type Message } from '../support/slack/world.js';
import { realPool } from '../support/slow-motion.js';

const DAY_MS = 86_400_000;
const pool = realPool();
afterAll(() => pool.close());

let on: TutorOnSlack;
let clock: FakeClock;
let stores: ReturnType<typeof databaseStores>;
let admin: Person;
let study: Channel;

beforeEach(async () => {
  clock = new FakeClock();
  stores = databaseStores(openMemoryDatabase(), 'no uploads');
  on = await tutorOnSlack({ stores, nowMs: clock.nowMs });
  trainsReally(on.tutor, pool);
  admin = on.slack.person({ name: 'admin', isAdmin: true, locale: 'ko-KR' });
  study = on.slack.channel;
});

afterEach(async () => {
  expect(on.tutor.faults).toEqual([]);
  await on.close();
});

function words({ text, blocks }: Message): string {
  return shownText(text, blocks);
}

/** Trains to the end in the channel. */
async function trains(person: Person, line: string): Promise<void> {
  const place = { platform: 'slack', key: '', channel: study.id } as const;
  const over = async (): Promise<number> =>
    (await stores.challenges.runs(place, 'churn', 0, Infinity)).length;
  const before = await over();
  person.slash(study, '/fit', `${line} pace:fast`);
  await expect.poll(over, { timeout: 45_000 }).toBe(before + 1);
}

test('a week with three people', async () => {
  const people = [
    ['민아', 'epochs:10 batch:100 lr:0.01 layers:32,16 seed:1'],
    ['<!channel> 준', 'epochs:40 batch:1000 lr:0.01 layers:32,16 seed:1'],
    ['Cara', 'epochs:20 seed:1'],
  ].map(([name = '', line = '']) => ({
    person: on.slack.person({ name, locale: 'ko-KR' }),
    line,
  }));
  admin.slash(study, '/challenge', 'weekly days:3');
  await untilShows(on, admin, study, '매주 하나씩 내고 3일 동안 열어 둬요');
  await untilShows(on, admin, study, 'accuracy(맞힌 비율)를 0.865 이상으로 올려 보세요');
  for (const { person, line } of people) await trains(person, line);
  clock.advance(3 * DAY_MS);
  await on.tutor.challenges.look();
  const over = words(await untilShows(on, admin, study, '도전 과제가 끝났어요'));
  for (const sentence of [
    '320번 고침, accuracy 0.8655',
    '800번 고침, accuracy 0.8685',
    '그 밖에 1개의 학습은 도달하지 못했어요.',
    '8 × 40 = 320번이에요.',
    '80 × 10 = 800번이에요(배치 크기 100). 480번 더 많아요. 에포크는 더 적지만 에포크마다 그만큼 훨씬 자주 고쳤어요.',
  ]) {
    expect(over).toContain(sentence);
  }
  const sent = on.slack.world.messages.map(({ text, blocks }) => ({ text, blocks }));
  const raw = JSON.stringify(sent);
  expect(raw, 'a name pings nobody').toContain('&lt;!channel&gt; 준');
  expect(raw.includes('<!channel>')).toBe(false);
  expect(on.slack.refusals).toEqual([]);
});

test('requested in a thread it appears in the channel itself, where all see it', async () => {
  admin.says(study, `<@${on.slack.state.botUserId}> challenge now`);
  const opened = await untilShows(
    on,
    admin,
    study,
    'accuracy(맞힌 비율)를 0.865 이상으로 올려 보세요',
  );
  expect(opened.thread).toBeUndefined();
  await untilShows(on, admin, study, '과제를 열었어요');
});

test('a channel that the bot is not in: the admin is told what to do, and nothing is on', async () => {
  const elsewhere = on.slack.world.addChannel('elsewhere');
  elsewhere.botIsMember = false;
  admin.slash(elsewhere, '/challenge', 'weekly');
  await untilShows(on, admin, elsewhere, '먼저 글을 쓸 수 있게 해 주세요(채널에 초대)');
  expect(await stores.challenges.weekly()).toEqual([]);
});

test('an archived channel’s challenge pauses, logged once, and /settings shows it', async () => {
  admin.slash(study, '/challenge', 'weekly');
  await untilShows(on, admin, study, '매주 하나씩 내고');
  study.isArchived = true;
  for (let week = 0; week < 3; week += 1) {
    clock.advance(7 * DAY_MS);
    await on.tutor.challenges.look();
  }
  const line = 'a channel cannot be written in: its challenges are paused';
  expect(on.tutor.warnings).toEqual([line]);
  admin.slash(on.slack.world.addChannel('help'), '/settings');
  await on.slack.until(
    () =>
      JSON.stringify(on.slack.world.messages).includes(`<#${study.id}> 채널에 글을 쓸 수 없어서`),
    'the admin reads of it',
  );
});
