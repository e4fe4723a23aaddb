/** What a kind of sum is. */
import type { Concept } from '../../../content/concepts.js';
import type { Text } from '../../../content/text.js';
import type { Translator } from '../../../content/translator.js';
import type { Facts } from '../../facts.js';
import type { Quantity } from './asked-words.js';
import type { Reading } from './reading.js';
import type { Amounts } from './roles.js';

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

export type { Facts };
