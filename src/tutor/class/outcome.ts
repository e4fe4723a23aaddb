/** What the runs of a round show together: counted and measured, nothing else. */
import type { RoundPlan } from '../../runs/round-plan.js';
import type { RunState } from '../../runs/run.js';
import type { Participant } from './round.js';

/** Losses no further apart than this share of the lower one are called equal; the message says so. */
const EQUAL_SHARE = 0.01;

export interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

/** What came of one value. */
export interface ChoiceOutcome {
  readonly choice: number;
  /** Those that were trained to their last epoch and whose losses are numbers. */
  readonly runs: readonly RunState[];
  /** Of the last epoch. */
  readonly loss: Spread;
  readonly metric: Spread;
  /** Weight updates of one run. */
  readonly updates: number;
  /** Mean loss over the runs, one for each epoch. */
  readonly curve: readonly number[];
}

export interface Outcome {
  /** In the order of the plan's values; only those that somebody trained to the end. */
  readonly choices: readonly ChoiceOutcome[];
  /** Runs that do not count: stopped, broken off, or their loss overflowed. */
  readonly uncounted: number;
  /** Values that ended best, within the share that counts as equal; empty where fewer than two were measured. */
  readonly best: readonly number[];
}

/** Which value a run had; undefined for none of them. */
export function choiceOf(plan: RoundPlan, { record }: RunState): number | undefined {
  const { seed: _, ...own } = record.settings;
  const sought = keyOf(own);
  const found = plan.settings.findIndex(({ seed: __, ...one }) => keyOf(one) === sought);
  return found < 0 ? undefined : found;
}

/** @param states of runs that are over */
export function outcomeOf(plan: RoundPlan, states: readonly RunState[]): Outcome {
  const counting = states.filter(isMeasured);
  const choices = plan.settings.flatMap((_, choice) => {
    const runs = counting.filter((state) => choiceOf(plan, state) === choice);
    return runs.length > 0 ? [choiceOutcome(choice, runs)] : [];
  });
  const lowest = Math.min(...choices.map(({ loss }) => loss.mean));
  const best = choices.filter(({ loss }) => loss.mean - lowest <= EQUAL_SHARE * Math.abs(lowest));
  return {
    choices,
    uncounted: states.length - counting.length,
    best: choices.length > 1 ? best.map(({ choice }) => choice) : [],
  };
}

/** Undefined where nothing was guessed, or what was guessed was not measured. */
export function isRight(
  { guess }: Pick<Participant, 'guess'>,
  { best }: Outcome,
): boolean | undefined {
  return guess === undefined || best.length === 0 ? undefined : best.includes(guess);
}

/** Whether the runs of one value and those of another came out in separate ranges. */
export function overlap(one: Spread, other: Spread): boolean {
  return one.most >= other.least && other.most >= one.least;
}

function isMeasured({ phase, record, finished }: RunState): boolean {
  const lasted = phase === 'completed' && finished.length === record.settings.epochs;
  return lasted && finished.every(({ logs }) => Number.isFinite(logs.loss));
}

function choiceOutcome(choice: number, runs: readonly RunState[]): ChoiceOutcome {
  const last = runs.map(({ finished }) => finished.at(-1)?.logs);
  const [first] = runs;
  const epochs = first?.finished ?? [];
  return {
    choice,
    runs,
    loss: spreadOf(last.map((logs) => logs?.loss ?? NaN)),
    metric: spreadOf(last.map((logs) => logs?.metric ?? NaN)),
    updates: epochs.reduce((sum, { steps }) => sum + steps, 0),
    curve: epochs.map((_, index) =>
      mean(runs.map(({ finished }) => finished[index]?.logs.loss ?? NaN)),
    ),
  };
}

function spreadOf(values: readonly number[]): Spread {
  return { mean: mean(values), least: Math.min(...values), most: Math.max(...values) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The same for settings that are the same, in whatever order they are written. */
function keyOf(settings: object): string {
  return JSON.stringify(Object.entries(settings).sort(([a], [b]) => a.localeCompare(b)));
}
