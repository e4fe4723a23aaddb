/**
 * The program ends just after a run: its message gets its last update in time, or the next process sends it.
 */
import { beforeEach, expect, test } from 'vitest';
import { LiveRuns } from '../../src/live/live-runs.js';
import { foldEvent, initialState } from '../../src/runs/run.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import type { LiveMessageStore } from '../../src/storage/ports/live-messages.js';
import { recordedRun, recordedState } from '../support/recorded-runs.js';
import { deferred, ScriptedPort } from '../support/scripted-port.js';

const { record, events } = recordedRun('lesson');
const over = recordedState('lesson');
const never = new AbortController().signal;
let stores: ReturnType<typeof databaseStores>;
let store: LiveMessageStore;

beforeEach(async () => {
  stores = databaseStores(openMemoryDatabase(), 'no uploads');
  store = stores.liveMessages;
  const ref = { platform: 'web', key: 'm1' } as const;
  const place = { platform: 'web', key: 'room' } as const;
  await store.save(record.id, { place, ref, locale: 'en', view: 'keras' });
});

function processOn(port: ScriptedPort): LiveRuns {
  const runs = new LiveRuns({
    store,
    serverSettings: stores.serverSettings,
    runs: { stop: () => Promise.resolve(false), find: () => Promise.resolve(over) },
    attachments: () => Promise.resolve([]),
    onFailure: () => undefined,
    onDeleted: () => undefined,
  });
  runs.addPlatform(port);
  return runs;
}

/** A run ends while an edit takes as long as `answer` does. */
async function endsOn(port: ScriptedPort, answer: Promise<void>): Promise<LiveRuns> {
  const runs = processOn(port);
  const watcher = await runs.reopen(initialState(record));
  port.answers.push(() => answer);
  const last = events.at(-1);
  if (!last) throw new Error('it has an end');
  watcher.update(foldEvent(over, last), last);
  return runs;
}

test('a platform that answers in time shows it before the program ends', async () => {
  const port = new ScriptedPort();
  const slow = deferred();
  const runs = await endsOn(port, slow.promise);
  const closed = runs.close(never);
  slow.resolve();
  await closed;
  expect(port.seen).toHaveLength(1);
  expect(await store.undelivered()).toEqual([]);
});

test('one that does not is left, and the next process shows it', async () => {
  const runs = await endsOn(new ScriptedPort(), new Promise(() => undefined));
  await runs.close(AbortSignal.timeout(5));
  expect(await store.undelivered()).toEqual([record.id]);
  const port = new ScriptedPort();
  await processOn(port).deliverEnds();
  expect(port.seen).toHaveLength(1);
  await expect.poll(() => store.undelivered()).toEqual([]);
});

test('a message found while the program ends shows nothing more', async () => {
  const port = new ScriptedPort();
  const runs = processOn(port);
  await runs.close(never);
  await runs.deliverEnds();
  expect(port.seen).toEqual([]);
  expect(await store.undelivered()).toEqual([record.id]);
});
