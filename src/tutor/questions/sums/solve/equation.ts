/** What one line of the table is. */
import type { MessageKey } from '../../../../content/translator.js';
import type { Range } from '../arithmetic.js';
import type { Unknown } from './unknowns.js';

/** Several numbers can fit: rows behind so many steps, batch sizes that make them. */
export type Value = number | Range;

export const isRange = (value: Value): value is Range => typeof value !== 'number';

export interface Equation {
  readonly gives: Unknown;
  /** In the order in which `value` takes them. */
  readonly from: readonly Unknown[];
  /** What does not make sense (`makesSense`) counts as undefined. */
  readonly value: (...numbers: readonly number[]) => Value | undefined;
  /**
   * The formula as it is told, with the names of the unknowns where their numbers are said (“4,200 rows”),
   * `#name` where the bare number is, `second` for 1 s. Without one it gives a number another name,
   * which needs no telling.
   */
  readonly told?: string;
  /** Before it is rounded. */
  readonly exact?: (...numbers: readonly number[]) => number;
  /** It does not hold where one of these is known as well. */
  readonly unless?: readonly Unknown[];
  /** These must be known from the start, not derived. */
  readonly given?: readonly Unknown[];
  /** What a beginner should know about it. */
  readonly note?: MessageKey;
  /** Nothing was derived: what is said where this was taken for want of a number. */
  readonly assumes?: MessageKey;
  /** It holds only roughly, so an exact one goes before it. */
  readonly isRough?: true;
}

type Besides = Omit<Equation, 'gives' | 'from' | 'value' | 'told'>;

export const equation = (
  gives: Unknown,
  from: readonly Unknown[],
  value: Equation['value'],
  told: string,
  besides: Besides = {},
): Equation => ({ gives, from, value, told, ...besides });

/** The same number by another name. */
export const sameAs = (
  gives: Unknown,
  other: Unknown,
  besides: Pick<Besides, 'unless' | 'given'> = {},
): Equation => ({ gives, from: [other], value: (number) => number, ...besides });

/** A formula whose result is rounded. */
export const rounded = (
  gives: Unknown,
  from: readonly Unknown[],
  exact: NonNullable<Equation['exact']>,
  round: (value: number) => number,
  told: string,
  besides: Besides = {},
): Equation =>
  equation(gives, from, (...numbers) => round(exact(...numbers)), told, { exact, ...besides });
