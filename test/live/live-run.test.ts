import { beforeEach, expect, test, vi } from 'vitest';
import { LiveMessage } from '../../src/chat/live-message.js';
import { EditLater, MessageGone } from '../../src/chat/port.js';
import { LiveRun } from '../../src/live/live-run.js';
import type { Pace, RunEvent } from '../../src/runs/protocol.js';
import { foldEvent, initialState, type RunState } from '../../src/runs/run.js';
import { recordedRun } from '../support/recorded-runs.js';
import { deferred, saying, ScriptedPort } from '../support/scripted-port.js';

const ref = { platform: 'web', key: 'm1' } as const;
const place = { platform: 'web', key: 'room' } as const;
const lesson = recordedRun('lesson');

let port: ScriptedPort;
let deleted: string[];
let delivered: string[];
/** Runs whose files were made, with one entry each time. */
let made: string[];

beforeEach(() => {
  port = new ScriptedPort();
  deleted = [];
  delivered = [];
  made = [];
});

function liveRun(): LiveRun {
  return new LiveRun({
    begun: initialState(lesson.record),
    message: new LiveMessage({ port, ref, place }),
    render: (state) => saying(`${state.phase} after ${state.finished.length}`),
    attachments: (state) => {
      made.push(state.record.id);
      const bytes = new Uint8Array(1);
      return Promise.resolve([{ name: 'history.csv', mediaType: 'text/csv', bytes }]);
    },
    onDeleted: (id) => deleted.push(id),
    announceEnd: () => Promise.resolve(),
    onFailure: () => undefined,
    onDelivered: (id) => delivered.push(id),
  });
}

function begin(pace: Pace): RunState {
  const { record } = lesson;
  return initialState({ ...record, settings: { ...record.settings, pace } });
}

/** Plays a recorded run as the service does: before each epoch the watcher must be ready. */
async function play(run: LiveRun, pace: Pace): Promise<RunState> {
  let state = begin(pace);
  for (const event of lesson.events) {
    if (event.kind === 'epoch-started') await run.ready(state);
    state = foldEvent(state, event);
    run.update(state, event);
  }
  return state;
}

test('watched, every epoch is shown by itself, and the end comes with its files', async () => {
  const run = liveRun();
  const { record } = await play(run, 'watch');
  await run.ended;
  const { epochs } = record.settings;
  for (let epoch = 1; epoch < epochs; epoch += 1) {
    expect(port.seen).toContain(`training after ${epoch}`);
  }
  expect(port.seen.at(-1)).toBe(`completed after ${epochs}`);
  expect(delivered).toEqual([record.id]);
});

test('watched, the next epoch waits until the last one is in the message', async () => {
  const slow = deferred();
  const run = liveRun();
  let state = begin('watch');
  const feed = (wanted: (event: RunEvent) => boolean): void => {
    for (const event of lesson.events.filter(wanted)) {
      state = foldEvent(state, event);
      run.update(state, event);
    }
  };
  feed(({ kind }) => kind === 'started');
  await vi.waitFor(() => {
    expect(port.seen).toHaveLength(1);
  }, 20_000);
  port.answers.push(() => slow.promise);
  feed((event) => event.kind === 'epoch-ended' && event.epoch === 1);
  let ready = false;
  const waiting = run.ready(state).then(() => {
    ready = true;
  });
  await new Promise(setImmediate);
  expect(ready).toBe(false);
  slow.resolve();
  await waiting;
  expect(port.seen.at(-1)).toBe('training after 1');
});

test.each([
  ['watch', 80],
  ['fast', 0],
] as const)('%s, an epoch stays for as long as the platform asks: %i ms', async (pace, ms) => {
  port.budget.watchedEpochMs = 80;
  const run = liveRun();
  let state = begin(pace);
  for (const event of lesson.events.filter(({ kind }) => kind === 'started')) {
    state = foldEvent(state, event);
  }
  const logs = { loss: 0.5, metric: 0.8 };
  const ended = { kind: 'epoch-ended', epoch: 1, logs, steps: 800, firstStepMs: 0 } as const;
  const event = { ...ended, elapsedMs: 20 };
  state = foldEvent(state, event);
  const start = performance.now();
  run.update(state, event);
  await run.ready(state);
  // The epoch's own time counts, it moves to the nearest of two beats, and timers have whole-millisecond
  // precision.
  expect(performance.now() - start).toBeGreaterThan(ms - event.elapsedMs - ms / 4 - 3);
  if (pace === 'fast') expect(port.seen).toEqual([]);
  else expect(port.seen).toEqual(['training after 1']);
});

test('fast, nothing waits for the message, and the end is still shown', async () => {
  const slow = deferred();
  port.answers.push(() => slow.promise);
  const run = liveRun();
  const { record } = await play(run, 'fast');
  slow.resolve();
  await run.ended;
  expect(port.seen.length, 'edits were shared').toBeLessThan(record.settings.epochs);
  expect(port.seen.at(-1)).toBe(`completed after ${record.settings.epochs}`);
});

test('if an edit takes a minute, all epochs share the few there is time for', async () => {
  port.intervalMs = 20_000;
  const run = liveRun();
  await play(run, 'watch');
  await run.ended;
  const epochs = port.seen.filter((words) => /^training after (?!0)/.test(words));
  expect(epochs).toEqual(['training after 7', 'training after 14']);
});

test('in a crowd: no edit for the beginning, none shortly after it or before the end, and nobody waits for a turn', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  port.sharing = 30;
  port.intervalMs = 45_000;
  port.slotsOpen = false;
  const run = liveRun();
  let state = begin('watch');
  const tell = async (event: RunEvent): Promise<void> => {
    state = foldEvent(state, event);
    run.update(state, event);
    await run.ready(state);
  };
  for (const event of lesson.events.filter(({ kind }) => kind === 'started')) await tell(event);
  expect(port.slots).toEqual([]);
  const logs = { loss: 0.5, metric: 0.8 };
  // Each epoch lasts as long as its display time, so there is no waiting.
  const times = { steps: 800, firstStepMs: 0, elapsedMs: 2_500 };
  for (let epoch = 1; epoch < 20; epoch += 1) {
    vi.advanceTimersByTime(times.elapsedMs);
    await tell({ kind: 'epoch-ended', epoch, logs, ...times });
    // A third of the interval after the message appeared.
    if (epoch < 6) expect(port.slots).toEqual([]);
    if (epoch === 6) expect(port.slots).toEqual(['epoch']);
  }
  vi.useRealTimers();
  port.openSlots();
  await new Promise(setImmediate);
  expect(port.seen, 'the end is near: what waited for a turn was withdrawn').toEqual([]);
});

test('its place in the queue is shown whenever it changes; being late costs no extra edit', async () => {
  const run = new LiveRun({
    begun: initialState(lesson.record),
    message: new LiveMessage({ port, ref, place }),
    render: (state) => saying(`place ${state.place ?? 'none'}, late ${state.delay !== undefined}`),
    attachments: () => Promise.resolve([]),
    onDeleted: (id) => deleted.push(id),
    announceEnd: () => Promise.resolve(),
    onFailure: () => undefined,
    onDelivered: (id) => delivered.push(id),
  });
  let state = begin('watch');
  const tell = async (event: RunEvent): Promise<void> => {
    state = foldEvent(state, event);
    run.update(state, event);
    await new Promise(setImmediate);
  };
  await tell({ kind: 'waiting', place: 2 });
  await tell({ kind: 'waiting', place: 1 });
  await tell({ kind: 'admitted' });
  await tell({ kind: 'late', others: 3, epochMs: 4_000 });
  const shown = ['place 2, late false', 'place 1, late false', 'place none, late false'];
  expect(port.seen).toEqual(shown);
  for (const event of lesson.events.filter(({ kind }) => kind === 'epoch-ended').slice(0, 1)) {
    await tell(event);
  }
  expect(port.seen).toEqual([...shown, 'place none, late true']);
});

test('a run whose message was deleted is stopped', async () => {
  port.answers.push(() => Promise.reject(new MessageGone('deleted')));
  const run = liveRun();
  await play(run, 'watch');
  await run.ended;
  expect(deleted).toContain(lesson.record.id);
  expect(port.seen).toEqual([]);
});

test('a run whose message is out of reach continues, and its end is retried', async () => {
  port.answers.push(() => Promise.reject(new MessageGone('unreachable')));
  port.mayPost = false;
  const run = liveRun();
  const { record } = await play(run, 'watch');
  await run.ended;
  expect(deleted).toEqual([]);
  expect(delivered, 'nothing is left that could be delivered').toEqual([record.id]);
});

test('an abandoned end does not count as delivered', async () => {
  port.answers.push(() => Promise.reject(new Error('the database is closed')));
  const run = liveRun();
  const state = lesson.events.reduce(foldEvent, begin('fast'));
  const shown = run.showEnd(state);
  expect(run.isEnding).toBe(true);
  run.leave();
  await shown;
  expect(delivered).toEqual([]);
});

test('files are made once, however often their edit is retried', async () => {
  const later = (): Promise<void> => Promise.reject(new EditLater(0));
  // The words at the second attempt, then the files at the third.
  port.answers.push(later, () => Promise.resolve(), later, later);
  const state = lesson.events.reduce(foldEvent, begin('fast'));
  await liveRun().showEnd(state);
  expect(port.answers).toEqual([]);
  expect(delivered).toEqual([state.record.id]);
  expect(made).toEqual([state.record.id]);
});

test('no files are made for a message that is gone or abandoned', async () => {
  const state = lesson.events.reduce(foldEvent, begin('fast'));
  port.answers.push(() => Promise.reject(new MessageGone('deleted')));
  await liveRun().showEnd(state);
  port.answers.push(() => Promise.reject(new Error('the database is closed')));
  const left = liveRun();
  const shown = left.showEnd(state);
  left.leave();
  await shown;
  expect(made).toEqual([]);
});
