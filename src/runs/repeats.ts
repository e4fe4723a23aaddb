/**
 * Whether one training repeats another: whether what decides its numbers is the same, and whether the
 * numbers are.
 */
import { createHash } from 'node:crypto';
import type { BackendName, FitSettings, SeenEpochs } from './protocol.js';
import type { FinishedEpoch } from './run.js';

/** Enough that no two trainings share them by chance. */
export const DIGEST_BYTES = 6;

/** Undefined where no epoch has ended. */
export function seenEpochs(
  finished: readonly FinishedEpoch[],
  backend: BackendName | undefined,
): SeenEpochs | undefined {
  if (finished.length === 0 || backend === undefined) return undefined;
  return { epochs: finished.length, digest: digestOf(finished), backend };
}

/** Whether these epochs are the recorded ones, bit for bit; undefined while there are too few to tell. */
export function isSeenAgain(
  finished: readonly FinishedEpoch[],
  { epochs, digest }: SeenEpochs,
): boolean | undefined {
  if (finished.length < epochs) return undefined;
  return digestOf(finished.slice(0, epochs)) === digest;
}

/** Whether two trainings are the same, epoch by epoch, however many epochs each has. */
export function isSameTraining(one: FitSettings, other: FitSettings): boolean {
  return followsFrom(one) === followsFrom(other);
}

/** Everything that decides an epoch's numbers: neither how many epochs there are, nor the file's name. */
function followsFrom(settings: FitSettings): string {
  const { epochs: _, pace: _1, patience: _2, checks: _3, repeats: _4, dataset, ...rest } = settings;
  const data = { ...dataset, fileName: '' };
  return [rest, data]
    .map((part) => JSON.stringify(Object.entries(part).sort(([a], [b]) => a.localeCompare(b))))
    .join();
}

function digestOf(finished: readonly FinishedEpoch[]): string {
  const hash = createHash('sha256');
  for (const { logs } of finished) {
    const numbers = [logs.loss, logs.metric, logs.valLoss ?? Infinity, logs.valMetric ?? Infinity];
    const bytes = new DataView(new ArrayBuffer(8 * numbers.length));
    numbers.forEach((value, index) => {
      // NaNs differ in their bits.
      bytes.setFloat64(8 * index, Number.isNaN(value) ? NaN : value);
    });
    hash.update(Buffer.from(bytes.buffer));
  }
  return hash.digest('hex').slice(0, 2 * DIGEST_BYTES);
}
