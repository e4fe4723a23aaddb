/** How often each value of a sweep is trained: once, and with more seeds where that is quick enough. */
import type { BoardLine } from './board.js';
import type { RunState } from './run.js';

/** Three is the smallest number that shows a spread rather than the accident of two. */
export const SEEDS = 3;

/**
 * The most training time that further seeds may cost, going by what the first ones took, in ms: no longer
 * than a person who watches waits for a better answer.
 */
export const MORE_SEEDS_MS = 60_000;

export interface SeedDecision {
  /** `stopped`: somebody stopped a run or it broke off, so no more are begun. */
  readonly kind: 'three' | 'slow' | 'stopped';
  /** How long all runs with the first seed took to train, as measured. */
  readonly firstMs: number;
  /** How long further seeds would take at that rate. */
  readonly moreMs: number;
}

/** @param states of the runs with the first seed, which are over */
export function decideSeeds(states: readonly (RunState | undefined)[]): SeedDecision {
  const isWhole = states.every((state) => state?.phase === 'completed');
  const firstMs = states
    .flatMap((state) => state?.finished ?? [])
    .reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  const moreMs = (SEEDS - 1) * firstMs;
  return {
    kind: isWhole ? (moreMs <= MORE_SEEDS_MS ? 'three' : 'slow') : 'stopped',
    firstMs,
    moreMs,
  };
}

/** Every value is trained with one seed first: those are the board's first lines. */
function firstSeedOf(lines: readonly BoardLine[]): number {
  return lines[0]?.settings.seed ?? 0;
}

/** Of one state a line, those of lines with the first seed. */
export function withFirstSeed<T>(lines: readonly BoardLine[], states: readonly T[]): readonly T[] {
  const seed = firstSeedOf(lines);
  return states.filter((_, index) => lines[index]?.settings.seed === seed);
}

/** The same values with the next seeds, unless they are there already. */
export function furtherSeeds(
  lines: readonly BoardLine[],
  states: readonly (RunState | undefined)[],
): readonly BoardLine[] {
  if (decideSeeds(withFirstSeed(lines, states)).kind !== 'three') return [];
  const first = firstSeedOf(lines);
  const asked = lines.filter(({ settings }) => settings.seed === first);
  const wanted = Array.from(
    { length: SEEDS - 1 },
    (_, index) => (first + index + 1) % 2 ** 32,
  ).flatMap((seed) =>
    asked.map(({ ownerId, ownerName, settings }) => ({
      ...{ ownerId, ownerName, settings: { ...settings, seed } },
    })),
  );
  // They are added one by one in this order, so those that are there already are the first ones.
  return wanted.slice(lines.length - asked.length);
}
