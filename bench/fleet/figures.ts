/** What learners experienced in their lessons, in seconds; the same for real and simulated ones. */
import { spreadOf, type Spread } from './spread.js';
import type { LessonSeen } from './simulate.js';

const MS_PER_SECOND = 1_000;

export interface Figures {
  /** From the request to the first epoch's numbers. */
  readonly first: Spread;
  /** From one epoch's numbers to the next. */
  readonly epoch: Spread;
  /** From the request to the end of the run. */
  readonly run: Spread;
  /** Learners who never saw their run's end. */
  readonly lost: number;
}

export function figuresOf(lessons: readonly LessonSeen[]): Figures {
  const seconds = (ms: readonly number[]): Spread => spreadOf(ms.map((one) => one / MS_PER_SECOND));
  return {
    first: seconds(
      lessons.map(({ askedAtMs, trainedAtMs }) => (trainedAtMs[0] ?? Infinity) - askedAtMs),
    ),
    epoch: seconds(lessons.flatMap(({ trainedAtMs }) => gaps(trainedAtMs))),
    run: seconds(lessons.map(({ askedAtMs, endedAtMs }) => endedAtMs - askedAtMs)),
    lost: lessons.filter(({ endedAtMs }) => endedAtMs === Infinity).length,
  };
}

function gaps(timesMs: readonly number[]): readonly number[] {
  return timesMs.slice(1).map((atMs, index) => atMs - (timesMs[index] ?? atMs));
}
