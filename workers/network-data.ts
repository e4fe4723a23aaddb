/** A task's rows and network, from its settings: what training and evaluating have in common. */
import { workerData } from 'node:worker_threads';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { loadDataset, type PreparedData } from '../src/datasets/load.js';
import { splitRows } from '../src/datasets/split.js';
import type { Checkpoint, FitSettings } from '../src/runs/protocol.js';
import type { NetworkShape } from './engines/engine.js';
import type { Rows } from './engines/epoch.js';
import { optimizers } from './engines/optimizers.js';
import { initialWeights } from './engines/random.js';

export interface NetworkData {
  readonly data: PreparedData;
  readonly shape: NetworkShape;
  readonly training: Rows;
  /** The last of the training rows, as Keras' `validation_split` takes them. */
  readonly validation: Rows;
  readonly test: Rows;
}

/** Runs in a thread that was started with `workerData: { dataDir }`. */
export function networkData(settings: FitSettings): NetworkData {
  const { dataDir } = workerData as { readonly dataDir: string };
  const data = loadDataset(settings.dataset, dataDir);
  const { training } = splitRows(data.trainRows, settings.validationSplit);
  return {
    data,
    shape: {
      units: [data.inputs, ...settings.layers, data.outputs],
      activation: settings.activation,
    },
    training: rowsOf(data, 0, training),
    validation: rowsOf(data, training, data.trainRows),
    test: rowsOf(data, data.trainRows, data.rows),
  };
}

function rowsOf({ x, y, inputs }: PreparedData, start: number, end: number): Rows {
  return { x: x.subarray(start * inputs, end * inputs), y: y.subarray(start, end) };
}

/** What the first epoch starts from: seeded weights, empty slots, the generator after the weights. */
export function initialCheckpoint(shape: NetworkShape, settings: FitSettings): Checkpoint {
  const generator = xoroshiro128plus(settings.seed);
  const weights = initialWeights(shape.units, generator);
  const { slots } = optimizers[settings.optimizer];
  return {
    epoch: 0,
    step: 0,
    weights,
    slots: Array.from({ length: slots }, () => new Float32Array(weights.length)),
    shuffle: generator.getState(),
  };
}
