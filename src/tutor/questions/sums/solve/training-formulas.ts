/** What happens in one training step: a unit's output, its loss, the new weight. */
import { first, inside, mean, sum, type Formula, type Say } from './formula.js';

const isProbability = (value: number): boolean => value > 0 && value < 1;
const e = (x: number, { plain }: Say): string => `e^${x < 0 ? `(${plain(x)})` : plain(x)}`;

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
    if (truth.length !== prediction.length || !prediction.every(isProbability)) return undefined;
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

export const trainingFormulas: readonly Formula[] = [
  ...[newWeight, learningRate, neuron, sigmoid, softmax, crossEntropy],
];
