/** Epochs to measure: the settings of one network, and one epoch of it in a real thread. */
import type { WorkerPool } from '../src/runs/pool.js';
import type { BackendName, Checkpoint, FitSettings } from '../src/runs/protocol.js';

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

/** All that can compute here. */
export async function benchBackends(pool: WorkerPool): Promise<readonly BackendName[]> {
  return [...(pool.hasFused ? (['fused'] as const) : []), ...(await pool.tensorflowBackends())];
}

export interface BenchedEpoch {
  readonly usPerStep: number;
  readonly checkpoint: Checkpoint | null;
}

export async function benchEpoch(
  pool: WorkerPool,
  settings: FitSettings,
  backend: BackendName,
  checkpoint: Checkpoint | null,
): Promise<BenchedEpoch> {
  const result = await pool.train(
    { settings, backend, checkpoint, valLosses: [], forMs: 0 },
    () => undefined,
    new AbortController().signal,
  );
  const [{ elapsedMs, steps } = { elapsedMs: NaN, steps: 1 }] = result.epochs;
  return { usPerStep: (elapsedMs * 1000) / steps, checkpoint: result.checkpoint };
}
