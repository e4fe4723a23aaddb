/** How many live lessons one core carries: the whole program, with an open page for each of them. */
import { setTimeout as delay } from 'node:timers/promises';
import type { WireEntry } from '../src/adapters/web/wire.js';
import { Learner, RoomServer } from './room-server.js';

/**
 * One lesson is timed alone, to check that it is live; the cost per lesson is measured with all at once,
 * because an edit costs more with more pages.
 */
const LESSONS = 60;
const LESSON = '/fit data:churn epochs:20 batch:10 pace:watch';
/** People do not press at the same moment; in step, they would share messages. */
const STARTS_WITHIN_MS = 2_000;

export interface LessonsFigures {
  readonly lessons: number;
  /** From the request to reading the end: alone, and on average among all the others. */
  readonly aloneSeconds: number;
  readonly amongAllSeconds: number;
  /** All threads of the program, including chart and files. */
  readonly cpuSecondsPerLesson: number;
  /** Lessons one core carries at the pace of the single one. */
  readonly lessonsPerCore: number;
}

/**
 * @param lessons at once, each with its own page
 * @returns undefined if another process's CPU time cannot be read: outside Linux
 */
export async function benchLessons(lessons = LESSONS): Promise<LessonsFigures | undefined> {
  if (process.platform !== 'linux') return undefined;
  const server = await RoomServer.start({ MAX_RUNS: String(lessons) });
  try {
    return await measure(server, lessons);
  } finally {
    await server.end();
  }
}

async function measure(server: RoomServer, lessons: number): Promise<LessonsFigures> {
  const ends = new Ends();
  const [first, ...others] = await enterAll(server.address, lessons, ends);
  // Twice, as the first one loads data and engine.
  await take([first], ends);
  const aloneSeconds = await take([first], ends);
  const cpuBefore = await server.cpuSeconds();
  const amongAllSeconds = await take([first, ...others], ends);
  const cpuSecondsPerLesson = ((await server.cpuSeconds()) - cpuBefore) / lessons;
  for (const learner of [first, ...others]) learner.leave();
  const lessonsPerCore = aloneSeconds / cpuSecondsPerLesson;
  return { lessons, aloneSeconds, amongAllSeconds, cpuSecondsPerLesson, lessonsPerCore };
}

export function lessonsInWords(figures: LessonsFigures | undefined): string {
  if (!figures) return 'Live lessons a core: measured on Linux only';
  const { lessons, aloneSeconds, amongAllSeconds, cpuSecondsPerLesson, lessonsPerCore } = figures;
  return [
    `Live lessons a core: ${lessonsPerCore.toFixed(0)}`,
    `  alone a lesson takes ${aloneSeconds.toFixed(1)} s, with ${lessons} at once ${amongAllSeconds.toFixed(1)} s`,
    `  it costs ${cpuSecondsPerLesson.toFixed(3)} s of CPU, with ${lessons} pages open`,
  ].join('\n');
}

/** The first learner's page reports everybody's lessons. */
async function enterAll(
  address: string,
  count: number,
  ends: Ends,
): Promise<[Learner, ...Learner[]]> {
  const first = await Learner.enter(address, ends.hear);
  const others: Learner[] = [];
  while (others.length < count - 1) others.push(await Learner.enter(address));
  return [first, ...others];
}

/** Everybody takes the lesson. @returns the average time it took, in seconds */
async function take(learners: readonly Learner[], ends: Ends): Promise<number> {
  const over = ends.expect(learners.length);
  let startsMs = 0;
  for (const learner of learners) {
    startsMs += performance.now();
    await learner.type(LESSON);
    if (learners.length > 1) await delay(STARTS_WITHIN_MS / learners.length);
  }
  return ((await over) - startsMs) / learners.length / 1000;
}

/** When lessons ended, as reported by a page. */
class Ends {
  /** When each end was read, by entry; an end with files is complete. */
  readonly #readAtMs = new Map<number, number>();
  readonly #complete = new Set<number>();
  #expected = 0;
  #resolve: (sumMs: number) => void = () => undefined;

  /** Resolves with the sum of the times at which that many lessons' ends were read, once all are complete. */
  expect(lessons: number): Promise<number> {
    this.#readAtMs.clear();
    this.#expected = this.#complete.size + lessons;
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  readonly hear = ({ id, body }: WireEntry): void => {
    if (body.kind !== 'answer' || !/^Run \w+ is done/.test(body.spoken)) return;
    if (this.#complete.has(id)) return;
    if (!this.#readAtMs.has(id)) this.#readAtMs.set(id, performance.now());
    if (body.files.length === 0) return;
    this.#complete.add(id);
    if (this.#complete.size < this.#expected) return;
    this.#resolve([...this.#readAtMs.values()].reduce((sum, atMs) => sum + atMs, 0));
  };
}
