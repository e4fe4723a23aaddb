/**
 * More iterations of an epoch, and all details of the last one: its rows, its loss, its
 * gradient. Uses the same engine as runs, so an epoch trained in pieces gives identical bits.
 */
import type { Checkpoint } from '../../src/runs/protocol.js';
import type { BatchLoss, EpochUnderWay, SlowState } from '../../src/runs/slow-motion.js';
import type { Engine, Epoch, Rows, Sums, Training } from './engine.js';
import { nextStretch } from './epoch.js';
import { layersOf } from './layers.js';
import { generatorFrom, shuffledRows } from './random.js';

export interface IterationsJob {
  readonly engine: Engine;
  readonly training: Training;
  readonly validation: Rows;
  /** `checkpoint` is the training's start; nothing is watched yet. */
  readonly state: SlowState | { readonly checkpoint: Checkpoint };
  readonly steps: number;
  readonly forMs: number;
}

export interface Iterations {
  readonly state: SlowState;
  readonly made: number;
  readonly outOfTime: boolean;
  /** Totals of the epoch including the last iteration. */
  readonly epoch: EpochUnderWay;
  readonly before: Sums;
  /** Before the last iteration, and the gradient computed from them. */
  readonly weightsBefore: Float32Array;
  readonly gradients: Float32Array;
  /** The training rows in this epoch's order. */
  readonly order: Uint32Array;
  readonly ended?: {
    readonly valLoss?: number;
    readonly valMetric?: number;
    /** The training rows in the next epoch's order. */
    readonly next: Uint32Array;
  };
}

/** How many first batches' losses are kept, so that their mean can be shown in full. */
const KEPT_LOSSES = 3;

/**
 * With this learning rate SGD's step is so much larger than the weight that it contains all digits of the
 * gradient; a power of two, so that dividing by it rounds nothing.
 */
const PROBE_RATE = 2 ** 20;

export function makeIterations(job: IterationsJob): Iterations {
  const { engine, training, validation, state, forMs } = job;
  const { rows, settings, network } = training;
  const count = rows.y.length;
  const steps = Math.ceil(count / settings.batchSize);
  const { checkpoint } = state;
  const begun = 'underWay' in state ? state.underWay : undefined;
  const from = begun ?? freshEpoch(checkpoint);
  const wanted = Math.min(job.steps, steps - from.steps);
  const midway = begun && { shuffle: begun.shuffle, sums: begun.sums };
  const meter = new Meter(engine.begin(training, checkpoint, midway), from);
  const inTime = meter.train(wanted - 1, forMs);
  const weights = meter.state();
  const before = meter.sums();
  meter.train(1, Infinity);
  const reached = meter.underWay();
  const after = meter.state();
  const gradients = gradientsOf(engine, training, { epoch: 0, ...weights }, from.shuffle, before);
  const watched = 'watched' in state ? state.watched : steepest(network.units, gradients);
  const order = shuffledRows(count, generatorFrom(from.shuffle));
  const about = {
    ...{ made: meter.made, outOfTime: !inTime, before, weightsBefore: weights.weights },
    ...{ gradients, order },
  };
  if (reached.steps < steps) {
    const next = { epoch: checkpoint.epoch, ...after };
    return { ...about, epoch: reached, state: { checkpoint: next, underWay: reached, watched } };
  }
  const startMs = performance.now();
  const validated =
    validation.y.length === 0 ? undefined : engine.evaluate(network, after.weights, validation);
  return {
    ...about,
    // As in a run, where each epoch ends with its validation.
    epoch: { ...reached, elapsedMs: reached.elapsedMs + performance.now() - startMs },
    state: { checkpoint: { epoch: checkpoint.epoch + 1, ...after }, watched },
    ended: {
      ...(validated && { valLoss: validated.loss, valMetric: validated.metric }),
      next: shuffledRows(count, generatorFrom(after.shuffle)),
    },
  };
}

function freshEpoch({ shuffle }: Checkpoint): EpochUnderWay {
  const sums = { rows: 0, loss: 0, metric: 0 };
  return { shuffle, steps: 0, sums, losses: [], elapsedMs: 0, firstStepMs: 0 };
}

/** An epoch with timed iterations that keeps its first losses. */
class Meter {
  made = 0;
  #losses: readonly BatchLoss[];
  #elapsedMs: number;
  #firstStepMs: number;

  constructor(
    private readonly epoch: Epoch,
    private readonly from: EpochUnderWay,
  ) {
    this.#losses = from.losses;
    this.#elapsedMs = from.elapsedMs;
    this.#firstStepMs = from.firstStepMs;
  }

  sums(): Sums {
    return this.epoch.sums();
  }

  state(): ReturnType<Epoch['state']> {
    return this.epoch.state();
  }

  /** @returns whether all were done before the time was up */
  train(steps: number, forMs: number): boolean {
    const endMs = performance.now() + forMs;
    let left = steps;
    let stretch = 1;
    while (left > 0) {
      if (performance.now() > endMs) return false;
      const single = this.from.steps + this.made < KEPT_LOSSES;
      const size = single ? 1 : Math.min(stretch, left);
      const before = this.epoch.sums();
      const startMs = performance.now();
      this.epoch.train(size);
      const tookMs = performance.now() - startMs;
      this.#elapsedMs += tookMs;
      if (this.#firstStepMs === 0) this.#firstStepMs = tookMs;
      if (single) this.#losses = [...this.#losses, lossBetween(before, this.epoch.sums())];
      stretch = nextStretch(size, tookMs);
      this.made += size;
      left -= size;
    }
    return true;
  }

  underWay(): EpochUnderWay {
    return {
      shuffle: this.from.shuffle,
      steps: this.from.steps + this.made,
      sums: this.epoch.sums(),
      losses: this.#losses,
      elapsedMs: this.#elapsedMs,
      firstStepMs: this.#firstStepMs,
    };
  }
}

export function lossBetween(before: Sums, after: Sums): BatchLoss {
  const rows = after.rows - before.rows;
  return { loss: (after.loss - before.loss) / rows, rows };
}

/** The engine's own gradient of one batch: SGD's step divided by its learning rate. */
function gradientsOf(
  engine: Engine,
  training: Training,
  checkpoint: Checkpoint,
  shuffle: readonly number[],
  sums: Sums,
): Float32Array {
  const { momentum: _, ...settings } = training.settings;
  const probe = engine.begin(
    { ...training, settings: { ...settings, optimizer: 'sgd', learningRate: PROBE_RATE } },
    { ...checkpoint, slots: [] },
    { shuffle, sums },
  );
  probe.train(1);
  const { weights } = probe.state();
  return weights.map((weight, at) => ((checkpoint.weights[at] ?? 0) - weight) / PROBE_RATE);
}

/** The first layer's weight with the largest gradient, whose change is visible. */
function steepest(units: readonly number[], gradients: Float32Array): number {
  const { start, end } = layersOf(units)[0]?.kernel ?? { start: 0, end: 1 };
  const sizes = gradients.subarray(start, end).map(Math.abs);
  return start + Math.max(0, sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b), 0)));
}
