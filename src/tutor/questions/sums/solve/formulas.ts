/**
 * The small formulas of a training step: lists of numbers in, one or several out. Unlike the equations beside
 * them nothing is derived from anything else.
 */
import type { MessageKey } from '../../../../content/translator.js';
import type { Quantity } from '../asked-words.js';
import type { FormulaRole } from '../roles.js';

export type GivenRole = FormulaRole | 'epochs' | 'epochNow';
type Lists = Readonly<Partial<Record<GivenRole, readonly number[]>>>;

export const activations = ['relu', 'sigmoid', 'tanh'] as const;

/** The numbers of a question by their roles, in the order of the text. */
export interface Given extends Lists {
  /** They were written as percents, and results that are of their kind are, too. */
  readonly isPercent?: boolean;
  readonly activation?: (typeof activations)[number];
}

/** Writes a number: `of` one of those that were given, `plain` a count. */
export interface Say {
  readonly of: (value: number) => string;
  readonly plain: (value: number) => string;
}

interface Result {
  readonly results: readonly number[];
  /** The formula with the numbers put in. */
  readonly how: (say: Say) => string;
  /** What else its words are told. */
  readonly params?: Readonly<Record<string, number | string>>;
}

interface Formula {
  readonly gives: Quantity;
  readonly words: MessageKey;
  readonly needs: readonly GivenRole[];
  /** What it can do without. */
  readonly takes?: readonly GivenRole[];
  /** A formula that is told along with others of the same numbers, by this name. */
  readonly name?: string;
  /** Its result is of the same kind as its numbers: percents of percents. */
  readonly keepsUnit?: true;
  /** Of numbers that do not fit together nothing follows. */
  readonly value: (given: Given) => Result | undefined;
}

export interface Worked extends Result {
  readonly formula: Formula;
  readonly given: Given;
  readonly used: readonly GivenRole[];
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const first = (values: readonly number[] | undefined): number => values?.[0] ?? NaN;
const isShare = (value: number): boolean => value > 0 && value < 1;
const e = (x: number, { plain }: Say): string => `e^${x < 0 ? `(${plain(x)})` : plain(x)}`;

/** A negative number in the middle of a formula stands in brackets. */
const inside = (value: number, write: (value: number) => string): string =>
  value < 0 ? `(${write(value)})` : write(value);

/** w ← w − η × g, plain gradient descent (keras v2.15.0, optimizers/sgd.py, without momentum). */
const newWeight: Formula = {
  gives: 'newWeight',
  words: 'sum.formula.newWeight',
  needs: ['weight', 'gradient', 'learningRate'],
  value({ weight = [], gradient = [], learningRate }) {
    const rate = first(learningRate);
    if (weight.length !== gradient.length) return undefined;
    return {
      results: weight.map((one, index) => one - rate * (gradient[index] ?? 0)),
      how: ({ plain }) =>
        weight
          .map((one, at) => `${plain(one)} − ${plain(rate)} × ${inside(gradient[at] ?? 0, plain)}`)
          .join(', '),
    };
  },
};

/** LearningRateScheduler's step decay: epochs count from 1 here, so in the first nothing has changed yet. */
const learningRate: Formula = {
  gives: 'learningRate',
  words: 'sum.formula.learningRate',
  needs: ['learningRate', 'factor'],
  takes: ['interval', 'epochs', 'epochNow'],
  value({ learningRate: [start = 0] = [], factor: [given = 0] = [], interval, epochs, epochNow }) {
    const every = interval?.[0] ?? 1;
    const over = epochNow ? first(epochNow) - 1 : first(epochs);
    const times = Math.floor(over / every);
    if (!(times >= 1) || given <= 0 || given === 1 || !(every >= 1)) return undefined;
    const factor = given > 1 ? 1 / given : given;
    return {
      results: [start * factor ** times],
      how: ({ plain }) => `${plain(start)} × ${plain(factor)}${times > 1 ? `^${times}` : ''}`,
      params: { times },
    };
  },
};

const sigmoidOf = (x: number): number => 1 / (1 + Math.exp(-x));
const applied = {
  relu: (x: number) => Math.max(0, x),
  sigmoid: sigmoidOf,
  tanh: Math.tanh,
} as const;

/** What Dense computes for one unit: activation(dot(input, kernel) + bias) (keras v2.15.0, layers/core/dense.py). */
const neuron: Formula = {
  gives: 'neuron',
  words: 'sum.formula.neuron',
  needs: ['input', 'weight'],
  takes: ['bias'],
  value({ input = [], weight = [], bias, activation }) {
    if (input.length !== weight.length) return undefined;
    const before = sum(input.map((one, at) => one * (weight[at] ?? 0))) + (bias ? first(bias) : 0);
    return {
      results: [activation ? applied[activation](before) : before],
      how(say) {
        const { plain } = say;
        const products = input.map(
          (x, at) => `${inside(x, plain)} × ${inside(weight[at] ?? 0, plain)}`,
        );
        const all = [...products, ...(bias?.map((b) => inside(b, plain)) ?? [])].join(' + ');
        return activation ? `${activation}(${all}) = ${activation}(${plain(before)})` : all;
      },
    };
  },
};

const sigmoid: Formula = {
  gives: 'sigmoid',
  words: 'sum.formula.sigmoid',
  needs: ['value'],
  value: ({ value = [] }) => ({
    results: value.map(sigmoidOf),
    how: (say) => value.map((x) => `1 ÷ (1 + ${e(x === 0 ? 0 : -x, say)})`).join(', '),
  }),
};

const softmax: Formula = {
  gives: 'softmax',
  words: 'sum.formula.softmax',
  needs: ['value'],
  value({ value = [] }) {
    // Of large numbers e to their power is infinite; the largest taken off all changes no share.
    const powers = value.map((x) => Math.exp(x - Math.max(...value)));
    if (value.length < 2) return undefined;
    return {
      results: powers.map((power) => power / sum(powers)),
      how: (say) => value.map((x) => e(x, say)).join(' + '),
    };
  },
};

/** −ln of what the right answer was given; of several rows the mean (keras v2.15.0, backend.py, binary_crossentropy). */
const crossEntropy: Formula = {
  gives: 'crossEntropy',
  words: 'sum.formula.crossEntropy',
  needs: ['prediction'],
  takes: ['truth'],
  value({ prediction = [], truth = prediction.map(() => 1) }) {
    if (truth.length !== prediction.length || !prediction.every(isShare)) return undefined;
    if (!truth.every((one) => one === 0 || one === 1)) return undefined;
    // With one 1 among several classes that sum up to 1, only the right class counts.
    const isOneRow = truth.length > 2 && sum(truth) === 1 && Math.abs(sum(prediction) - 1) < 0.02;
    const rows = prediction
      .map((p, at) => ({ p, isTrue: truth[at] === 1 }))
      .filter(({ isTrue }) => isTrue || !isOneRow);
    return {
      results: [mean(rows.map(({ p, isTrue }) => -Math.log(isTrue ? p : 1 - p)))],
      how({ plain }) {
        const logs = rows.map(({ p, isTrue }) => `ln ${isTrue ? plain(p) : `(1 − ${plain(p)})`}`);
        return logs.length === 1 ? `−${logs.join()}` : `−(${logs.join(' + ')}) ÷ ${logs.length}`;
      },
    };
  },
};

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

/** In percent of what it was before. */
const change: Formula = {
  gives: 'change',
  words: 'sum.formula.change',
  needs: ['before', 'after'],
  value({ before: [before = 0] = [], after: [after = 0] = [] }) {
    if (before <= 0 || after < 0) return undefined;
    const share = (after - before) / before;
    return {
      results: [Math.abs(share)],
      how: ({ of }) => `(${of(after)} − ${of(before)}) ÷ ${of(before)}`,
      params: { direction: share < 0 ? 'down' : share > 0 ? 'up' : 'none' },
    };
  },
};

/** scikit-learn’s StandardScaler, and Keras’ Normalization layer. */
const standardised: Formula = {
  gives: 'standardised',
  words: 'sum.formula.standardised',
  needs: ['value', 'mean', 'deviation'],
  value({ value = [], mean: [middle = 0] = [], deviation: [deviation = 0] = [] }) {
    if (deviation <= 0) return undefined;
    return {
      results: value.map((one) => (one - middle) / deviation),
      how: ({ plain }) =>
        value
          .map((one) => `(${plain(one)} − ${inside(middle, plain)}) ÷ ${plain(deviation)}`)
          .join(', '),
    };
  },
};

/** scikit-learn’s MinMaxScaler; pixels are divided by the most, as their least is 0. */
const scaledValue: Formula = {
  gives: 'scaledValue',
  words: 'sum.formula.scaledValue',
  needs: ['value', 'most'],
  takes: ['least'],
  value({ value = [], most: [most = 0] = [], least: [least = 0] = [] }) {
    if (most <= least) return undefined;
    return {
      results: value.map((one) => (one - least) / (most - least)),
      how: ({ plain }) =>
        value
          .map((one) =>
            least === 0
              ? `${plain(one)} ÷ ${plain(most)}`
              : `(${plain(one)} − ${inside(least, plain)}) ÷ (${plain(most)} − ${inside(least, plain)})`,
          )
          .join(', '),
    };
  },
};

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
    const [p, r] = [first(precision), first(recall)].map((one) => (one > 1 ? one / 100 : one));
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

/** Of several that give the same the earlier one is taken. */
export const formulas: readonly Formula[] = [
  ...[newWeight, learningRate, neuron, sigmoid, softmax, crossEntropy],
  ...errors,
  ...means,
  ...[change, standardised, scaledValue],
  ...confusion,
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
