/** What a formula is: lists of numbers in, one or several out. */
import type { MessageKey } from '../../../../content/translator.js';
import type { Quantity } from '../asked-words.js';
import type { FormulaRole } from '../roles.js';

export type GivenRole = FormulaRole | 'epochs' | 'epochNow';
type Lists = Readonly<Partial<Record<GivenRole, readonly number[]>>>;

export const activations = ['relu', 'sigmoid', 'tanh'] as const;

/** The numbers of a question by their roles, in the order of the text. */
export interface Given extends Lists {
  /** They were written as percents, and results that are of their kind are, too. */
  readonly isPercent?: boolean;
  readonly activation?: (typeof activations)[number];
}

/** Writes a number: `of` one of those that were given, `plain` a count. */
export interface Say {
  readonly of: (value: number) => string;
  readonly plain: (value: number) => string;
}

export interface Result {
  readonly results: readonly number[];
  /** The formula with the numbers put in. */
  readonly how: (say: Say) => string;
  /** What else its words are told. */
  readonly params?: Readonly<Record<string, number | string>>;
}

export interface Formula {
  readonly gives: Quantity;
  readonly words: MessageKey;
  readonly needs: readonly GivenRole[];
  /** What it can do without. */
  readonly takes?: readonly GivenRole[];
  /** A formula that is told along with others of the same numbers, by this name. */
  readonly name?: string;
  /** Its result is of the same kind as its numbers: percents of percents. */
  readonly keepsUnit?: true;
  /** Of numbers that do not fit together nothing follows. */
  readonly value: (given: Given) => Result | undefined;
}

export interface Worked extends Result {
  readonly formula: Formula;
  readonly given: Given;
  readonly used: readonly GivenRole[];
}

export const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;
export const first = (values: readonly number[] | undefined): number => values?.[0] ?? NaN;
/** A share written as 20, 20 % or 0.2. */
export const shareOf = (written: number): number => (written > 1 ? written / 100 : written);
/** A negative number in the middle of a formula stands in brackets. */
export const inside = (value: number, write: (value: number) => string): string =>
  value < 0 ? `(${write(value)})` : write(value);
