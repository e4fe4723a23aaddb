/** Which test rows a run's network gets wrong. Plain data that crosses threads. */
import type { BackendName, Confusion, FitSettings } from './protocol.js';

export interface MistakesTask {
  /** The run's id, for the message when its network cannot be asked. */
  readonly run: string;
  readonly settings: FitSettings;
  readonly weights: Float32Array;
  /** The run's backend: where it loads here, the answers are exactly the same. */
  readonly backend: BackendName;
}

/** A row of the table. Everything in it is safe to show. */
export interface TableRow {
  /** Its number in the table, from 1. */
  readonly row: number;
  /** The first columns that the network learned from, with the cells as they stand in the table. */
  readonly cells: readonly { readonly name: string; readonly value: string }[];
  /** How dark each pixel is, from 0 to 1, where rows are pictures. */
  readonly picture?: { readonly width: number; readonly pixels: readonly number[] };
}

export interface WrongClass extends TableRow {
  /** Indices of classes. */
  readonly answer: number;
  readonly said: number;
  /** The probability that the network gave to its answer. */
  readonly probability: number;
}

/** In the target's own unit. */
export interface AmountPair {
  readonly answer: number;
  readonly said: number;
}

export interface ClassMistakes {
  readonly kind: 'classes';
  readonly confusion: Confusion;
  /** Rows that it got wrong, first those whose true answer it thought least likely. */
  readonly worst: readonly WrongClass[];
}

export interface AmountMistakes {
  readonly kind: 'amount';
  readonly rows: number;
  /** One for each test row, or for those of a random sample where they are many. */
  readonly pairs: readonly AmountPair[];
  /** The mean absolute error. */
  readonly meanOff: number;
  readonly tooHigh: number;
  readonly tooLow: number;
  /** The furthest off first. */
  readonly worst: readonly (TableRow & AmountPair)[];
}

export type Mistakes = ClassMistakes | AmountMistakes;
