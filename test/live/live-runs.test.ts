import { expect, test } from 'vitest';
import type { Attachment } from '../../src/chat/message.js';
import { translator } from '../../src/content/translator.js';
import { LiveRuns, type LiveRunsOptions } from '../../src/live/live-runs.js';
import { spokenRun } from '../../src/render/run-spoken.js';
import { foldEvent, initialState, type RunState } from '../../src/runs/run.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { Asker } from '../support/invocation.js';
import { recordedRun, recordedState } from '../support/recorded-runs.js';
import { deferred, ScriptedPort } from '../support/scripted-port.js';

/** One run with a message in the room, and what `find` returns for it. */
async function oneRun(
  state: RunState,
  attachments: (state: RunState) => readonly Attachment[] = () => [],
  boards?: LiveRunsOptions['boards'],
) {
  const { record } = recordedRun('lesson');
  const now = { state };
  const { liveMessages: store, serverSettings } = databaseStores(
    openMemoryDatabase(),
    'no uploads',
  );
  const runs = new LiveRuns({
    store,
    serverSettings,
    runs: { stop: () => Promise.resolve(false), find: () => Promise.resolve(now.state) },
    attachments: (over) => Promise.resolve(attachments(over)),
    ...(boards && { boards }),
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
  return { record, now, runs, port, store };
}

test('a run that ends while an earlier process’s ends are shown is drawn once', async () => {
  const { events } = recordedRun('lesson');
  const over = recordedState('lesson');
  const drawn: string[] = [];
  const { record, runs, port } = await oneRun(over, (state) => {
    drawn.push(state.record.id);
    return [];
  });

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

test('requested again for the same run, its message stays where it is', async () => {
  const { record } = recordedRun('lesson');
  const { liveMessages: store, serverSettings } = databaseStores(
    openMemoryDatabase(),
    'no uploads',
  );
  const runs = new LiveRuns({
    store,
    serverSettings,
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

const widths = ({ latest }: ScriptedPort): number =>
  Math.max(
    ...latest.blocks.flatMap((block) =>
      block.kind === 'code' ? block.text.split('\n').map(({ length }) => length) : [],
    ),
  );

test('a finished run is drawn in another view, and then takes no share of the edits', async () => {
  const { record, runs, port } = await oneRun(recordedState('lesson'));
  expect(await runs.switchView(record.id, 'compact')).toBe(true);
  expect(widths(port)).toBeLessThan(30);
  expect([...port.live]).toEqual([]);
});

test('another view, chosen while an end is being sent, never reverts the message', async () => {
  const over = recordedState('lesson');
  const midway = recordedState('lesson', ({ kind }) => kind === 'epoch-ended');
  const { record, now, runs, port } = await oneRun(midway);
  const watcher = await runs.reopen(initialState(record));
  const { events } = recordedRun('lesson');
  const [last, before] = [events.at(-1), events.at(-2)];
  if (!last || !before) throw new Error('it has an end');
  const slow = deferred();
  port.answers.push(() => slow.promise);
  watcher.update(midway, before);
  now.state = over;
  watcher.update(over, last);
  expect(await runs.switchView(record.id, 'compact')).toBe(true);
  slow.resolve();
  await runs.settled(record.id);
  await expect.poll(() => port.live.size).toBe(0);
  expect(port.latest.spoken).toBe(spokenRun(over, translator('en')));
  expect(widths(port)).toBeLessThan(30);
});

test('a redrawn run does not delay the program’s end', async () => {
  const { record, runs, port } = await oneRun(recordedState('lesson'));
  port.slotsOpen = false;
  const switched = runs.switchView(record.id, 'compact');
  await expect.poll(() => port.slots.length).toBe(1);
  await runs.close(AbortSignal.abort());
  expect(await switched).toBe(false);
});

test('a run shown on a board has no message to draw: the board’s stays as it is', async () => {
  const boards: LiveRunsOptions['boards'] = {
    join: () => Promise.reject(new Error('it is there already')),
    follow: () => Promise.reject(new Error('it is there already')),
    watcherOf: () => Promise.resolve(undefined),
    has: () => Promise.resolve(true),
  };
  const { record, runs, port, store } = await oneRun(recordedState('lesson'), undefined, boards);
  expect(await runs.switchView(record.id, 'compact')).toBe(false);
  expect((await store.find(record.id))?.view).toBe('keras');
  // The state after a process ends between saving the end and marking it.
  await runs.deliverEnds();
  expect(port.seen).toEqual([]);
  expect(await store.undelivered()).toEqual([]);
});
