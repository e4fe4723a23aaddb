/** Epochs in real worker threads: the only place here that uses the pool. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkerPool } from '../src/runs/pool.js';
import type { BackendName, Checkpoint, FitSettings } from '../src/runs/protocol.js';
import { TURN_MS, type BenchNetwork, type Contestant } from './contestant.js';

/** A training job for the tutor's own engines. */
export interface BenchFit {
  /** Sizes of the hidden layers. */
  readonly layers: readonly number[];
  readonly batchSize: number;
  /** A built-in data set with two classes. */
  readonly data: string;
}

export function benchSettings({ layers, batchSize, data }: BenchFit): FitSettings {
  return {
    dataset: { kind: 'builtin', name: data },
    epochs: 1,
    batchSize,
    validationSplit: 0,
    layers,
    activation: 'relu',
    optimizer: 'adam',
    learningRate: 0.001,
    seed: 1,
    pace: 'fast',
  };
}

/** Threads as in the tutor; reports missing engines and the reason. */
export async function withThreads<T>(
  threads: number,
  use: (threads: TrainingThreads) => Promise<T>,
): Promise<T> {
  // TensorFlow's C++ log would end up in the table.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const pool = new WorkerPool({
    workers: new URL('../workers/', import.meta.url),
    dataDir,
    threads,
  });
  try {
    const { loaded, missing } = await pool.probe(['cpu', 'wasm', 'node']);
    for (const { backend, reason } of missing) console.log(`Without ${backend}: ${reason}`);
    const fused = pool.hasFused ? (['fused'] as const) : [];
    return await use(new TrainingThreads(pool, [...fused, ...loaded]));
  } finally {
    await pool.close();
    await rm(dataDir, { recursive: true });
  }
}

export class TrainingThreads {
  constructor(
    readonly pool: WorkerPool,
    readonly engines: readonly BackendName[],
  ) {}

  async network(fit: BenchFit): Promise<BenchNetwork> {
    const { inputs, outputs, rows } = await this.pool.describe(benchSettings(fit).dataset, 0);
    const { layers, batchSize } = fit;
    return { units: [inputs, ...layers, outputs], batchSize, rows: rows.training };
  }

  /** One of the tutor's engines. It continues training from turn to turn, as a run does. */
  contestant(engine: BackendName, fit: BenchFit): Contestant {
    const settings = benchSettings(fit);
    let checkpoint: Checkpoint | null = null;
    return {
      engine,
      turn: async () => {
        const times: number[] = [];
        const untilMs = performance.now() + TURN_MS;
        do {
          const result = await this.pool.train(
            { settings, backend: engine, checkpoint, valLosses: [], forMs: 0 },
            () => undefined,
            new AbortController().signal,
          );
          ({ checkpoint } = result);
          for (const { elapsedMs, steps } of result.epochs) times.push((elapsedMs * 1000) / steps);
        } while (performance.now() < untilMs);
        return times;
      },
      end: () => Promise.resolve(),
    };
  }
}
