/** The updates of training, a million for each model, so they run in WebAssembly: `assembly/`. */
import { readPrepared } from '../../../content/prepared.js';
import type { Weighted } from './model.js';
import { TERNARY_SCALE } from './packed.js';

/** The exports of `assembly/index.ts`; addresses are in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  free(): number;
  place(
    width: number,
    targets: number,
    ternaryScale: number,
    ...addresses: readonly number[]
  ): void;
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
  let end = learner.free();
  const reserve = (count: number): number => {
    const address = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    end = address + 4 * count;
    return address;
  };
  // In the order in which `place` takes them.
  const at = {
    ...{ runs: reserve(size.runs * width), runSquares: reserve(size.runs) },
    ...{ outputs: reserve(size.targets * width), outputSquares: reserve(size.targets) },
    ...{ bias: reserve(size.targets), places: reserve(size.runs), shares: reserve(size.runs) },
    ...{ hidden: reserve(width), gradient: reserve(width), powers: reserve(size.targets) },
  };
  memory.grow(Math.ceil(end / PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES);
  learner.place(width, size.targets, TERNARY_SCALE, ...Object.values(at));
  const floats = (address: number, count: number): Float32Array =>
    new Float32Array(memory.buffer, address, count);
  const places = new Int32Array(memory.buffer, at.places, size.runs);
  const shares = floats(at.shares, size.runs);
  floats(at.runSquares, size.runs).fill(FIRST_SQUARE);
  floats(at.outputSquares, size.targets).fill(FIRST_SQUARE);
  const scale = 1 / (1 - dropout);
  return {
    runs: floats(at.runs, size.runs * width),
    outputs: floats(at.outputs, size.targets * width),
    bias: floats(at.bias, size.targets),
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
