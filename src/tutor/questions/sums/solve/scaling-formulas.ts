/** A number beside others of its kind: how much it has changed, and what scaling makes of it. */
import { inside, type Formula } from './formula.js';

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

export const scalingFormulas: readonly Formula[] = [change, standardised, scaledValue];
