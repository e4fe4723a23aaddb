/**
 * The project's own engine: whole stretches of an epoch inside one WebAssembly function, so that
 * a step costs nothing but its arithmetic. Its results are bit-identical on every machine,
 * version of Node and thread. `assembly/` is its source, compiled at build.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TaskType } from '../../../src/runs/dataset.js';
import type {
  Activation,
  Checkpoint,
  OptimizerName,
  TestResult,
} from '../../../src/runs/protocol.js';
import { slotCount } from '../checkpoint.js';
import type { Engine, Epoch, Midway, Network, Rows, Training } from '../engine.js';
import { layersOf } from '../layers.js';

const require = createRequire(import.meta.url);

/** The exports of `assembly/index.ts`; addresses and sizes are in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  allocate(bytes: number): number;
  keep(): void;
  reset(): void;
  setUnits(layer: number, units: number): void;
  place(
    layers: number,
    rows: number,
    activation: number,
    task: number,
    dropThreshold: number,
    keptScale: number,
    l2: number,
  ): void;
  weightsAt(): number;
  weightsBytes(): number;
  slotAt(index: number): number;
  kernelOffset(layer: number): number;
  biasOffset(layer: number): number;
  setRows(x: number, y: number, count: number): void;
  setGenerator(first: number, second: number, third: number, fourth: number): void;
  generatorWord(index: number): number;
  shuffle(at: number): void;
  goOn(rows: number, loss: number, metric: number): void;
  setOptimizer(kind: number, learningRate: number, momentum: number, made: number): void;
  train(steps: number, batchSize: number): number;
  evaluate(): void;
  answer(): number;
  answersAt(): number;
  seen(): number;
  loss(): number;
  metric(): number;
}

/** Their numeric codes in `assembly/`. */
const activations: Readonly<Record<Activation, number>> = { relu: 0, tanh: 1, sigmoid: 2 };
const tasks: Readonly<Record<TaskType, number>> = { binary: 0, multiclass: 1, regression: 2 };
const optimizers: Readonly<Record<OptimizerName, number>> = { adam: 0, rmsprop: 1, sgd: 2 };

const FLOAT = Float32Array.BYTES_PER_ELEMENT;
/** Masks are drawn by comparing 32-bit numbers. */
const DRAWN = 2 ** 32;
/** WebAssembly would convert `Infinity` to 0. */
const MAX_INT32 = 2 ** 31 - 1;
/** The maximum in `assembly/network.ts`. */
const MAX_LAYERS = 16;

/** A range of a checkpoint's flat array (`from`), and its position here (`to`), in floats. */
interface Row {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** A WebAssembly instance with one table of rows in its memory. */
class Machine {
  readonly #program: Exports;
  readonly #inputs: number;

  constructor(module: WebAssembly.Module, inputs: ArrayBufferLike) {
    this.#program = new WebAssembly.Instance(module).exports as unknown as Exports;
    this.#inputs = this.#program.allocate(inputs.byteLength);
    new Uint8Array(this.#program.memory.buffer).set(new Uint8Array(inputs), this.#inputs);
    this.#program.keep();
  }

  begin({ network, rows, settings, shuffle }: Training, from: Checkpoint, midway?: Midway): Epoch {
    const program = this.#program;
    this.#place(network, rows, settings.batchSize, settings.dropout);
    const layout = this.#rows(network.units);
    this.#write(layout, program.weightsAt(), from.weights);
    from.slots.forEach((slot, index) => {
      this.#write(layout, program.slotAt(index), slot);
    });
    const count = from.weights.length;
    this.#setGenerator(midway?.shuffle ?? from.shuffle);
    if (shuffle) program.shuffle(program.allocate(rows.y.length * FLOAT));
    if (midway) {
      const { sums } = midway;
      this.#setGenerator(from.shuffle);
      program.goOn(sums.rows, sums.loss, sums.metric);
    }
    const { optimizer, learningRate, momentum = 0, batchSize } = settings;
    program.setOptimizer(optimizers[optimizer], learningRate, momentum, from.step);
    let { step } = from;
    return {
      train: (steps) => {
        const made = program.train(Math.min(steps, MAX_INT32), batchSize);
        step += made;
        return made;
      },
      sums: () => ({ rows: program.seen(), loss: program.loss(), metric: program.metric() }),
      state: () => ({
        step,
        weights: this.#read(layout, program.weightsAt(), count),
        slots: Array.from({ length: slotCount(settings) }, (_, index) =>
          this.#read(layout, program.slotAt(index), count),
        ),
        shuffle: [0, 1, 2, 3].map((word) => program.generatorWord(word)),
      }),
    };
  }

  evaluate(network: Network, weights: Float32Array, rows: Rows): TestResult {
    const program = this.#program;
    this.#place(network, rows, rows.y.length, undefined);
    this.#write(this.#rows(network.units), program.weightsAt(), weights);
    program.evaluate();
    const count = rows.y.length;
    return { loss: program.loss() / count, metric: program.metric() / count };
  }

  answer(network: Network, weights: Float32Array, rows: Rows): Float32Array {
    const program = this.#program;
    const count = rows.y.length;
    const outputs = network.units.at(-1) ?? 1;
    const width = Math.ceil(outputs / 4) * 4;
    this.#place(network, rows, count, undefined);
    this.#write(this.#rows(network.units), program.weightsAt(), weights);
    const sums = new Float32Array(count * outputs);
    for (let done = 0; done < count;) {
      const portion = program.answer();
      const answers = this.#floats(program.answersAt(), portion * width);
      for (let row = 0; row < portion; row += 1) {
        sums.set(answers.subarray(row * width, row * width + outputs), (done + row) * outputs);
      }
      done += portion;
    }
    return sums;
  }

  #place(network: Network, { x, y }: Rows, batchSize: number, dropout = 0): void {
    const program = this.#program;
    const { units, activation, task, l2 = 0 } = network;
    if (units.length > MAX_LAYERS + 1) throw new RangeError(`more than ${MAX_LAYERS} layers`);
    program.reset();
    const targets = program.allocate(y.byteLength);
    units.forEach((size, layer) => {
      program.setUnits(layer, size);
    });
    program.place(
      units.length - 1,
      Math.min(batchSize, y.length),
      activations[activation],
      tasks[task],
      Math.ceil(dropout * DRAWN),
      1 / (1 - dropout),
      l2,
    );
    this.#floats(targets, y.length).set(y);
    program.setRows(this.#inputs + x.byteOffset, targets, y.length);
  }

  #setGenerator([first = 0, second = 0, third = 0, fourth = 0]: readonly number[]): void {
    this.#program.setGenerator(first, second, third, fourth);
  }

  /** Maps a checkpoint's flat array to rows padded to a multiple of four. */
  #write(rows: readonly Row[], at: number, flat: Float32Array): void {
    const floats = this.#floats(at, this.#program.weightsBytes() / FLOAT);
    for (const { from, to, length } of rows) {
      for (let index = 0; index < length; index += 1) floats[to + index] = flat[from + index] ?? 0;
    }
  }

  #read(rows: readonly Row[], at: number, count: number): Float32Array {
    const floats = this.#floats(at, this.#program.weightsBytes() / FLOAT);
    const flat = new Float32Array(count);
    for (const { from, to, length } of rows) {
      for (let index = 0; index < length; index += 1) flat[from + index] = floats[to + index] ?? 0;
    }
    return flat;
  }

  /** Rows of all kernels and biases of the current network. */
  #rows(units: readonly number[]): readonly Row[] {
    const program = this.#program;
    const rows: Row[] = [];
    layersOf(units).forEach(({ inputs, outputs, kernel, bias }, layer) => {
      const width = Math.ceil(outputs / 4) * 4;
      let to = program.kernelOffset(layer) / FLOAT;
      for (let unit = 0; unit < inputs; unit += 1, to += width) {
        rows.push({ from: kernel.start + unit * outputs, to, length: outputs });
      }
      rows.push({ from: bias.start, to: program.biasOffset(layer) / FLOAT, length: outputs });
    });
    return rows;
  }

  /** Created each time, as growing the memory detaches earlier views. */
  #floats(at: number, length: number): Float32Array {
    return new Float32Array(this.#program.memory.buffer, at, length);
  }
}

/**
 * @throws WebAssembly.CompileError where WebAssembly has no SIMD
 */
export function fusedEngine(): Engine {
  const module = new WebAssembly.Module(readFileSync(require.resolve('#prepared/fused.wasm')));
  /** A table's rows are copied once per thread; the copy is freed with the table. */
  const machines = new WeakMap<ArrayBufferLike, Machine>();
  const machineFor = ({ buffer }: Float32Array): Machine => {
    const machine = machines.get(buffer) ?? new Machine(module, buffer);
    machines.set(buffer, machine);
    return machine;
  };
  return {
    backend: 'fused',
    begin: (training, from, midway) => machineFor(training.rows.x).begin(training, from, midway),
    evaluate: (network, weights, rows) => machineFor(rows.x).evaluate(network, weights, rows),
    answer: (network, weights, rows) => machineFor(rows.x).answer(network, weights, rows),
  };
}
