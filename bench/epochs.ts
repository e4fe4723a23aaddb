/** Epochs to measure: the settings of one network, and one epoch of it in a real thread. */
import type { WorkerPool } from '../src/runs/pool.js';
import type {
  BackendName,
  Checkpoint,
  FitSettings,
  TrainEpochResult,
} from '../src/runs/protocol.js';

export function benchSettings(
  network: Pick<FitSettings, 'layers' | 'batchSize'> & { readonly data: string },
): FitSettings {
  return {
    dataset: { kind: 'builtin', name: network.data },
    epochs: 1,
    batchSize: network.batchSize,
    validationSplit: 0,
    layers: network.layers,
    activation: 'relu',
    optimizer: 'adam',
    learningRate: 0.001,
    seed: 1,
    pace: 'fast',
  };
}

export function benchEpoch(
  pool: WorkerPool,
  settings: FitSettings,
  backend: BackendName,
  checkpoint: Checkpoint | null,
): Promise<TrainEpochResult> {
  return pool.trainEpoch(
    { settings, backend, checkpoint },
    () => undefined,
    new AbortController().signal,
  );
}
