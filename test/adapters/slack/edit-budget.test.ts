import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SlackEditBudget } from '../../../src/adapters/slack/edit-budget.js';
import type { MessageRef, Urgency } from '../../../src/chat/port.js';

let budget: SlackEditBudget;

beforeEach(() => {
  vi.useFakeTimers();
  budget = new SlackEditBudget();
});

afterEach(() => {
  vi.useRealTimers();
});

const ref = (key: string | number): MessageRef => ({ platform: 'slack', key: String(key) });

/** When each edit may go, in seconds from now. */
async function times(takes: readonly (readonly [MessageRef, Urgency])[]): Promise<number[]> {
  const from = Date.now();
  const granted = takes.map(async ([message, urgency]) => {
    await budget.take(message, urgency, new AbortController().signal);
    return (Date.now() - from) / 1_000;
  });
  await vi.runAllTimersAsync();
  return Promise.all(granted);
}

test('one run is edited every 1.5 s', async () => {
  const epoch = [ref('a'), 'epoch'] as const;
  expect(await times([epoch, epoch, epoch])).toEqual([0, 1.5, 3]);
  expect(budget.intervalMs(ref('a'))).toBe(1_500);
});

test('ten runs share the workspace: each once in 15 s, in turn', async () => {
  const round = Array.from({ length: 10 }, (_, run) => [ref(run), 'epoch'] as const);
  const granted = await times([...round, ...round]);
  expect(granted).toEqual(Array.from({ length: 20 }, (_, turn) => turn * 1.5));
  expect(budget.intervalMs(ref(0))).toBe(15_000);
});

test('a final state goes at once, before all that wait', async () => {
  const waiting = Array.from({ length: 5 }, (_, run) => [ref(run), 'epoch'] as const);
  const granted = await times([...waiting, [ref('end'), 'final']]);
  expect(granted.at(-1)).toBe(0);
});

test('never more than fifty in any minute, final or not', async () => {
  const finals = Array.from({ length: 120 }, (_, run) => [ref(run), 'final'] as const);
  const granted = await times(finals);
  for (const from of granted) {
    const within = granted.filter((at) => at >= from && at < from + 60);
    expect(within.length).toBeLessThanOrEqual(50);
  }
});

test('room is reserved for runs that end soon: all their ends go out at once', async () => {
  const runs = Array.from({ length: 30 }, (_, run) => ref(run));
  for (const run of runs) budget.expectEnd(run, 50_000);
  let shown = 0;
  for (const run of runs) {
    void budget.take(run, 'epoch', new AbortController().signal).then(() => (shown += 1));
  }
  await vi.advanceTimersByTimeAsync(50_000);
  expect(shown).toBe(13);
  expect(await times(runs.map((run) => [run, 'final'] as const))).toEqual(runs.map(() => 0));
});

test('a message waiting for a place counts as one that will end, as does one without a known duration', async () => {
  budget = new SlackEditBudget(undefined, () => 15);
  for (let run = 0; run < 15; run += 1) budget.join(ref(run));
  const round = Array.from({ length: 20 }, (_, run) => [ref(run), 'epoch'] as const);
  expect((await times(round)).filter((at) => at < 60)).toHaveLength(13);
});

test('however many end soon, continuing runs get a fifth of the edits', async () => {
  for (let run = 0; run < 200; run += 1) budget.expectEnd(ref(run), 1_000);
  const round = Array.from({ length: 12 }, (_, run) => [ref(run), 'epoch'] as const);
  expect((await times(round)).filter((at) => at < 60)).toHaveLength(9);
});

test('a refusal delays the whole workspace, but only for as long as it says', async () => {
  budget.pause(7_000);
  expect(await times([[ref('a'), 'final']])).toEqual([7]);
});

test('one more message would share with the whole workspace, and with those about to be posted', () => {
  const study = { platform: 'slack', key: '{"channel":"C1"}' } as const;
  expect(budget.intervalOfNext(study, [])).toBe(1_500);
  budget.join(ref('a'));
  expect(budget.intervalOfNext(study, [])).toBe(3_000);
  expect(budget.intervalOfNext(study, [study])).toBe(4_500);
  budget.leave(ref('a'));
  expect(budget.intervalOfNext(study, [])).toBe(1_500);
});
