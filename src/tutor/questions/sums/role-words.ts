/**
 * What speaks for a role right after a number, right before it or around it, and how much. Data, not
 * rules: all of it is weighed together (assign.ts), so the order does not matter. Compound names weigh
 * more than the words in them, so that “100 rows per batch” is no number of rows.
 */
import { dataWords } from './role-words/data.js';
import type { Evidence } from './role-words/evidence.js';
import { otherWords } from './role-words/other.js';
import { shareWords } from './role-words/shares.js';
import { trainingWords } from './role-words/training.js';

export const evidence: readonly Evidence[] = [
  ...dataWords,
  ...trainingWords,
  ...shareWords,
  ...otherWords,
];
