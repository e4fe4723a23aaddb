/** Questions with numbers that want a verbal answer: none may be answered with a sum. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { talked } from '../../../support/asked.js';
import type { AskedQuestion } from '../../../support/question-sets.js';

const folder = new URL('../../../fixtures/questions/no-sum/', import.meta.url);

/** The most that may become a sum; nobody has looked at `heldout`. */
const most = { train: 0, heldout: 2 };

test.each(['train', 'heldout'] as const)('%s: numbers alone make no sum', (part) => {
  const questions = readFileSync(new URL(`${part}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n');
  const summed = questions
    .map((line) => JSON.parse(line) as AskedQuestion)
    .filter(({ question = '', lang }) => {
      const { choice, target } = talked([question], { locale: lang });
      return choice === 'sure' && target === 'sum';
    });
  expect(summed.length).toBeLessThanOrEqual(most[part]);
});
