/** What is known of each optimizer outside the engines. */
import type { OptimizerName } from './protocol.js';

export interface Optimizer {
  /** What Keras calls its class. */
  readonly keras: string;
  /** Keras 2.15's default. */
  readonly learningRate: number;
  /** Other words that people say for it, in lower case. */
  readonly called: readonly string[];
}

/** New ones go to the end: codes of runs count by this order. */
export const optimizers = {
  adam: { keras: 'Adam', learningRate: 0.001, called: ['아담'] },
  sgd: { keras: 'SGD', learningRate: 0.01, called: [] },
  rmsprop: { keras: 'RMSprop', learningRate: 0.001, called: [] },
} as const satisfies Readonly<Record<OptimizerName, Optimizer>>;

export const optimizerNames = Object.keys(optimizers) as readonly OptimizerName[];
