/** One update of what is learned. Most of the build's time is spent in it, so it is WebAssembly: `assembly/`. */
import { readPrepared } from '../../../content/prepared.js';
import type { Weighted } from './model.js';

/** The exports of `assembly/index.ts`; addresses are in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  free(): number;
  place(width: number, targets: number, ...addresses: readonly number[]): void;
  step(heard: number, meant: number, rate: number): void;
}

/** AdaGrad's sums begin here, so that the first update is finite. */
const FIRST_SQUARE = 1e-8;
const PAGE_BYTES = 65_536;
/** Of a vector of four floats. */
const ALIGNMENT = 16;

/** A question's runs, of which only the first `count` count. */
export interface Heard extends Weighted {
  readonly count: number;
}

/** What is learned, in the memory in which it is learned. */
export interface Learning {
  /** `width` numbers for each run. */
  readonly runs: Float32Array;
  /** `width` numbers for each target. */
  readonly outputs: Float32Array;
  readonly bias: Float32Array;
  /** Moves all three a little towards `target`; `rate` is AdaGrad's. */
  step(question: Heard, target: number, rate: number): void;
}

export interface Size {
  /** Numbers in a vector; a multiple of four. */
  readonly width: number;
  readonly runs: number;
  readonly targets: number;
}

/**
 * Everything is zero but AdaGrad's sums: the caller sets `runs` to begin with.
 * @param dropout share of a question's runs that are left out each time
 * @param random uniform in [0, 1)
 * @throws Error when the project was not built
 */
export function startLearning(size: Size, dropout: number, random: () => number): Learning {
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(new Uint8Array(readPrepared('learner.wasm'))),
  );
  const learner = exports as unknown as Exports;
  const { memory } = learner;
  const { width } = size;
  const counts = {
    ...{ runs: size.runs * width, runSquares: size.runs },
    ...{ outputs: size.targets * width, outputSquares: size.targets, bias: size.targets },
    ...{ places: size.runs, shares: size.runs },
    ...{ hidden: width, gradient: width, powers: size.targets },
  };
  let end = learner.free();
  const addresses = Object.values(counts).map((count) => {
    const address = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    end = address + 4 * count;
    return address;
  });
  memory.grow(Math.ceil(end / PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES);
  learner.place(width, size.targets, ...addresses);
  const floats = (name: keyof typeof counts): Float32Array =>
    new Float32Array(memory.buffer, addresses[Object.keys(counts).indexOf(name)], counts[name]);
  const places = new Int32Array(memory.buffer, floats('places').byteOffset, counts.places);
  const shares = floats('shares');
  floats('runSquares').fill(FIRST_SQUARE);
  floats('outputSquares').fill(FIRST_SQUARE);
  const scale = 1 / (1 - dropout);
  return {
    ...{ runs: floats('runs'), outputs: floats('outputs'), bias: floats('bias') },
    step(question, target, rate) {
      let heard = 0;
      for (let run = 0; run < question.count; run += 1) {
        if (random() < dropout) continue;
        places[heard] = question.places[run] ?? 0;
        shares[heard] = (question.shares[run] ?? 0) * scale;
        heard += 1;
      }
      learner.step(heard, target, rate);
    },
  };
}
