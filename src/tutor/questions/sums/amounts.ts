/** The numbers of a question by their roles, for whoever needs no sum. */
import { readSum } from './reading.js';
import type { Amounts } from './roles.js';

export type { Amounts };

/** @param text as `normalText` gives it */
export function readAmounts(text: string): Amounts {
  return readSum(text).amounts;
}
