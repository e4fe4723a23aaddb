/** Challenges on a real database: opening and closing, restarts at every point, channels that are gone. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fitDefaults } from '../../commands/fit-settings.js';
import type { ChatMessage } from '../../src/chat/message.js';
import { EditLater, MessageGone, type MessageRef, type Place } from '../../src/chat/port.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { messageText } from '../support/message-text.js';
import { FakeClock } from '../support/fake-clock.js';
import { Tutor } from '../support/tutor.js';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const room: Place = { platform: 'web', key: 'room' };
const here = { operates: true } as const;

let clock: FakeClock;
let stores: ReturnType<typeof databaseStores>;
let tutor: Tutor;
/** What any process posted in the room. */
let posted: ChatMessage[];
/** What happens to the next posts, in turn; without an entry a post is shown. */
let fates: (() => Promise<void>)[];
/** The same for posts that are shown, before we get the confirmation. */
let afterwards: (() => Promise<void>)[];
/** The names by which a capable platform recognizes a repeated post. */
let names: (string | undefined)[];

function aTutor(): Tutor {
  const made = new Tutor({ stores, nowMs: clock.nowMs });
  made.port.post = async (place, message, as): Promise<MessageRef> => {
    await fates.shift()?.();
    posted.push(message);
    names.push(as?.once);
    await afterwards.shift()?.();
    return { platform: place.platform, key: `p${posted.length}` };
  };
  return made;
}

/** The process ends at this very moment: nothing more of it happens. */
const never = (): Promise<never> => new Promise(() => undefined);
const gone = (): Promise<never> => Promise.reject(new MessageGone('unreachable'));

beforeEach(() => {
  clock = new FakeClock();
  stores = databaseStores(openMemoryDatabase(), 'no uploads');
  posted = [];
  fates = [];
  afterwards = [];
  names = [];
  tutor = aTutor();
});

const titles = (): readonly string[] =>
  posted.map(({ blocks: [first] }) =>
    first?.kind === 'heading' ? messageText({ blocks: [first], spoken: '' }).trim() : '',
  );

async function passes(ms: number): Promise<void> {
  clock.advance(ms);
  await tutor.challenges.look();
}

/** Starts a new process on the same database. */
async function restarts(): Promise<void> {
  tutor = aTutor();
  await tutor.resume();
}

const says = async (line: string, changes: object = {}): Promise<string> =>
  (await tutor.say(line, { ...here, ...changes })).words;

describe('week by week', () => {
  test('one opens at once, closes after five days, and the next comes a week later', async () => {
    expect(await says('/challenge weekly')).toContain('On: one challenge a week');
    expect(titles()).toEqual(['Challenge']);
    await passes(5 * DAY_MS - 60_000);
    expect(titles()).toHaveLength(1);
    await passes(60_000);
    expect(titles()).toEqual(['Challenge', 'The challenge is over']);
    await passes(2 * DAY_MS - 60_000);
    expect(titles()).toHaveLength(2);
    await passes(60_000);
    expect(titles()).toEqual(['Challenge', 'The challenge is over', 'Challenge: a question']);
  });

  test('nothing is asked twice before everything has been asked', async () => {
    await says('/challenge weekly');
    const asked = 28;
    for (let week = 1; week < asked; week += 1) await passes(WEEK_MS);
    const channel = await stores.challenges.channel(room);
    expect(new Set(channel?.used).size).toBe(asked);
    await passes(WEEK_MS);
    expect((await stores.challenges.channel(room))?.used).toEqual(['churn_accuracy']);
  });

  test('a process that was down for weeks closes open challenges and posts one, once', async () => {
    await says('/challenge weekly');
    clock.advance(3 * WEEK_MS + DAY_MS);
    await restarts();
    expect(titles()).toEqual(['Challenge', 'The challenge is over', 'Challenge: a question']);
    await tutor.challenges.look();
    expect(titles()).toHaveLength(3);
    // On its old weekday again, once that one has closed.
    await passes(6 * DAY_MS);
    expect(titles()).toHaveLength(5);
  });

  test('a challenge an admin opens and a weekly one are never open at once', async () => {
    await says('/challenge weekly days:1');
    await passes(6 * DAY_MS);
    expect(await says('/challenge now days:3')).toContain('Opened.');
    expect(await says('/challenge now')).toContain('A challenge is open here until');
    await passes(DAY_MS);
    expect(titles().filter((title) => title !== 'The challenge is over')).toHaveLength(2);
    await passes(2 * DAY_MS);
    expect(titles().filter((title) => title !== 'The challenge is over')).toHaveLength(3);
  });

  test('off: an open one continues, no others follow', async () => {
    await says('/challenge weekly');
    expect(await says('/challenge off')).toContain('The open one runs until');
    await passes(5 * DAY_MS);
    await passes(2 * WEEK_MS);
    expect(titles()).toEqual(['Challenge', 'The challenge is over']);
    expect(await says('/challenge off')).toContain('It was already off');
  });
});

describe('a killed process', () => {
  test('before its challenge was posted leaves it to the next one', async () => {
    await says('/challenge weekly');
    await passes(5 * DAY_MS);
    fates = [never];
    clock.advance(2 * DAY_MS);
    void tutor.challenges.look();
    await expect.poll(() => fates.length).toBe(0);
    expect(posted).toHaveLength(2);
    await restarts();
    expect(titles()).toEqual(['Challenge', 'The challenge is over', 'Challenge: a question']);
    await restarts();
    expect(posted).toHaveLength(3);
  });

  test('before it announced a result leaves that to the next one', async () => {
    await says('/challenge weekly');
    fates = [never];
    clock.advance(5 * DAY_MS);
    void tutor.challenges.look();
    await expect.poll(() => fates.length).toBe(0);
    await restarts();
    expect(titles()).toEqual(['Challenge', 'The challenge is over']);
    await restarts();
    expect(posted).toHaveLength(2);
  });
});

test('a finished one has no buttons any more', async () => {
  await says('/challenge weekly');
  expect(posted[0]?.buttons?.length).toBeGreaterThan(1);
  await passes(5 * DAY_MS);
  expect(tutor.port.latest.blocks).toEqual(posted[0]?.blocks);
  expect(tutor.port.latest.buttons).toEqual([]);
});

describe('a process that ends before a post is confirmed', () => {
  test.each([
    ['its opening', 2 * DAY_MS, 2],
    ['its end', 5 * DAY_MS, 3],
  ])('%s is requested again under the same name', async (_what, afterMs, before) => {
    await says('/challenge weekly');
    await passes(5 * DAY_MS);
    if (before === 3) await passes(2 * DAY_MS);
    expect(posted).toHaveLength(before);
    afterwards = [never];
    clock.advance(afterMs);
    void tutor.challenges.look();
    await expect.poll(() => afterwards.length).toBe(0);
    await restarts();
    const [first, again, ...rest] = names.slice(before);
    expect(first).toMatch(/^(opens|closes)-\w{6}$/);
    expect(again).toBe(first);
    expect(rest).toEqual([]);
  });
});

describe('where nothing can be posted', () => {
  test('the admin is told, and nothing is on', async () => {
    fates = [gone];
    expect(await says('/challenge weekly')).toContain('I am not allowed to post in this channel');
    expect(await stores.challenges.channel(room)).toBeUndefined();
    expect(await stores.challenges.newest(room)).toBeUndefined();
  });

  test('it pauses with one line in the log, until somebody restarts it', async () => {
    await says('/challenge weekly');
    fates = [gone];
    await passes(5 * DAY_MS);
    await passes(2 * DAY_MS);
    await passes(WEEK_MS);
    expect(posted).toHaveLength(1);
    const line = 'a channel cannot be written in: its challenges are paused';
    expect(tutor.warnings).toEqual([line]);
    await says('/challenge weekly');
    expect(posted).toHaveLength(2);
  });

  test('temporary faults are retried, and announced once', async () => {
    await says('/challenge weekly');
    const later = (): Promise<never> => Promise.reject(new EditLater(1_000));
    fates = [later, later];
    await passes(5 * DAY_MS);
    await passes(30_000);
    expect(posted).toHaveLength(1);
    expect(tutor.warnings).toEqual(['a challenge has to wait']);
    await passes(30_000);
    expect(titles()).toEqual(['Challenge', 'The challenge is over']);
  });
});

describe('who may begin it', () => {
  test('in the room the person at the machine', async () => {
    const words = await says('/challenge weekly', { operates: false });
    expect(words).toContain('Only the person at the machine');
    expect(posted).toEqual([]);
  });

  test('in a server those who manage it; in direct messages nobody', async () => {
    const server = { id: 'discord:1', channelId: '5', strangers: () => Promise.resolve([]) };
    const place = { platform: 'discord', key: '5', home: 'discord:1' } as const;
    const member = { place, operates: false, server: { ...server, manages: false } };
    expect(await says('/challenge now', member)).toContain(
      'Only people who can manage this server',
    );
    const { channelId: _, ...noChannel } = server;
    const alone = { place, server: { ...noChannel, manages: true, channelId: undefined } };
    expect(await says('/challenge now', alone)).toContain('Challenges are for channels');
  });

  test('everybody may ask for its state, and is answered privately', async () => {
    expect(await says('/challenge', { operates: false })).toContain('There has been no challenge');
    await says('/challenge now');
    const { audience, words } = await tutor.say('/challenge board', { operates: false });
    expect(audience).toBe('asker');
    expect(words).toContain('No run has ended for it yet.');
    expect(await says('/challenge off days:3')).toContain('it goes with weekly and now');
  });

  test('/settings says whether it is on', async () => {
    expect(await says('/settings')).toContain('no weekly challenges');
    await says('/challenge weekly');
    expect(await says('/settings')).toContain('one a week here; the next:');
  });
});

describe('an answer', () => {
  /** The second one is a question. */
  async function asksAQuestion(): Promise<ChatMessage> {
    await says('/challenge weekly');
    await passes(5 * DAY_MS);
    await passes(2 * DAY_MS);
    const question = posted.at(-1);
    if (!question) throw new Error('nothing was asked');
    return question;
  }
  const line = ({ buttons = [] }: ChatMessage, index: number): string =>
    buttons[index]?.command ?? '';
  const eve = { user: { id: 'web:2', name: 'Eve' } } as const;

  test('is kept once, told nobody, and counted at the end', async () => {
    const question = await asksAQuestion();
    const { audience, words } = await tutor.say(line(question, 0), { pressed: true });
    expect(audience).toBe('asker');
    expect(words).toMatch(/^Your answer is saved/);
    expect((await tutor.say(line(question, 1), { pressed: true })).words).toMatch(
      /^You have already answered/,
    );
    await tutor.say(line(question, 1), { ...eve, pressed: true });
    expect(await says('/challenge')).toContain('2 people have answered so far');
    await passes(5 * DAY_MS);
    expect(messageText(posted.at(-1) ?? question)).toContain('1 person');
    const late = await tutor.say(line(question, 0), { ...eve, pressed: true });
    expect(late.words).toContain('This challenge has closed');
  });

  test('belongs to its author: exported and deleted with their other data', async () => {
    const question = await asksAQuestion();
    await tutor.say(line(question, 0), { pressed: true });
    await tutor.say(line(question, 0), { ...eve, pressed: true });
    expect((await stores.personalData.counts('web:2')).challengeAnswers).toBe(1);
    const file = new TextDecoder().decode(await stores.personalData.export('web:2'));
    expect(JSON.parse(file)).toMatchObject({ challenge_answers: [{ user_id: 'web:2', pick: 0 }] });
    await stores.personalData.forget('web:2', '(deleted)');
    const challenge = await stores.challenges.newest(room);
    const left = await stores.challenges.answers(challenge?.id ?? '');
    expect(left.map(({ userId }) => userId)).toEqual(['web:1']);
  });

  test('to something that is no challenge of this channel is refused in one sentence', async () => {
    await asksAQuestion();
    expect(await says('/challenge id:nosuch pick:1')).toContain(
      'There is no challenge nosuch here',
    );
    const { id } = (await stores.challenges.newest(room)) ?? { id: '' };
    const elsewhere = { place: { platform: 'web', key: 'another' } } as const;
    expect(await says(`/challenge id:${id} pick:1`, elsewhere)).toContain('There is no challenge');
    expect(await says(`/challenge id:${id}`)).toContain('press one of its buttons');
  });
});

describe('entries', () => {
  test('are runs of this channel that began and ended while it was open, the best of each person', async () => {
    let metric = 0.87;
    tutor.pool.evaluate = () => Promise.resolve({ loss: 0.4, metric });
    await tutor.train('/fit epochs:2 batch:1000 pace:fast seed:1');
    clock.advance(1_000);
    await says('/challenge now');
    clock.advance(1_000);
    await tutor.train('/fit epochs:3 batch:1000 pace:fast seed:1');
    await tutor.train('/fit epochs:2 batch:1000 pace:fast seed:1');
    await tutor.train('/fit epochs:1 batch:1000 data:moons pace:fast seed:1');
    metric = 0.8;
    await tutor.train('/fit epochs:1 batch:1000 pace:fast seed:1');
    const elsewhere = { place: { platform: 'web', key: 'alone' } } as const;
    metric = 0.9;
    await tutor.say('/fit epochs:1 batch:1000 pace:fast seed:1', elsewhere);
    await tutor.runs.ended((await tutor.newest()).record.id);
    const words = await says('/challenge');
    expect(words).toContain('1. Mina: 16 updates, accuracy 0.8700, best of 3 runs.');
    expect(words).toContain('One more run ended without reaching it.');
    await stores.personalData.forget('web:1', '(deleted)');
    expect(await says('/challenge')).toContain('No run has ended for it yet.');
  });

  test('shown on a board of the channel count, too, and others may compare them', async () => {
    tutor.pool.evaluate = () => Promise.resolve({ loss: 0.4, metric: 0.87 });
    await says('/challenge now');
    clock.advance(1_000);
    const line = (epochs: number) => ({
      ...{ ownerId: 'web:2', ownerName: 'Eve' },
      settings: {
        ...{ ...fitDefaults, epochs, batchSize: 1000, learningRate: 0.001, seed: 1 },
        pace: 'fast' as const,
      },
    });
    const asked = {
      topic: { kind: 'channel' },
      ownerId: 'web:2',
      limits: {},
      isClosed: true,
    } as const;
    const lines = [line(1), line(2)];
    const id = await tutor.boards.begin({ ...asked, lines }, tutor.asker.invocation(), 'en');
    await tutor.boards.settled(id);
    expect(await says('/challenge')).toContain(
      '1. Eve: 8 updates, accuracy 0.8700, best of 2 runs.',
    );
    await passes(5 * DAY_MS);
    const [compare] = posted.at(-1)?.buttons ?? [];
    expect(await says(compare?.command ?? '', { pressed: true })).toContain('Side by side');
  });
});
