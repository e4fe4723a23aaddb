/** A task's rows and network from its settings, shared by training and evaluation. */
import { workerData } from 'node:worker_threads';
import { loadDataset, type PreparedData } from '../src/datasets/load.js';
import { splitRows } from '../src/datasets/split.js';
import { rareClassOf } from '../src/runs/class-balance.js';
import type { FitSettings } from '../src/runs/protocol.js';
import type { Network, Rows } from './engines/engine.js';

export interface NetworkData {
  readonly network: Network;
  readonly training: Rows;
  /** The last training rows, as in Keras' `validation_split`. */
  readonly validation: Rows;
  readonly test: Rows;
  /** The class so rare that accuracy says little about it. */
  readonly rareClass: number | undefined;
}

/** Runs in a thread started with `workerData: { dataDir }`. */
export function networkData(settings: FitSettings): NetworkData {
  const { dataDir } = workerData as { readonly dataDir: string };
  const data = loadDataset(settings.dataset, dataDir);
  const { training } = splitRows(data.trainRows, settings.validationSplit);
  const { layers, activation, l2 } = settings;
  return {
    network: {
      units: [data.inputs, ...layers, data.outputs],
      activation,
      task: data.task,
      ...(l2 !== undefined && { l2 }),
    },
    training: rowsOf(data, 0, training),
    validation: rowsOf(data, training, data.trainRows),
    test: rowsOf(data, data.trainRows, data.rows),
    rareClass: rareClassOf(data.summary.classRows),
  };
}

function rowsOf({ x, y, inputs }: PreparedData, start: number, end: number): Rows {
  return { x: x.subarray(start * inputs, end * inputs), y: y.subarray(start, end) };
}
