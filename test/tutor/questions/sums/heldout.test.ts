/**
 * How many sums are right on questions nobody looked at while the sum reader was made: `spread` has every
 * kind of sum about equally often, in any wording; `newcomers` is what a beginner asks; `formulas` asks for
 * the small formulas of a training step, and for what looks alike; `wordings` is terse questions and awkward
 * ones: guesses, numbers that do not matter, two plans in one sentence; `askers` is what people asked who had
 * been told only the subject; `parts` asks for parts, shares, speeds and what looks alike; `both` asks for two
 * things at once or divides a table in three, and was written beside the code that answers it. A third of every
 * batch of labelled questions goes here; none of its lines may be among those that are learned from.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLabelledSums } from '../../../../src/content/labelled-sums.js';
import { asked } from '../../../support/asked.js';
import { holds } from '../../../support/question-sets.js';

interface HeldOut {
  readonly lang: 'en' | 'ko';
  readonly question: string;
  /** `words` if no sum is wanted. */
  readonly asks: string;
  readonly numbers: readonly string[];
}

const folder = new URL('../../../fixtures/questions/sums-heldout/', import.meta.url);
const heldOut = (name: string): readonly HeldOut[] =>
  readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as HeldOut);

const share = (part: number, all: number): number => Math.round((1000 * part) / all) / 1000;

/**
 * The results when these were written, rounded down: a change may raise them, never lower them. `wrong` holds
 * the thresholds of sum-bids.ts from below, `right` and `alone` from above.
 */
const floors = {
  spread: { right: 0.79, alone: 0.63, wrong: 0.085, sumsForWords: 0.035 },
  newcomers: { right: 0.92, alone: 0.84, wrong: 0.015, sumsForWords: 0.015 },
  formulas: { right: 0.83, alone: 0.55, wrong: 0.045, sumsForWords: 0.03 },
  wordings: { right: 0.905, alone: 0.71, wrong: 0.04, sumsForWords: 0.06 },
  askers: { right: 0.9, alone: 0.8, wrong: 0.05, sumsForWords: 0.11 },
  parts: { right: 0.435, alone: 0.19, wrong: 0.1, sumsForWords: 0.02 },
  both: { right: 0.7, alone: 0.64, wrong: 0.19, sumsForWords: 0.34 },
};

const sets = Object.keys(floors) as readonly (keyof typeof floors)[];

describe.each(sets)('%s', (name) => {
  test('most sums are right, few are wrong without a doubt, and questions that want words get no sum', () => {
    const answered = heldOut(name).map((line) => ({
      line,
      said: asked(line.question, { locale: line.lang }),
    }));
    const sums = answered.filter(({ line }) => line.asks !== 'words');
    const right = sums.filter(
      ({ line, said }) =>
        said.choice !== 'unsure' && line.numbers.every((number) => holds(said.words, number)),
    );
    const wrong = sums.filter((one) => one.said.choice === 'sure' && !right.includes(one));
    const words = answered.filter(({ line }) => line.asks === 'words');
    const sumsForWords = words.filter(({ said }) => said.target === 'sum');
    const figures = {
      right: share(right.length, sums.length),
      alone: share(sums.filter(({ said }) => said.choice === 'sure').length, sums.length),
      wrong: share(wrong.length, sums.length),
      sumsForWords: share(sumsForWords.length, words.length),
    };
    console.info(
      `sums held out, ${name}: ${answered.length} questions, ${JSON.stringify(figures)}`,
    );
    expect(figures.right).toBeGreaterThanOrEqual(floors[name].right);
    expect(figures.alone).toBeGreaterThanOrEqual(floors[name].alone);
    expect(figures.wrong).toBeLessThanOrEqual(floors[name].wrong);
    expect(figures.sumsForWords).toBeLessThanOrEqual(floors[name].sumsForWords);
  }, 300_000);

  test('none of them was used for learning', () => {
    const spelled = (text: string): string => text.toLowerCase().replace(/[\s?.!,~]+/g, '');
    const learned = new Set(
      readLabelledSums('src/content/asked-sums').map(({ text }) => spelled(text)),
    );
    const known = heldOut(name).filter(({ question }) => learned.has(spelled(question)));
    expect(known.map(({ question }) => question)).toEqual([]);
  });
});
