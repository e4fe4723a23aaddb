/** What a run's network gets wrong of its test rows. Plain data that crosses threads. */
import type { BackendName, Confusion, FitSettings } from './protocol.js';

export interface MistakesTask {
  /** The run, for what is said when its network cannot be asked. */
  readonly run: string;
  readonly settings: FitSettings;
  readonly weights: Float32Array;
  /** What computed the run: where it loads here, the answers are the very same. */
  readonly backend: BackendName;
}

/** A row of the table. Everything in it is safe to show. */
export interface TableRow {
  /** Its place among the table's rows, from 1. */
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
  /** That the network gave to what it said. */
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
  /** Rows with another answer than was said, those first whose true answer it thought least likely. */
  readonly worst: readonly WrongClass[];
}

export interface AmountMistakes {
  readonly kind: 'amount';
  readonly rows: number;
  /** Of all test rows, or of some drawn by chance where they are many. */
  readonly pairs: readonly AmountPair[];
  /** Mean of how far off it is, whichever way. */
  readonly meanOff: number;
  readonly tooHigh: number;
  readonly tooLow: number;
  /** The furthest off first. */
  readonly worst: readonly (TableRow & AmountPair)[];
}

export type Mistakes = ClassMistakes | AmountMistakes;
