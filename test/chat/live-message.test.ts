import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveMessage } from '../../src/chat/live-message.js';
import { EditLater, MessageGone } from '../../src/chat/port.js';
import { deferred, saying, ScriptedPort } from '../support/scripted-port.js';

const ref = { platform: 'web', key: 'm1' } as const;
const place = { platform: 'web', key: 'room' } as const;

let port: ScriptedPort;

beforeEach(() => {
  vi.useFakeTimers();
  port = new ScriptedPort();
});

afterEach(() => {
  vi.useRealTimers();
});

test('while an edit is in flight only the newest state waits', async () => {
  const slow = deferred();
  port.answers.push(() => slow.promise);
  const live = new LiveMessage({ port, ref, place });
  const rendered: string[] = [];
  const show = (text: string): Promise<string> =>
    live.show(() => {
      rendered.push(text);
      return saying(text);
    }, 'epoch');

  const deliveries = [show('1'), show('2'), show('3')];
  await vi.runAllTimersAsync();
  const late = show('4');
  slow.resolve();

  expect(await Promise.all([...deliveries, late])).toEqual(['shown', 'shown', 'shown', 'shown']);
  expect(port.seen).toEqual(['3', '4']);
  expect(rendered, 'overtaken states are not even drawn').toEqual(['3', '4']);
});

test('an unchanged state is not sent again', async () => {
  const live = new LiveMessage({ port, ref, place });
  await live.show(() => saying('same'), 'epoch');
  await live.show(() => saying('same'), 'final');
  expect(port.seen).toEqual(['same']);
});

test('the platform says how long to wait, and then gets the newest state', async () => {
  port.answers.push(() => Promise.reject(new EditLater(7_000)));
  const live = new LiveMessage({ port, ref, place });
  const first = live.show(() => saying('old'), 'epoch');
  await vi.advanceTimersByTimeAsync(6_999);
  const second = live.show(() => saying('new'), 'final');
  expect(port.seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await Promise.all([first, second])).toEqual(['shown', 'shown']);
  expect(port.seen).toEqual(['new']);
});

test('the final state is retried through network faults', async () => {
  const fault = (): Promise<void> => Promise.reject(new Error('ECONNRESET'));
  port.answers.push(fault, fault, fault);
  const failures: unknown[] = [];
  const live = new LiveMessage({ port, ref, place, onFailure: (error) => failures.push(error) });
  const end = live.show(() => saying('the end'), 'final');
  await vi.runAllTimersAsync();
  expect(await end).toBe('shown');
  expect(port.seen).toEqual(['the end']);
  expect(failures).toHaveLength(3);
});

test('a failed progress edit is given up, the next state still goes out', async () => {
  port.answers.push(() => Promise.reject(new Error('ECONNRESET')));
  const live = new LiveMessage({ port, ref, place });
  expect(await live.show(() => saying('step'), 'progress')).toBe('failed');
  expect(await live.show(() => saying('epoch'), 'epoch')).toBe('shown');
});

test('a deleted message is left alone', async () => {
  port.answers.push(() => Promise.reject(new MessageGone('deleted')));
  const live = new LiveMessage({ port, ref, place });
  expect(await live.show(() => saying('1'), 'epoch')).toBe('deleted');
  expect(await live.show(() => saying('2'), 'final')).toBe('deleted');
  expect(port.seen).toEqual([]);
});

const unreachable = (): Promise<void> => Promise.reject(new MessageGone('unreachable'));

test('a message out of reach is replaced by a new one, which continues', async () => {
  port.answers.push(unreachable);
  const moved: string[] = [];
  const live = new LiveMessage({ port, ref, place, onMoved: ({ key }) => moved.push(key) });
  expect(await live.show(() => saying('1'), 'epoch')).toBe('shown');
  expect(await live.show(() => saying('2'), 'epoch')).toBe('shown');
  expect(port.seen).toEqual(['fresh: 1', '2']);
  expect(moved).toEqual(['fresh']);
});

test('if the new one is out of reach as well, only the end is worth another', async () => {
  port.answers.push(unreachable, unreachable);
  const live = new LiveMessage({ port, ref, place });
  const deliveries = [];
  for (const epoch of ['1', '2', '3']) {
    deliveries.push(await live.show(() => saying(epoch), 'epoch'));
  }
  expect(deliveries).toEqual(['shown', 'unreachable', 'unreachable']);
  expect(await live.show(() => saying('the end'), 'final')).toBe('shown');
  expect(await live.show(() => saying('the end, with files'), 'final')).toBe('shown');
  expect(port.seen).toEqual(['fresh: 1', 'fresh: the end', 'the end, with files']);
});

test('if nothing can be posted either, the end is retried once and then dropped', async () => {
  port.answers.push(unreachable);
  port.mayPost = false;
  const failures: unknown[] = [];
  const live = new LiveMessage({ port, ref, place, onFailure: (error) => failures.push(error) });
  expect(await live.show(() => saying('1'), 'epoch')).toBe('unreachable');
  expect(await live.show(() => saying('2'), 'epoch')).toBe('unreachable');
  expect(await live.show(() => saying('the end'), 'final')).toBe('unreachable');
  expect(port.seen).toEqual([]);
  expect(failures).toHaveLength(2);
});

test('a final state does not queue for a slot like progress', async () => {
  port.slotsOpen = false;
  const live = new LiveMessage({ port, ref, place });
  const progress = live.show(() => saying('step'), 'progress');
  await vi.runAllTimersAsync();
  const end = live.show(() => saying('the end'), 'final');
  await vi.runAllTimersAsync();
  expect(port.slots).toEqual(['progress', 'final']);
  port.openSlots();
  expect(await Promise.all([progress, end])).toEqual(['shown', 'shown']);
  expect(port.seen).toEqual(['the end']);
});

test('when abandoned, it stops waiting for a retry, and the end is left to the next process', async () => {
  port.answers.push(() => Promise.reject(new Error('the database is closed')));
  const live = new LiveMessage({ port, ref, place });
  const end = live.show(() => saying('the end'), 'final');
  await vi.advanceTimersByTimeAsync(0);
  live.leave();
  expect(await end).toBe('left');
  expect(vi.getTimerCount(), 'nothing keeps the program').toBe(0);
  expect(await live.show(() => saying('later'), 'final')).toBe('left');
  expect(port.seen).toEqual([]);
});

test('when abandoned during an edit, that one is shown and no other', async () => {
  const slow = deferred();
  port.answers.push(() => slow.promise);
  const live = new LiveMessage({ port, ref, place });
  const sent = live.show(() => saying('sent'), 'epoch');
  await vi.advanceTimersByTimeAsync(0);
  const waiting = live.show(() => saying('waiting'), 'final');
  live.leave();
  slow.resolve();
  expect(await Promise.all([sent, waiting])).toEqual(['shown', 'left']);
  expect(port.seen).toEqual(['sent']);
});

test('a message not yet posted is posted with its first state, and takes a share from then on', async () => {
  const moved: string[] = [];
  const live = new LiveMessage({
    ...{ port, place, firstAs: { once: 'end-k3f9qd' } },
    onMoved: ({ key }) => moved.push(key),
  });
  expect([...port.live]).toEqual([]);
  expect(live.prepare, 'there is nothing to add files to').toBeUndefined();
  expect(await live.show(() => saying('the end'), 'final')).toBe('shown');
  expect(await live.show(() => saying('with files'), 'final')).toBe('shown');
  expect(port.seen).toEqual(['fresh: the end', 'with files']);
  expect(port.postedAs).toEqual([{ once: 'end-k3f9qd' }]);
  expect(moved).toEqual(['fresh']);
  expect([...port.live]).toEqual(['fresh']);
});

test('a message that cannot be posted is out of reach; a process that ends leaves it to the next one', async () => {
  port.mayPost = false;
  const live = new LiveMessage({ port, place });
  expect(await live.show(() => saying('the end'), 'final')).toBe('unreachable');
  const left = new LiveMessage({ port, place });
  const shown = left.show(() => saying('the end'), 'final');
  left.leave();
  expect(await shown).toBe('left');
});
