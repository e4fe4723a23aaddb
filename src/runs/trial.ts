/** What a run's network is asked about one row, and what it answers. Plain data that crosses threads. */
import type { TaskType } from './dataset.js';
import type { FitSettings } from './protocol.js';

/** One row in a person's words, for the network with these weights. */
export interface TrialTask {
  /** The run's id, for the message when it cannot be asked. */
  readonly run: string;
  readonly settings: FitSettings;
  readonly weights: Float32Array;
  /** `age:40 balance:0`; empty for the means of all columns. */
  readonly asked: string;
}

/** A column of the row, as the network saw it. */
export type TriedColumn =
  | {
      readonly name: string;
      readonly kind: 'number';
      /** In the column's own unit. */
      readonly value: number;
      /** Not given: the mean of the training rows. */
      readonly isMean?: true;
      /** Given, and outside the range of the training rows. */
      readonly outside?: { readonly least: number; readonly most: number };
    }
  | {
      readonly name: string;
      readonly kind: 'category';
      readonly value: string;
      /** Not given: the most frequent value of the training rows. */
      readonly isUsual?: true;
    }
  /** As it was given; without it, every part of the date is at its mean. */
  | { readonly name: string; readonly kind: 'date'; readonly value?: string };

export interface Trial {
  readonly columns: readonly TriedColumn[];
  readonly answer:
    /** One for each class, in index order; they add up to 1. */
    | { readonly kind: 'classes'; readonly probabilities: readonly number[] }
    /** In the target's own unit. */
    | { readonly kind: 'amount'; readonly value: number };
  /** The targets of the training rows that are nearest to it, measured as the network sees rows. */
  readonly nearest:
    | { readonly kind: 'classes'; readonly rows: number; readonly counts: readonly number[] }
    | {
        readonly kind: 'amount';
        readonly rows: number;
        readonly least: number;
        readonly most: number;
        readonly mean: number;
      };
}

/** What a downloaded network comes with: what its inputs are, and rows to check it with. */
export interface ModelSample {
  /** Units of every layer, the input first. */
  readonly units: readonly number[];
  readonly task: TaskType;
  /** In the network's order: numbers are standardised, categories are 1 for this level and 0 otherwise. */
  readonly inputs: readonly (
    | { readonly name: string; readonly mean: number; readonly deviation: number }
    | { readonly name: string; readonly level: string }
  )[];
  /** Amounts only: answer × deviation + mean is in the target's own unit. */
  readonly target?: { readonly mean: number; readonly deviation: number };
  /** Some test rows as the network takes them, and what it answers: probabilities, or a standardised amount. */
  readonly rows: readonly {
    readonly x: readonly number[];
    readonly answer: readonly number[];
  }[];
}
