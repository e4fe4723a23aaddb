import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SnowflakeUtil } from 'discord.js';
import { DiscordEditBudget, type Way } from '../../../src/adapters/discord/edit-budget.js';
import { messageRef, place, readMessage } from '../../../src/adapters/discord/keys.js';
import type { MessageRef, Urgency } from '../../../src/chat/port.js';

let way: Way;
let budget: DiscordEditBudget;
const begin = Date.UTC(2026, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ now: begin });
  way = 'bot';
  budget = new DiscordEditBudget({ way: () => way, nowMs: Date.now, paceMs: 1_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

let made = 0;

function ref(ageMs = 0, channelId = '100000000000000001'): MessageRef {
  made += 1;
  const id = SnowflakeUtil.generate({ timestamp: Date.now() - ageMs }) + BigInt(made);
  const interaction = {
    applicationId: '1',
    token: `token-${made}`,
    usableUntilMs: Number.MAX_SAFE_INTEGER,
  };
  return messageRef({ channelId, messageId: String(id), botReaches: true, interaction });
}

/** When each edit may go, in seconds from now. */
async function times(takes: readonly [MessageRef, Urgency][]): Promise<number[]> {
  const from = Date.now();
  const granted = takes.map(async ([message, urgency]) => {
    await budget.take(message, urgency, new AbortController().signal);
    return (Date.now() - from) / 1_000;
  });
  await vi.runAllTimersAsync();
  return Promise.all(granted);
}

test('one run is edited about once a second', async () => {
  const message = ref();
  const epoch = [message, 'epoch'] as [MessageRef, Urgency];
  expect(await times([epoch, epoch, epoch])).toEqual([0, 1, 2]);
  expect(budget.intervalMs(message)).toBe(1_000);
});

test('ten runs in one channel take turns: each once in ten seconds', async () => {
  const messages = Array.from({ length: 10 }, () => ref());
  const round = messages.map((message) => [message, 'epoch'] as [MessageRef, Urgency]);
  const first = await times([...round, ...round]);
  expect(first.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5.15, 6.15, 7.15, 8.15, 9.15]);
  expect(first.slice(10)).toEqual([
    ...[10.3, 11.3, 12.3, 13.3, 14.3, 15.45, 16.45, 17.45, 18.45, 19.45],
  ]);
  for (const message of messages) expect(budget.intervalMs(message)).toBe(10_000);
});

test('a final state goes before all that wait', async () => {
  const messages = Array.from({ length: 4 }, () => ref());
  const end = ref();
  const waiting = messages.map((message) => [message, 'epoch'] as [MessageRef, Urgency]);
  const granted = await times([...waiting, [end, 'final']]);
  expect(granted.at(-1)).toBeLessThan(1);
});

test('never more edits in a channel than its bucket holds, final or not', async () => {
  const finals = Array.from({ length: 12 }, () => [ref(), 'final'] as [MessageRef, Urgency]);
  const granted = await times(finals);
  for (const from of granted) {
    const within = granted.filter((at) => at >= from && at < from + 5);
    expect(within.length).toBeLessThanOrEqual(5);
  }
});

test('interaction tokens and channels have separate buckets', async () => {
  way = 'token';
  const granted = await times([
    [ref(), 'epoch'],
    [ref(), 'epoch'],
  ]);
  expect(granted).toEqual([0, 0]);
  way = 'bot';
  const apart = await times([
    [ref(0, '100000000000000002'), 'epoch'],
    [ref(0, '100000000000000003'), 'epoch'],
  ]);
  expect(apart).toEqual([0, 0]);
});

test('messages older than an hour are edited less often', () => {
  expect(budget.intervalMs(ref(2 * 60 * 60_000))).toBe(2_000);
});

test('the headers override earlier assumptions', async () => {
  const message = ref();
  const told = { limit: 5, remaining: 0, resetAfterMs: 4_000, askedAtMs: Date.now() };
  budget.observe(readMessage(message), 'bot', told);
  expect(await times([[message, 'final']])).toEqual([4.15]);
});

test('a refusal delays only its own bucket', async () => {
  const message = ref();
  budget.pause(readMessage(message), 'bot', 7_000);
  expect(
    await times([
      [message, 'final'],
      [ref(0, '100000000000000004'), 'final'],
    ]),
  ).toEqual([7.15, 0]);
});

test('after a refusal a new window begins: none of it is wasted', async () => {
  const message = ref();
  const finals = (count: number): [MessageRef, Urgency][] =>
    Array.from({ length: count }, () => [message, 'final']);
  expect(await times(finals(2))).toEqual([0, 0]);
  // Long before the window we assumed is over.
  budget.pause(readMessage(message), 'bot', 100);
  expect(await times(finals(5))).toEqual([0.25, 0.25, 0.25, 0.25, 0.25]);
});

test('a late answer does not affect the window that has begun since', async () => {
  const message = ref();
  const askedAtMs = Date.now();
  const finals = (count: number): [MessageRef, Urgency][] =>
    Array.from({ length: count }, () => [message, 'final']);
  expect(await times(finals(6))).toEqual([0, 0, 0, 0, 0, 5.15]);
  const late = { limit: 5, remaining: 0, resetAfterMs: 10, askedAtMs };
  budget.observe(readMessage(message), 'bot', late);
  expect(await times(finals(5))).toEqual([0, 0, 0, 0, 5.15]);
});

test('a waiter that gives up is forgotten', async () => {
  const message = ref();
  const giveUp = new AbortController();
  await budget.take(message, 'epoch', new AbortController().signal);
  const waiting = budget.take(message, 'progress', giveUp.signal);
  giveUp.abort();
  await expect(waiting).rejects.toThrow();
  expect(await times([[message, 'epoch']])).toEqual([1]);
});

test('one more message by the bot itself would share with those in its channel, but not with token-based ones', () => {
  const [here, there] = ['100000000000000001', '100000000000000002'].map((channelId) =>
    place({ channelId, botReaches: true }, '1'),
  );
  if (!here || !there) throw new Error('there are two channels');
  for (let message = 0; message < 2; message += 1) budget.join(ref());
  way = 'token';
  budget.join(ref());
  expect(budget.intervalOfNext(here, [])).toBe(3_000);
  expect(budget.intervalOfNext(here, [here, there])).toBe(4_000);
  expect(budget.intervalOfNext(there, [])).toBe(1_000);
});
