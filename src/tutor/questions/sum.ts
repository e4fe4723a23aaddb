/** What can be worked out for a question, and from which numbers. */
import type { OwnNumbers } from './own-numbers.js';

export type Sum =
  /** Iterations per epoch, updates in all, rows of the last batch, rows left by a validation_split. */
  | { readonly kind: 'steps' | 'updates' | 'last' | 'validation'; readonly own: OwnNumbers }
  /** Iterations when the smaller last batch is left out. */
  | { readonly kind: 'dropped'; readonly own: OwnNumbers }
  /** What an epoch sees of the rows when its steps are set by hand. */
  | { readonly kind: 'set-steps'; readonly steps: number; readonly own: OwnNumbers }
  /** Where a number on the screen comes from; `split` when it was found out from the number. */
  | {
      readonly kind: 'why';
      readonly steps: number;
      readonly own: OwnNumbers;
      readonly split?: number;
    }
  | { readonly kind: 'why-range'; readonly steps: number; readonly batch: number }
  /** Which batch_size makes so many iterations. */
  | { readonly kind: 'batch'; readonly steps: number; readonly own: OwnNumbers }
  /** How many rows there are, from iterations and batch_size. */
  | { readonly kind: 'rows'; readonly steps: number; readonly batch: number }
  /** How many rows an accuracy is. */
  | { readonly kind: 'right'; readonly accuracy: number; readonly rows: number }
  | { readonly kind: 'step-time'; readonly seconds: number; readonly steps: number }
  /** How often rows are worked on in a whole run. */
  | { readonly kind: 'seen'; readonly own: OwnNumbers }
  /** Iterations of one epoch, from those of all. */
  | { readonly kind: 'per-epoch'; readonly updates: number; readonly epochs: number }
  /** The same rows with two batch sizes. */
  | { readonly kind: 'two-batches'; readonly own: OwnNumbers; readonly other: number }
  /** How many epochs so many updates are. */
  | { readonly kind: 'epochs'; readonly updates: number; readonly steps: number }
  | { readonly kind: 'known-steps'; readonly steps: number; readonly epochs: number }
  | {
      readonly kind: 'time';
      readonly steps: number;
      readonly msPerStep: number;
      readonly epochs: number;
    }
  | { readonly kind: 'time-epochs'; readonly secondsPerEpoch: number; readonly epochs: number };
