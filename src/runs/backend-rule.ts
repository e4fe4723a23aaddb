/**
 * Which TensorFlow.js backend trains a run. A kernel call costs about 1 µs on `cpu`, 5 µs on `wasm`
 * and 30 µs on `node`, whatever its size; the arithmetic in it is quickest on `node` and slowest on
 * `cpu`. So the work of one step decides: rows of a batch × weights of the network.
 *
 * Milliseconds a step, medians of `npm run bench` on two shared cores (adam; ratios matter):
 *
 * | hidden units, batch | rows × weights | cpu   | wasm | node |
 * | ------------------- | -------------- | ----- | ---- | ---- |
 * | 6-6, 10 (lesson)    |          1,210 |  0.10 | 0.11 | 0.65 |
 * | 32-32, 32           |         47,000 |  0.67 | 0.23 | 1.66 |
 * | 6-6, 1000           |        121,000 |  2.36 | 0.52 | 1.88 |
 * | 64-64, 64           |        317,000 |  3.04 | 0.76 | 1.85 |
 * | 128-128, 32         |        545,000 |  4.76 | 1.40 | 2.21 |
 * | 256-256, 32         |      2,130,000 | 17.3  | 5.15 | 3.18 |
 * | 128-128, 128        |      2,180,000 | 17.3  | 4.09 | 2.80 |
 * | 512-512, 128        |     34,000,000 | 240   | 71.3 | 9.47 |
 */
import type { BackendName, DataSummary, FitSettings } from './protocol.js';

export type BackendPreference = 'auto' | BackendName;

/** Rows × weights of a step up to which a backend is the quickest; in the order of their overhead. */
const quickest: readonly { readonly backend: BackendName; readonly upTo: number }[] = [
  { backend: 'cpu', upTo: 3_000 },
  { backend: 'wasm', upTo: 1_200_000 },
  { backend: 'node', upTo: Infinity },
];

/**
 * The forced backend, or with `auto` the quickest for a step of this size among those that loaded.
 * @param available backends that loaded, at least one; a forced one is among them
 */
export function chooseBackend(
  preference: BackendPreference,
  available: readonly BackendName[],
  settings: FitSettings,
  data: DataSummary,
): BackendName {
  const work = workOfStep(settings, data);
  // Where the best is missing, the next wider one is nearer to it than a narrower.
  const candidates = quickest.filter(({ backend }) => available.includes(backend));
  const best = candidates.find(({ upTo }) => work <= upTo) ?? candidates.at(-1);
  const chosen = preference === 'auto' ? best?.backend : preference;
  if (!chosen || !available.includes(chosen)) throw new Error(`no backend for ${preference}`);
  return chosen;
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
