/** What a kind of sum is. */
import type { Concept } from '../../../content/concepts.js';
import type { Text } from '../../../content/text.js';
import type { Translator } from '../../../content/translator.js';
import type { Facts } from '../../facts.js';
import type { Quantity } from './asked-words.js';
import type { Reading } from './reading.js';
import type { Amounts, Role } from './roles.js';
import { askedScore } from './want.js';

/** `asked`: a quantity is asked and follows from the asker's numbers; `seen`: their numbers satisfy an equation. */
export type Intent = 'asked' | 'seen';

export interface Draft {
  readonly intent: Intent;
  /** From 0 to 1: how surely it is wanted. */
  readonly score: number;
  /** The numbers that it is worked with. */
  readonly amounts: Amounts;
  /** A paragraph each; the first opens with the result. */
  readonly lines: (t: Translator) => readonly Text[];
}

export interface SumKind {
  readonly name: string;
  /** What a follow-up (“and with batch 10?”) asks again. */
  readonly asks: Quantity;
  readonly concepts: readonly Concept[];
  /** Undefined where its numbers are not there, or nobody wants it. */
  readonly bid: (reading: Reading, facts: Facts) => Draft | readonly Draft[] | undefined;
}

interface Besides {
  /** Where they are not simply the question's. */
  readonly amounts?: Amounts;
  /** What speaks for it beside what is asked. */
  readonly more?: number;
}

/**
 * A sum that is asked for; undefined where it is not.
 * @param strength how surely, as `wants` gives it
 * @param used the numbers that it is worked with, or that do not matter to it
 */
export function asked(
  reading: Reading,
  strength: number,
  used: readonly Role[],
  lines: Draft['lines'],
  { amounts = reading.amounts, more = 0 }: Besides = {},
): Draft | undefined {
  if (strength === 0) return undefined;
  const score = Math.min(1, askedScore(reading, strength, used) + more);
  return { intent: 'asked', score, amounts, lines };
}

export type { Facts };
