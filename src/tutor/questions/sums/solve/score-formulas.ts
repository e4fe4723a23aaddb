/** How good predictions are: errors and their means, and what a confusion matrix counts. */
import type { FormulaRole } from '../roles.js';
import {
  first,
  inside,
  mean,
  shareOf,
  sum,
  type Formula,
  type Result,
  type Say,
} from './formula.js';

/** The errors of a regression: told, or what was predicted minus what is true. */
function ofErrors(
  gives: 'mse' | 'mae' | 'rmse',
  each: (error: number) => number,
  written: (error: string) => string,
): readonly Formula[] {
  const root = gives === 'rmse';
  const result = (errors: readonly number[], write: (at: number, say: Say) => string): Result => ({
    results: [root ? Math.sqrt(mean(errors.map(each))) : mean(errors.map(each))],
    how(say) {
      const all = errors.map((_, at) => written(write(at, say))).join(' + ');
      const how = errors.length === 1 ? all : `(${all}) ÷ ${errors.length}`;
      return root ? `√(${how})` : how;
    },
  });
  const common = { gives, name: gives.toUpperCase(), words: `sum.formula.${gives}` } as const;
  const bare = gives === 'mae';
  return [
    {
      ...common,
      needs: ['truth', 'prediction'],
      value({ truth = [], prediction = [] }) {
        if (truth.length !== prediction.length) return undefined;
        const pair = (at: number, { plain }: Say): string => {
          const text = `${plain(prediction[at] ?? 0)} − ${inside(truth[at] ?? 0, plain)}`;
          return bare ? text : `(${text})`;
        };
        return result(
          prediction.map((one, at) => one - (truth[at] ?? 0)),
          pair,
        );
      },
    },
    {
      ...common,
      needs: ['error'],
      value: ({ error = [] }) =>
        result(error, (at, { plain }) =>
          (bare ? plain : (one: number) => inside(one, plain))(error[at] ?? 0),
        ),
    },
  ];
}

const errors: readonly Formula[] = [
  ...ofErrors(
    'mse',
    (error) => error ** 2,
    (error) => `${error}²`,
  ),
  ...ofErrors('mae', Math.abs, (error) => `|${error}|`),
  ...ofErrors(
    'rmse',
    (error) => error ** 2,
    (error) => `${error}²`,
  ),
];

const means: readonly Formula[] = [
  {
    gives: 'mean',
    words: 'sum.formula.weightedMean',
    needs: ['value', 'count'],
    keepsUnit: true,
    value({ value = [], count = [] }) {
      if (value.length < 2 || value.length !== count.length) return undefined;
      return {
        results: [sum(value.map((one, at) => one * (count[at] ?? 0))) / sum(count)],
        how: ({ of, plain }) =>
          `(${value.map((one, at) => `${of(one)} × ${plain(count[at] ?? 0)}`).join(' + ')}) ÷ ${plain(sum(count))}`,
      };
    },
  },
  {
    gives: 'mean',
    words: 'sum.formula.mean',
    needs: ['value'],
    keepsUnit: true,
    value: ({ value = [] }) =>
      value.length < 2
        ? undefined
        : {
            results: [mean(value)],
            how: ({ of }) =>
              `(${value.map((one) => inside(one, of)).join(' + ')}) ÷ ${value.length}`,
          },
  },
];

/** A part of all, where both are counts. */
function share(
  gives: 'precision' | 'recall' | 'accuracy' | 'specificity',
  roles: readonly [part: readonly FormulaRole[], rest: readonly FormulaRole[]],
): Formula {
  const [part, rest] = roles;
  return {
    ...{ gives, name: gives, words: `sum.formula.${gives}`, needs: [...part, ...rest] },
    value(given) {
      const counts = (of: readonly FormulaRole[]): readonly number[] =>
        of.map((role) => first(given[role]));
      const [ofPart, all] = [counts(part), counts([...part, ...rest])];
      if (!all.every((count) => count >= 0 && Number.isInteger(count)) || sum(all) === 0)
        return undefined;
      const added = (values: readonly number[], { plain }: Say): string =>
        values.length === 1 ? values.map(plain).join() : `(${values.map(plain).join(' + ')})`;
      return {
        results: [sum(ofPart) / sum(all)],
        how: (say) => `${added(ofPart, say)} ÷ ${added(all, say)}`,
      };
    },
  };
}

/** The harmonic mean of precision and recall (van Rijsbergen 1979, “Information Retrieval”, ch. 7). */
const f1: Formula = {
  gives: 'f1',
  name: 'F1',
  words: 'sum.formula.f1',
  needs: ['precision', 'recall'],
  value({ precision, recall }) {
    const [p, r] = [first(precision), first(recall)].map(shareOf);
    if (p === undefined || r === undefined || p <= 0 || r <= 0) return undefined;
    return {
      results: [(2 * p * r) / (p + r)],
      how: ({ plain }) => `2 × ${plain(p)} × ${plain(r)} ÷ (${plain(p)} + ${plain(r)})`,
    };
  },
};

const ofCounts: Formula = {
  ...f1,
  needs: ['truePositives', 'falsePositives', 'falseNegatives'],
  value(given) {
    const [precision, recall] = [precisionOf.value(given), recallOf.value(given)];
    return (
      precision && recall && f1.value({ precision: precision.results, recall: recall.results })
    );
  },
};

const precisionOf = share('precision', [['truePositives'], ['falsePositives']]);
const recallOf = share('recall', [['truePositives'], ['falseNegatives']]);

const confusion: readonly Formula[] = [
  precisionOf,
  recallOf,
  f1,
  ofCounts,
  share('accuracy', [
    ['truePositives', 'trueNegatives'],
    ['falsePositives', 'falseNegatives'],
  ]),
  share('specificity', [['trueNegatives'], ['falsePositives']]),
];

export const scoreFormulas: readonly Formula[] = [...errors, ...means, ...confusion];
