/** A part, its share and the whole; what a few points of accuracy are in rows; how long so many take at a rate. */
import type { FormulaRole } from '../roles.js';
import { first, shareOf, sum, type Formula, type Given } from './formula.js';

function firsts(given: Given, roles: readonly FormulaRole[]): readonly number[] {
  return roles.map((role) => first(given[role]));
}

/** 10,000 × 0.2037 is not 2,036.9999 rows. */
const exact = (value: number): number => Number(value.toFixed(6));

/** The share that one count has in another. */
function ratio(
  gives: 'percentOf' | 'precision' | 'recall',
  needs: readonly [part: FormulaRole, whole: FormulaRole],
): Formula {
  return {
    ...{ gives, words: `sum.formula.${gives}`, needs },
    value(given) {
      const [part = NaN, whole = NaN] = firsts(given, needs);
      if (!(part >= 0 && whole > 0 && part <= whole)) return undefined;
      return { results: [part / whole], how: ({ plain }) => `${plain(part)} ÷ ${plain(whole)}` };
    },
  };
}

const partOf: Formula = {
  gives: 'partOf',
  words: 'sum.formula.partOf',
  needs: ['whole', 'ofWhole'],
  value({ whole, ofWhole = [] }) {
    const all = first(whole);
    const shares = ofWhole.map(shareOf);
    if (!(all > 0 && shares.every((share) => share >= 0) && exact(sum(shares)) <= 1))
      return undefined;
    const parts = shares.map((share) => exact(all * share));
    return {
      results: parts,
      how: ({ plain }) => shares.map((share) => `${plain(all)} × ${plain(share)}`).join(', '),
      params: { rest: exact(all - sum(parts)) },
    };
  },
};

const wholeOf: Formula = {
  gives: 'wholeOf',
  words: 'sum.formula.wholeOf',
  needs: ['part', 'ofWhole'],
  value({ part, ofWhole }) {
    const [some, share] = [first(part), shareOf(first(ofWhole))];
    if (!(some >= 0 && share > 0 && share <= 1)) return undefined;
    return {
      results: [exact(some / share)],
      how: ({ plain }) => `${plain(some)} ÷ ${plain(share)}`,
    };
  },
};

/** From an accuracy of 0.81 to one of 0.86, of 2,000 rows. */
const gain: Formula = {
  gives: 'gain',
  words: 'sum.formula.gain',
  needs: ['before', 'after', 'whole'],
  value({ before, after, whole }) {
    const [from, to, all] = [shareOf(first(before)), shareOf(first(after)), first(whole)];
    if (!(from >= 0 && from <= 1 && to >= 0 && to <= 1 && all > 0)) return undefined;
    const [larger, smaller] = [Math.max(from, to), Math.min(from, to)];
    return {
      results: [exact((larger - smaller) * all)],
      how: ({ plain }) => `(${plain(larger)} − ${plain(smaller)}) × ${plain(all)}`,
    };
  },
};

const timeAtRate: Formula = {
  gives: 'timeAtRate',
  words: 'sum.formula.timeAtRate',
  needs: ['amount', 'rate'],
  takes: ['epochs'],
  value({ amount, rate, epochs }) {
    const [many, perSecond, times] = [first(amount), first(rate), first(epochs ?? [1])];
    if (!(many > 0 && perSecond > 0 && times >= 1)) return undefined;
    return {
      results: [(many * times) / perSecond],
      how: ({ plain }) =>
        `${plain(many)}${times === 1 ? '' : ` × ${plain(times)}`} ÷ ${plain(perSecond)}`,
    };
  },
};

export const partFormulas: readonly Formula[] = [
  ratio('percentOf', ['part', 'whole']),
  ...[partOf, wholeOf, gain, timeAtRate],
  ratio('recall', ['truePositives', 'positives']),
  ratio('precision', ['truePositives', 'flagged']),
];
