/**
 * What computes a run: the fused engine, which is quicker than every backend of TensorFlow.js at every
 * size that was measured (docs/architecture.md), unless somebody asks for TensorFlow. That is the native
 * library where it loads, else the quickest backend: a kernel call costs about 1 µs on `cpu`, 5 µs on `wasm` and
 * 30 µs on `node`, whatever its size; the arithmetic in it is quickest on `node` and slowest on `cpu`.
 * So the work of one step decides: rows of a batch × weights of the network.
 *
 * Milliseconds a step, medians of `npm run bench` on two shared cores (adam; ratios matter):
 *
 * | hidden units, batch     | rows × weights | cpu   | wasm | node |
 * | ----------------------- | -------------- | ----- | ---- | ---- |
 * | 6-6, 10 (lesson)        |          1,210 |  0.12 | 0.10 | 0.64 |
 * | 6-6, 32 (/fit's own)    |          3,872 |  0.16 | 0.11 | 0.90 |
 * | 32-32, 32               |         47,000 |  0.64 | 0.21 | 1.04 |
 * | 6-6, 1000               |        121,000 |  2.34 | 0.49 | 1.27 |
 * | 64-64, 64               |        320,000 |  2.95 | 0.75 | 1.18 |
 * | 128-128, 32             |        545,000 |  5.06 | 1.47 | 1.61 |
 * | 128-128, 64             |      1,090,000 |  9.51 | 2.46 | 1.79 |
 * | 128-128, 128            |      2,180,000 | 16.9  | 3.96 | 1.91 |
 * | 256-256, 32             |      2,130,000 | 17.6  | 5.66 | 2.76 |
 * | 512-512, 128            |     34,000,000 | 257   | 85.3 | 10.6 |
 *
 * On the lesson's network cpu and wasm are equal within what runs differ by; cpu is kept there as the
 * one that needs no file beside it. Wasm and native meet at about 600,000.
 */
import type { TrainingPool } from './ports.js';
import type { DataSummary } from './dataset.js';
import type { BackendName, FitSettings, TensorflowBackend } from './protocol.js';

/** `TFJS_BACKEND`: a backend trains every run, `auto` leaves it to the rule. */
export type BackendPreference = 'auto' | TensorflowBackend;

/** Rows × weights of a step up to which a backend is the quickest; in the order of their overhead. */
const quickest: readonly { readonly backend: TensorflowBackend; readonly upTo: number }[] = [
  { backend: 'cpu', upTo: 3_000 },
  { backend: 'wasm', upTo: 600_000 },
  { backend: 'node', upTo: Infinity },
];

type Backends = Pick<TrainingPool, 'hasFused' | 'tensorflowBackends'>;

/** The backend of a run that is on no reachable worker any more: the run has to continue on another. */
export class BackendGoneError extends Error {
  override readonly name = 'BackendGoneError';
}

/** @param preference a backend that loads here, or `auto` */
export async function chooseBackend(
  preference: BackendPreference,
  backends: Backends,
  settings: FitSettings,
  data: DataSummary,
): Promise<BackendName> {
  if (preference !== 'auto') return preference;
  if (backends.hasFused && settings.engine !== 'tensorflow') return 'fused';
  const available = await backends.tensorflowBackends();
  // If TensorFlow was asked for, that is the native library where there is one.
  if (settings.engine === 'tensorflow' && available.includes('node')) return 'node';
  const work = workOfStep(settings, data);
  // Where the best is missing, the one for larger networks is the better substitute.
  const candidates = quickest.filter(({ backend }) => available.includes(backend));
  const best = candidates.find(({ upTo }) => work <= upTo) ?? candidates.at(-1);
  if (!best) throw new Error('nothing here can compute a run');
  return best.backend;
}

/** Whether a run that was begun on this backend can continue here. */
export async function isAvailable(backend: BackendName, backends: Backends): Promise<boolean> {
  if (backend === 'fused') return backends.hasFused;
  return (await backends.tensorflowBackends()).includes(backend);
}

function workOfStep(
  { layers, batchSize }: FitSettings,
  { inputs, outputs, rows }: DataSummary,
): number {
  const units = [inputs, ...layers, outputs];
  const weights = units
    .slice(1)
    .reduce((sum, size, index) => sum + ((units[index] ?? 0) + 1) * size, 0);
  return Math.min(batchSize, rows.training) * weights;
}
