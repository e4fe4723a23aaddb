/** What the rest of the program knows about each optimizer; how it computes is in the engines. */
import type { OptimizerName } from './protocol.js';

export interface Optimizer {
  /** Its class in Keras. */
  readonly keras: string;
  /** Keras 2.15's default. */
  readonly learningRate: number;
  /** Other names that people use for it, in lower case. */
  readonly called: readonly string[];
}

/** Add new ones at the end: codes of runs depend on this order. */
export const optimizers = {
  adam: { keras: 'Adam', learningRate: 0.001, called: ['아담'] },
  sgd: { keras: 'SGD', learningRate: 0.01, called: [] },
  rmsprop: { keras: 'RMSprop', learningRate: 0.001, called: [] },
} as const satisfies Readonly<Record<OptimizerName, Optimizer>>;

export const optimizerNames = Object.keys(optimizers) as readonly OptimizerName[];
