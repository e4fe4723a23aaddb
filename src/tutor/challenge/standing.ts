/**
 * The standings of a training challenge. An entry is a run that was not stopped, as a stopped one
 * cannot be reproduced from its settings. Nobody needs to submit anything.
 */
import type { FitSettings } from '../../runs/protocol.js';
import { stepsPerEpoch, type RunState } from '../../runs/run.js';
import type { Goal } from './goals.js';

/** The facts about a finished run that a challenge uses. */
export interface Entry {
  readonly runId: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly settings: FitSettings;
  /** Weight updates in all its epochs. */
  readonly updates: number;
  /** Iterations per epoch. */
  readonly steps: number;
  readonly epochs: number;
  /** On the test rows, with its final weights: those of the best epoch where `patience` keeps them. */
  readonly metric: number;
  readonly loss: number;
  readonly endedAtMs: number;
}

export interface Placed extends Entry {
  /** The number of their finished runs, including this one. */
  readonly tries: number;
}

export interface Standing {
  /** The best run of each person who reached the goal; the best first. */
  readonly placed: readonly Placed[];
  readonly reached: readonly Entry[];
  /** The best of them first. */
  readonly missed: readonly Entry[];
}

/** The metric is a share of rows: rounding in its last bits must not matter. */
const ROUNDING = 1e-6;

/** @param runs in the challenge's channel, on its data, that started and ended while it was open */
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
  // A check only repeats another run, so it is not an entry.
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

/** A metric's distance from the target; negative where it is past it. */
function lack(
  { metric, target }: Extract<Goal, { readonly kind: 'updates' }>,
  value: number,
): number {
  return metric === 'accuracy' ? target - value : value - target;
}

/** Ties are broken by the other number, then by time. */
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
