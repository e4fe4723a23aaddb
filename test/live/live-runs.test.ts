import { expect, test } from 'vitest';
import { LiveRuns } from '../../src/live/live-runs.js';
import { foldEvent, initialState } from '../../src/runs/run.js';
import { MemoryLiveMessageStore } from '../../src/storage/memory-live-message-store.js';
import { Asker } from '../support/invocation.js';
import { recordedRun, recordedState } from '../support/recorded-runs.js';
import { deferred, ScriptedPort } from '../support/scripted-port.js';

test('a run that ends while the ends of an earlier process are shown is drawn once', async () => {
  const { record, events } = recordedRun('lesson');
  const over = recordedState('lesson');
  const store = new MemoryLiveMessageStore();
  const drawn: string[] = [];
  const runs = new LiveRuns({
    store,
    runs: { stop: () => Promise.resolve(false), find: () => Promise.resolve(over) },
    attachments: (state) => {
      drawn.push(state.record.id);
      return Promise.resolve([]);
    },
    onFailure: (_id, error) => {
      throw error;
    },
    onDeleted: () => undefined,
  });
  const port = new ScriptedPort();
  runs.addPlatform(port);
  const ref = { platform: 'web', key: 'm1' } as const;
  const place = { platform: 'web', key: 'room' } as const;
  await store.save(record.id, { place, ref, locale: 'en', view: 'keras' });

  const watcher = await runs.reopen(initialState(record));
  const slow = deferred();
  port.answers.push(() => slow.promise);
  const last = events.at(-1);
  if (!last) throw new Error('it has an end');
  watcher.update(foldEvent(over, last), last);
  const shown = runs.settled(record.id);
  await runs.deliverEnds();
  slow.resolve();
  await shown;
  expect(drawn).toEqual([record.id]);
});

test('asked once more for the same run, its message stays where it is', async () => {
  const { record } = recordedRun('lesson');
  const store = new MemoryLiveMessageStore();
  const runs = new LiveRuns({
    store,
    runs: { stop: () => Promise.resolve(false), find: () => Promise.resolve(undefined) },
    attachments: () => Promise.resolve([]),
    onFailure: (_id, error) => {
      throw error;
    },
    onDeleted: () => undefined,
  });
  runs.addPlatform(new ScriptedPort());
  const asker = new Asker();
  const open = runs.show(asker.invocation(), 'en', 'keras');
  const first = await open(initialState(record));
  expect(await open(initialState(record))).toBe(first);
  expect(asker.answers).toHaveLength(1);
});
