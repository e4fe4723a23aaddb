/** The requests people make: runs of a few seconds, each with its own seed, and quick questions. */
import type { Wish } from './asks.js';
import type { Random } from './random.js';

/** Every network and optimizer with a different kind of checkpoint; epochs of about 0.1 s. */
const recipes = [
  { batch: 2, layers: '64,64' },
  { batch: 4, layers: '128', optimizer: 'sgd', lr: 0.01, momentum: 0.9 },
  { batch: 3, layers: '64', dropout: 0.2, optimizer: 'rmsprop' },
  { batch: 3, layers: '32,32', validation: 0.2, patience: 10, l2: 0.001 },
] as const;

const quick: readonly Wish[] = [
  { command: 'data', options: {} },
  { command: 'explain', options: { concept: 'epoch' } },
  { command: 'ask', options: { question: 'what is an iteration?' } },
  { command: 'runs', options: {} },
  { command: 'help', options: {} },
];

export class Wishes {
  readonly #seeds = new Set<number>();

  constructor(private readonly random: Random) {}

  run(epochs = this.random.integer(3, 12)): Wish {
    return {
      command: 'fit',
      options: { epochs, ...this.random.pick(recipes), seed: this.#newSeed(), pace: 'fast' },
    };
  }

  /** Shows each epoch before the next begins: at least half a second per epoch. */
  watchedRun(epochs: number): Wish {
    const options = { epochs, batch: 100, seed: this.#newSeed(), pace: 'watch' };
    return { command: 'fit', options };
  }

  answer(): Wish {
    return this.random.pick(quick);
  }

  /** Identifies a run's owner: no other run gets it. */
  #newSeed(): number {
    for (;;) {
      const seed = this.random.integer(1, 1_000_000_000);
      if (this.#seeds.has(seed)) continue;
      this.#seeds.add(seed);
      return seed;
    }
  }
}
