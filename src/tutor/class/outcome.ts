/** A round's results by value, and which guess that makes right. */
import type { Translator } from '../../content/translator.js';
import { sweptValues, valueLabel, type SweptValue } from '../../render/sweep/swept.js';
import type { RoundPlan } from '../../runs/round-plan.js';
import type { RunState } from '../../runs/run.js';
import { gradeLowest, type Measured } from '../predict/grade.js';
import { lowestPrediction, type LowestPrediction } from '../predict/prediction.js';
import type { Participant } from './round.js';

/** The values that a round's runs had, without those that nobody trained. */
export function valuesOf({ option, settings }: RoundPlan, states: readonly RunState[]) {
  const all = sweptValues(states, [option]);
  return settings.flatMap((one) => {
    const value = all.find(({ label }) => label === valueLabel(one, [option]));
    return value ? [value] : [];
  });
}

export interface RoundGrade {
  /** Index among the round's answers: its values, followed by “about equal”. */
  readonly right: number;
  /** Indices of the values that somebody trained to the end. */
  readonly measured: readonly number[];
  /** The number of answers. */
  readonly answers: number;
}

/** The prediction: which value ends with the lowest loss, averaged over everyone who has it. */
export function guessOf({ settings, data }: RoundPlan, id: string): LowestPrediction {
  return lowestPrediction(id, settings, asked(data));
}

/**
 * Compares the values measured: one that nobody trained to the end does not compete, as its result is unknown.
 * @param states the runs that count
 * @returns undefined if fewer than two values were
 */
export function gradeRound(
  plan: RoundPlan,
  states: readonly RunState[],
  t: Translator,
): RoundGrade | undefined {
  const values = sweptValues(states, [plan.option]);
  const all = plan.settings.map((one) =>
    measuredOf(values.find(({ label }) => label === valueLabel(one, [plan.option]))),
  );
  const measured = [...all.keys()].filter((index) => all[index] !== undefined);
  if (measured.length < 2) return undefined;
  const settings = plan.settings.filter((_, index) => measured.includes(index));
  const prediction = lowestPrediction('', settings, asked(plan.data));
  const grade = gradeLowest(
    prediction,
    all.filter((one) => one !== undefined),
    t,
  );
  if (!grade) return undefined;
  const { length } = plan.settings;
  const right = measured[grade.right] ?? length;
  return { right, measured, answers: length + 1 };
}

/** Undefined if nothing was guessed, or the outcome is unknown. */
export function isRight(
  { guess }: Pick<Participant, 'guess'>,
  grade: RoundGrade | undefined,
): boolean | undefined {
  if (guess === undefined || !grade) return undefined;
  if (guess === grade.right) return true;
  // All of its runs were stopped.
  const isKnown = grade.measured.includes(guess) || guess === grade.answers - 1;
  return isKnown ? false : undefined;
}

function measuredOf(value: SweptValue | undefined): Measured | undefined {
  // A value that diverged with some seed has no mean.
  const runs = value && (value.diverged.length > 0 ? value.diverged : value.runs);
  const [first] = runs ?? [];
  if (!runs || !first) return undefined;
  const loss = runs.reduce((sum, run) => sum + run.loss, 0) / runs.length;
  return { epochs: first.finished.length, updates: first.updates, loss };
}

function asked({ name, rows }: RoundPlan['data']): LowestPrediction['data'] {
  return { name, rows: rows.training };
}
