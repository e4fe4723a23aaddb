/** What lessons came to for learners, in seconds; the same of real ones and of simulated ones. */
import { spreadOf, type Spread } from './spread.js';
import type { LessonSeen } from './simulate.js';

const MS_PER_SECOND = 1_000;

export interface Figures {
  /** From asking until the first epoch's numbers are there. */
  readonly first: Spread;
  /** From one epoch's numbers to the next one's. */
  readonly epoch: Spread;
  /** From asking until the run is over. */
  readonly run: Spread;
  /** Who never saw their run's end. */
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
