/** Compares a run with the one that it checks: how far apart the engines' numbers are, and how long each took. */
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { EpochLogs } from '../runs/protocol.js';
import type { FinishedEpoch, RunState } from '../runs/run.js';
import { metricValue } from './keras-numbers.js';
import { duration } from './run-ending.js';
import { epochsMs } from './run-numbers.js';
import { fixed } from './rounding.js';

/** Smaller differences do not show in Keras' four decimals. */
const VISIBLE = 0.00005;

interface Difference {
  /** Keras' name: `loss`, `val_accuracy`. */
  readonly what: string;
  readonly epoch: number;
  readonly size: number;
}

/**
 * The result of a finished check.
 * @param check trained on TensorFlow.js
 * @param checked the same training by the tutor's own engine
 */
export function checkWords(
  check: RunState,
  checked: RunState,
  { metric }: DataSummary,
  t: Translator,
): readonly Text[] {
  const here = epochsMs(checked.finished);
  const there = epochsMs(check.finished);
  const run = checked.record.id;
  return [
    histories(differences(checked.finished, check.finished, metric), check.finished.length, t),
    // A stopped run was tested with the weights of an unfinished epoch.
    ...(check.test && checked.test && checked.phase === 'completed'
      ? [
          t.text('check.test', {
            metric,
            run,
            here: metricValue(checked.test.metric),
            there: metricValue(check.test.metric),
          }),
        ]
      : []),
    t.text('check.times', {
      run,
      here: duration(here, t),
      there: duration(there, t),
      times: fixed(there / here, there < 10 * here ? 1 : 0),
    }),
  ];
}

function histories(all: readonly Difference[], epochs: number, t: Translator): Text {
  const largest = all.reduce((most, one) => (one.size > most.size ? one : most), {
    ...{ what: 'loss', epoch: 1, size: 0 },
  });
  if (largest.size === 0) return t.text('check.equal', { epochs });
  const params = { what: largest.what, epoch: largest.epoch, size: decimals(largest.size), epochs };
  if (largest.size < VISIBLE) return t.text('check.close', params);
  const apart = Math.min(...all.filter(({ size }) => size >= VISIBLE).map(({ epoch }) => epoch));
  return t.text('check.apart', { ...params, same: apart - 1 });
}

/** Every number of every epoch that both have. NaN in both is no difference. */
function differences(
  one: readonly FinishedEpoch[],
  other: readonly FinishedEpoch[],
  metric: string,
): readonly Difference[] {
  const names: readonly (readonly [keyof EpochLogs, string])[] = [
    ['loss', 'loss'],
    ['metric', metric],
    ['valLoss', 'val_loss'],
    ['valMetric', `val_${metric}`],
  ];
  return one.flatMap(({ epoch, logs }, index) => {
    const beside = other[index]?.logs;
    if (!beside) return [];
    return names.map(([key, what]) => {
      const [a = 0, b = 0] = [logs[key], beside[key]];
      const size = Object.is(a, b) ? 0 : Math.abs(a - b);
      return { what, epoch, size: Number.isNaN(size) ? Infinity : size };
    });
  });
}

/** One significant digit, without an exponent: `0.00000001`. */
function decimals(size: number): string {
  if (!Number.isFinite(size)) return '∞';
  const digits = Math.max(0, -Math.floor(Math.log10(size)));
  return fixed(size, Math.min(20, digits));
}
