/** What showing lessons to everybody costs the main thread: per edit and page, and per epoch of a run. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { placeOf } from '../src/room/study-rooms.js';
import { startRoom, type Room } from '../src/adapters/web/room.js';
import { buildApp, type App } from '../src/app.js';
import { Accepted } from '../src/chat/accepted.js';
import type { ChatMessage } from '../src/chat/message.js';
import type { Invocation } from '../src/chat/port.js';
import { readConfig } from '../src/config.js';
import { translator } from '../src/content/translator.js';
import { renderRun } from '../src/render/run-message.js';
import type { FitSettings, RunEvent } from '../src/runs/protocol.js';
import { foldEvents } from '../src/runs/run.js';
import type { RunWatcher } from '../src/runs/service.js';
import { DatabaseAcceptedStore } from '../src/storage/accepted-store.js';
import { openDatabase, type Database } from '../src/storage/database.js';
import { databaseStores } from '../src/storage/database-stores.js';
import { DatabaseIdentityStore } from '../src/storage/identity-store.js';
import { DatabasePendingFiles } from '../src/storage/pending-files.js';
import { DatabaseRoomLog } from '../src/storage/room-log.js';
import { DatabaseStudyRooms } from '../src/storage/study-rooms.js';
import { benchSettings } from './epochs.js';
import { mainThreadMs } from './main-thread.js';
import type { OpenPages } from './open-pages.js';

const PAGES = [1, 20, 100] as const;
const EDITS = 200;
/** Between two edits: every page has long read the last one. */
const EDIT_EVERY_MS = 40;
const LESSON_EPOCHS = 20;
/** Simultaneous lessons: a class. */
const LESSONS = 40;

/** A class in the room, where everyone has their own lesson. */
export interface LessonClass {
  readonly learners: number;
  readonly epochs: number;
  /** People do not press at the same moment; in step, they would share messages. */
  readonly startsWithinMs: number;
  /** The rooms they are in, in turn; the first room by default. */
  readonly rooms?: readonly string[];
  /** Receives the events of each learner's run. */
  readonly hear?: (learner: number, event: RunEvent) => void;
}

const LESSON_CLASS: LessonClass = { learners: LESSONS, epochs: LESSON_EPOCHS, startsWithinMs: 500 };

export interface EditCost {
  /** Open pages of the room. */
  readonly pages: number;
  readonly msPerEdit: number;
}

/** Edits of a lesson's message in a real room on a real file, with pages open in another thread. */
export async function benchEdits(): Promise<readonly EditCost[]> {
  const costs: EditCost[] = [];
  for (const pages of PAGES) costs.push({ pages, msPerEdit: await msPerEdit(pages) });
  return costs;
}

export function printEdits(costs: readonly EditCost[]): void {
  console.log('Milliseconds of the main thread for one edit of a lesson in the room:');
  for (const { pages, msPerEdit } of costs) {
    console.log(`  ${pages} ${pages === 1 ? 'page' : 'pages'} open: ${msPerEdit.toFixed(2)}`);
  }
}

/** Main-thread milliseconds for one epoch of a lesson in a class, with no page open. */
export function benchLiveEpoch(): Promise<number> {
  return inRoom(async (room, database, dataDir) => {
    const env = { DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
    const app = await buildApp(
      readConfig(env),
      databaseStores(database, dataDir),
      pino({ level: 'silent' }),
    );
    app.addPlatform(room);
    // The first class is not counted: it compiles everything.
    await watchLessons(app, room, LESSON_CLASS);
    const beforeMs = mainThreadMs();
    await watchLessons(app, room, LESSON_CLASS);
    const spentMs = mainThreadMs() - beforeMs;
    await app.close();
    return spentMs / (LESSONS * LESSON_EPOCHS);
  });
}

export function printLiveEpoch(ms: number): void {
  console.log(`Milliseconds of the main thread an epoch of a live lesson: ${ms.toFixed(2)}`);
}

/** With a real room on a real file, and nothing else. */
export async function inRoom<T>(
  work: (room: Room, database: Database, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-room-'));
  const database = openDatabase(dataDir);
  const room = await startRoom({
    host: '127.0.0.1',
    port: 0,
    dispatcher: { text: () => Promise.resolve() },
    commands: [],
    roomLog: new DatabaseRoomLog(database),
    studyRooms: new DatabaseStudyRooms(database),
    pending: new DatabasePendingFiles(database),
    accepted: new Accepted({ store: new DatabaseAcceptedStore(database), log: console }),
    identities: new DatabaseIdentityStore(database),
    defaultLocale: 'en',
    log: console,
  });
  try {
    return await work(room, database, dataDir);
  } finally {
    await room.close();
    database.close();
    await rm(dataDir, { recursive: true });
  }
}

function msPerEdit(pages: number): Promise<number> {
  return inRoom(async ({ port, address }) => {
    const messages = lessonMessages();
    const ref = await port.post(placeOf(''), messages[0] ?? { blocks: [], spoken: '' });
    const workerData: OpenPages = { address, pages };
    const thread = new Worker(new URL('./open-pages.js', import.meta.url), { workerData });
    await once(thread, 'message');
    const edit = async (count: number): Promise<void> => {
      for (let at = 0; at < count; at += 1) {
        const message = messages[at % messages.length];
        if (message) await port.edit(ref, message);
        await wait(EDIT_EVERY_MS);
      }
    };
    const told = async (): Promise<number> => {
      thread.postMessage('told?');
      const [count] = (await once(thread, 'message')) as [number];
      return count;
    };
    await edit(EDITS / 2);
    const toldBefore = await told();
    const beforeMs = mainThreadMs();
    await edit(EDITS);
    const spentMs = mainThreadMs() - beforeMs;
    const edits = ((await told()) - toldBefore) / pages;
    await thread.terminate();
    if (edits < EDITS * 0.99) throw new Error(`pages were told ${edits} of ${EDITS} edits`);
    return spentMs / edits;
  });
}

/** All watch their lessons to the end. */
export async function watchLessons(app: App, room: Room, lessons: LessonClass): Promise<void> {
  const learners = Array.from({ length: lessons.learners }, (_, index) => index);
  await Promise.all(
    learners.map(async (learner) => {
      await wait((lessons.startsWithinMs * learner) / lessons.learners);
      await watchLesson(app, room, lessons, learner);
    }),
  );
}

/** `/fit epochs:20 batch:10`, watched to the end. */
async function watchLesson(
  { runs, liveRuns }: App,
  { port }: Room,
  { epochs, hear, rooms = [''] }: LessonClass,
  learner: number,
): Promise<void> {
  const user = { id: `web:${learner}`, name: `Learner ${learner}` };
  const place = placeOf(rooms[learner % rooms.length] ?? '');
  const invocation: Invocation = {
    ...{ user, place, locale: 'en', moderates: false, pressed: false, files: [] },
    reply: (message) => port.post(place, message),
  };
  const show = liveRuns.show(invocation, 'en', 'keras');
  const owner = { ownerId: user.id, ownerName: user.name };
  const settings = { ...lesson(), epochs };
  const { record } = await runs.start({ ...owner, settings }, async (state) => {
    const watcher = await show(state);
    const update: RunWatcher['update'] = (now, event) => {
      hear?.(learner, event);
      watcher.update(now, event);
    };
    return { update, ready: watcher.ready.bind(watcher) };
  });
  await runs.ended(record.id);
  await liveRuns.settled(record.id);
}

function lesson(): FitSettings {
  const network = { layers: [6, 6], batchSize: 10, data: 'churn' };
  return { ...benchSettings(network), epochs: LESSON_EPOCHS, pace: 'watch' };
}

/** The message after each epoch of a lesson. */
function lessonMessages(): readonly ChatMessage[] {
  const settings = lesson();
  const record = { id: 'k3f9qd', ownerId: 'web:1', ownerName: 'Mina', settings, createdAtMs: 0 };
  const data = {
    ...({ name: 'churn', target: 'Exited', task: 'binary', metric: 'accuracy' } as const),
    rows: { read: 10_000, dropped: 0, filled: 0, training: 8000, validation: 0, test: 2000 },
    ...{ inputs: 11, outputs: 1, classes: ['0', '1'], leftOut: [], baseline: 0.7965 },
  };
  const events: RunEvent[] = [{ kind: 'started', data, backend: 'cpu', atMs: 0 }];
  return Array.from({ length: LESSON_EPOCHS }, (_, index) => {
    const logs = { loss: 0.5 / (index + 1), metric: 0.8 };
    const times = { steps: 800, elapsedMs: 95.3, firstStepMs: 0.4 };
    events.push({ kind: 'epoch-ended', epoch: index + 1, logs, ...times });
    const options = { t: translator('en'), view: 'keras', fits: () => true } as const;
    return renderRun(foldEvents(record, events), options);
  });
}
