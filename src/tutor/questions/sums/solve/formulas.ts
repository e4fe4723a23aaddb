/**
 * The small formulas of a training step and of its numbers. Unlike the equations beside them nothing is derived from anything
 * else.
 */
import type { Quantity } from '../asked-words.js';
import type { Formula, Given, Worked } from './formula.js';
import { partFormulas } from './part-formulas.js';
import { scalingFormulas } from './scaling-formulas.js';
import { scoreFormulas } from './score-formulas.js';
import { trainingFormulas } from './training-formulas.js';

/** Of several that give the same the earlier one is taken. */
export const formulas: readonly Formula[] = [
  ...trainingFormulas,
  ...scoreFormulas,
  ...scalingFormulas,
  ...partFormulas,
];

/** The formula that gives what is asked; undefined where none does from these numbers. */
export function workOut(given: Given, asked: Quantity): Worked | undefined {
  for (const formula of formulas) {
    const worked = formula.gives === asked ? work(formula, given) : undefined;
    if (worked) return worked;
  }
  return undefined;
}

/** What else follows from the same numbers, of what is told together. */
export function alongside({ formula, given }: Worked): readonly Worked[] {
  if (formula.name === undefined) return [];
  return formulas.flatMap((other) =>
    other.name === undefined || other.gives === formula.gives ? [] : (work(other, given) ?? []),
  );
}

function work(formula: Formula, given: Given): Worked | undefined {
  const { needs, takes = [] } = formula;
  if (!needs.every((role) => given[role])) return undefined;
  const result = formula.value(given);
  if (!result?.results.every(Number.isFinite)) return undefined;
  return { ...result, formula, given, used: [...needs, ...takes].filter((role) => given[role]) };
}
