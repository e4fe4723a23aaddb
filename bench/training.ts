/** Milliseconds per step of each backend, side by side, for the lesson's network and wider ones. */
import type { BackendName, Checkpoint, FitSettings } from '../src/runs/protocol.js';
import type { WorkerPool } from '../src/runs/pool.js';

const networks = [
  { name: 'the lesson', layers: [6, 6], batchSize: 10, data: 'churn' },
  { name: 'more units', layers: [32, 32], batchSize: 32, data: 'churn' },
  { name: 'large batch', layers: [6, 6], batchSize: 1000, data: 'churn' },
  { name: 'wide', layers: [64, 64], batchSize: 64, data: 'churn' },
  { name: 'wider', layers: [128, 128], batchSize: 32, data: 'moons' },
  { name: 'wide, large batch', layers: [128, 128], batchSize: 128, data: 'moons' },
  { name: 'very wide', layers: [256, 256], batchSize: 32, data: 'moons' },
  { name: 'widest', layers: [512, 512], batchSize: 128, data: 'moons' },
] as const;

/** Epochs of each network; the first warms up and is not counted. */
const EPOCHS = 4;

export async function benchTraining(pool: WorkerPool): Promise<void> {
  console.log('Milliseconds per step (median epoch), and how many times cpu is slower or quicker:');
  for (const { name, layers, batchSize, data } of networks) {
    const settings: FitSettings = {
      dataset: { kind: 'builtin', name: data },
      epochs: EPOCHS,
      batchSize,
      validationSplit: 0,
      layers,
      activation: 'relu',
      optimizer: 'adam',
      learningRate: 0.001,
      seed: 1,
      pace: 'fast',
    };
    const results: { backend: BackendName; ms: number }[] = [];
    for (const backend of pool.backends) {
      results.push({ backend, ms: await msPerStep(pool, settings, backend) });
    }
    const cpu = results.find(({ backend }) => backend === 'cpu')?.ms ?? NaN;
    const cells = results.map(
      ({ backend, ms }) => `${backend} ${ms.toFixed(3)} (${(cpu / ms).toFixed(1)}×)`,
    );
    console.log(`  ${name}, ${layers.join('-')}, batch ${batchSize}: ${cells.join('   ')}`);
  }
}

async function msPerStep(
  pool: WorkerPool,
  settings: FitSettings,
  backend: BackendName,
): Promise<number> {
  const measured: number[] = [];
  let checkpoint: Checkpoint | null = null;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const result = await pool.trainEpoch(
      { settings, backend, checkpoint },
      () => undefined,
      new AbortController().signal,
    );
    checkpoint = result.checkpoint;
    if (epoch > 0) measured.push(result.elapsedMs / result.steps);
  }
  return measured.sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? NaN;
}
