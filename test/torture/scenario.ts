/** A scenario of the torture run, and its findings. */
import type { Random } from './random.js';

export interface Finding {
  /** Counters, by their names in the report. */
  readonly figures: Map<string, number>;
  /** Violations, one sentence each; empty if everything held. */
  readonly problems: string[];
  /** Why something could not be tried here. */
  readonly skipped: string[];
}

export interface Scenario {
  readonly name: string;
  readonly about: string;
  /** Runs rounds until the time is over, at least one. */
  run(setting: Setting): Promise<Finding>;
}

export interface Setting {
  /** The same for the same seed and scenario. */
  readonly random: Random;
  /** No round begins after this many ms. */
  readonly spendMs: number;
  /** Where evidence of a failure goes; empty at first. */
  readonly folder: string;
}

export function noFinding(): Finding {
  return { figures: new Map(), problems: [], skipped: [] };
}

export function count({ figures }: Finding, what: string, more = 1): void {
  figures.set(what, (figures.get(what) ?? 0) + more);
}

export function longest({ figures }: Finding, what: string, value: number): void {
  figures.set(what, Math.max(figures.get(what) ?? 0, Math.round(value)));
}

/** One round after the other while there is time. */
export async function rounds(spendMs: number, round: (index: number) => Promise<void>) {
  const beganMs = performance.now();
  let index = 0;
  do {
    await round(index);
    index += 1;
  } while (performance.now() - beganMs < spendMs);
}
