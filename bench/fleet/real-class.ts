/** A real class in the whole tutor, in this process: what it saw, and the CPU it used. */
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { messagesInSight } from '../../src/adapters/web/chat-port.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { DatabaseStudyRooms } from '../../src/storage/study-rooms.js';
import { inRoom, watchLessons, type LessonClass } from '../edits.js';
import type { Meters } from './hand-over.js';
import type { LessonSeen } from './simulate.js';

export interface ClassCosts {
  /** By meter, in ms: per run without its epochs, and per epoch. */
  readonly run: Readonly<Record<string, number>>;
  readonly epoch: Readonly<Record<string, number>>;
}

/** A lesson, and one so short that mostly its beginning and end remain. */
const EPOCHS = 20;
const FEW_EPOCHS = 4;
/** Simultaneous lessons. */
export const CLASS = 40;
const roomNames = Array.from({ length: CLASS / messagesInSight }, (_, room) => `bench-${room}`);

const starts = { startsWithinMs: 500 };

/**
 * What a class costs, per run and per epoch; one of the meters is `edits`.
 * @param env on top of what every start needs
 * @param together `room`: all in one, mostly on its board; `rooms`: spread out so that each has their own
 *   message
 */
export function measureClass(
  env: NodeJS.ProcessEnv,
  meters: Meters,
  together: 'room' | 'rooms',
): Promise<ClassCosts> {
  return withTutor(env, async (take, edits) => {
    const rooms = together === 'room' ? [''] : roomNames;
    const metered: Meters = async () => ({ ...(await meters()), edits: edits() });
    // The first class compiles everything.
    await take({ ...starts, rooms, learners: CLASS, epochs: EPOCHS });
    const before = await metered();
    await take({ ...starts, rooms, learners: CLASS, epochs: FEW_EPOCHS });
    const between = await metered();
    await take({ ...starts, rooms, learners: CLASS, epochs: EPOCHS });
    const after = await metered();
    const run: Record<string, number> = {};
    const epoch: Record<string, number> = {};
    for (const name of Object.keys(before)) {
      const few = ((between[name] ?? 0) - (before[name] ?? 0)) / CLASS;
      const all = ((after[name] ?? 0) - (between[name] ?? 0)) / CLASS;
      const each = (all - few) / (EPOCHS - FEW_EPOCHS);
      epoch[name] = Math.max(0, each);
      run[name] = Math.max(0, few - FEW_EPOCHS * each);
    }
    return { run, epoch };
  });
}

/** What a class of that size sees, once everything is compiled. @param env as in `measureClass` */
export function watchClass(
  env: NodeJS.ProcessEnv,
  lessons: LessonClass,
): Promise<readonly LessonSeen[]> {
  return withTutor(env, async (take) => {
    await take({ ...starts, learners: CLASS, epochs: EPOCHS });
    return take(lessons);
  });
}

type Take = (lessons: LessonClass) => Promise<readonly LessonSeen[]>;

/** @param work also receives the number of edits so far */
function withTutor<T>(
  env: NodeJS.ProcessEnv,
  work: (take: Take, edits: () => number) => Promise<T>,
): Promise<T> {
  return inRoom(async (room, database, dataDir) => {
    const app = await buildApp(
      readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }),
      databaseStores(database, dataDir),
      pino({ level: 'silent' }),
    );
    const { port } = room;
    const edit = port.edit.bind(port);
    let edits = 0;
    port.edit = (ref, message) => {
      edits += 1;
      return edit(ref, message);
    };
    app.addPlatform(room);
    const studyRooms = new DatabaseStudyRooms(database);
    for (const name of roomNames) await studyRooms.open(name, '');
    const take: Take = async (lessons) => {
      const startMs = performance.now();
      const seen = Array.from({ length: lessons.learners }, (_, learner): LessonSeen => {
        const askedAtMs = (lessons.startsWithinMs * learner) / lessons.learners;
        return { askedAtMs, endedAtMs: Infinity, trainedAtMs: [] };
      });
      await watchLessons(app, room, {
        ...lessons,
        hear: (learner, { kind }) => {
          const lesson = seen[learner];
          const nowMs = performance.now() - startMs;
          if (kind === 'epoch-ended') lesson?.trainedAtMs.push(nowMs);
          if (lesson && kind === 'completed') lesson.endedAtMs = nowMs;
        },
      });
      return seen;
    };
    try {
      return await work(take, () => edits);
    } finally {
      await app.close();
    }
  });
}
