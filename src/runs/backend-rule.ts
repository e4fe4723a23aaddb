/**
 * Which TensorFlow.js backend trains a run. A kernel call costs about 1 µs on `cpu`, 5 µs on `wasm`
 * and 30 µs on `node`, whatever its size; the arithmetic in it is quickest on `node` and slowest on
 * `cpu`. So the work of one step decides: rows of a batch × weights of the network.
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
import type { BackendName, DataSummary, FitSettings } from './protocol.js';

export type BackendPreference = 'auto' | BackendName;

/** Rows × weights of a step up to which a backend is the quickest; in the order of their overhead. */
const quickest: readonly { readonly backend: BackendName; readonly upTo: number }[] = [
  { backend: 'cpu', upTo: 3_000 },
  { backend: 'wasm', upTo: 600_000 },
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
