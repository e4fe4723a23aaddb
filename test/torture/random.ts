/** Repeatable randomness: a torture run draws all its random choices here. */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { dice, shuffledIndices, type Dice } from '../../src/datasets/random.js';

export class Random {
  readonly #dice: Dice;

  constructor(seed: number, purpose: string) {
    const hash = createHash('sha256').update(`${seed} ${purpose}`).digest();
    this.#dice = dice(hash.readInt32LE());
  }

  /** Both ends included. */
  integer(from: number, to: number): number {
    return this.#dice.integer(from, to);
  }

  /** True with this probability. */
  chance(share: number): boolean {
    return this.#dice.chance(share);
  }

  pick<T>(among: readonly T[]): T {
    const one = among[this.integer(0, among.length - 1)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }

  shuffled<T extends object>(items: readonly T[]): readonly T[] {
    const order = shuffledIndices(items.length, this.integer(0, 0x7fffffff));
    return [...order].flatMap((index) => items[index] ?? []);
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.integer(0, 255)));
  }

  /** Waits a random number of ms in this range; the number is drawn before any waiting. */
  pause(fromMs: number, toMs: number): Promise<void> {
    return delay(this.integer(fromMs, toMs));
  }
}
