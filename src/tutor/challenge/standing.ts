/**
 * Who stands where in a challenge of runs. An entry is a run that came to its end: what a stopped one was
 * like cannot be had again from its settings. Nobody hands anything in.
 */
import type { FitSettings } from '../../runs/protocol.js';
import { stepsPerEpoch, type RunState } from '../../runs/run.js';
import type { Goal } from './goals.js';

/** A run that ended by itself, as far as a challenge asks. */
export interface Entry {
  readonly runId: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly settings: FitSettings;
  /** Weight updates made in all its epochs. */
  readonly updates: number;
  /** Iterations of one epoch. */
  readonly steps: number;
  readonly epochs: number;
  /** On the test rows, with the weights it ended with: those of the best epoch where `patience` keeps them. */
  readonly metric: number;
  readonly loss: number;
  readonly endedAtMs: number;
}

export interface Placed extends Entry {
  /** Runs of theirs that ended, this one counted. */
  readonly tries: number;
}

export interface Standing {
  /** Of each person who reached it the best run; the best first. */
  readonly placed: readonly Placed[];
  readonly reached: readonly Entry[];
  /** The best of them first. */
  readonly missed: readonly Entry[];
}

/** The metric is a share of rows: rounding in its last bits decides nothing. */
const ROUNDING = 1e-6;

/** @param runs of the challenge's channel, on its data, that were begun and ended while it was open */
export function standingOf(goal: Goal, runs: readonly RunState[]): Standing {
  const entries = runs.map(entryOf).filter((entry) => entry !== undefined);
  const reached = entries.filter((entry) => reaches(goal, entry)).sort(byRank(goal));
  const missed = entries.filter((entry) => !reaches(goal, entry)).sort(byNearness(goal));
  const people = new Set<string>();
  const best = reached.filter(({ ownerId }) => !people.has(ownerId) && people.add(ownerId));
  const placed = best.map((entry) => ({
    ...entry,
    tries: entries.filter(({ ownerId }) => ownerId === entry.ownerId).length,
  }));
  return { placed, reached, missed };
}

function entryOf({ record, phase, finished, test, data, endedAtMs }: RunState): Entry | undefined {
  // A check trains another run once more: that is nobody's idea.
  if (phase !== 'completed' || !test || !data || record.settings.checks !== undefined) {
    return undefined;
  }
  if (!Number.isFinite(test.loss) || !Number.isFinite(test.metric)) return undefined;
  return {
    ...{ runId: record.id, ownerId: record.ownerId, ownerName: record.ownerName },
    settings: record.settings,
    updates: finished.reduce((sum, { steps }) => sum + steps, 0),
    steps: stepsPerEpoch(data.rows.training, record.settings.batchSize),
    epochs: finished.length,
    ...{ metric: test.metric, loss: test.loss },
    endedAtMs: endedAtMs ?? 0,
  };
}

function reaches(goal: Goal, { metric, updates }: Entry): boolean {
  if (goal.kind === 'loss') return updates <= goal.mostUpdates;
  return lack(goal, metric) <= ROUNDING;
}

/** How far a metric is from the target; below 0 where it is past it. */
function lack(
  { metric, target }: Extract<Goal, { readonly kind: 'updates' }>,
  value: number,
): number {
  return metric === 'accuracy' ? target - value : value - target;
}

/** Of equal ones the one with the better other number, then the earlier. */
function byRank(goal: Goal): (a: Entry, b: Entry) => number {
  return goal.kind === 'loss'
    ? (a, b) => a.loss - b.loss || a.updates - b.updates || earlier(a, b)
    : (a, b) =>
        a.updates - b.updates || lack(goal, a.metric) - lack(goal, b.metric) || earlier(a, b);
}

function byNearness(goal: Goal): (a: Entry, b: Entry) => number {
  return goal.kind === 'loss'
    ? (a, b) => a.updates - b.updates || earlier(a, b)
    : (a, b) => lack(goal, a.metric) - lack(goal, b.metric) || earlier(a, b);
}

function earlier(a: Entry, b: Entry): number {
  return a.endedAtMs - b.endedAtMs || (a.runId < b.runId ? -1 : 1);
}
