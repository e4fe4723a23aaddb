/** Bars that are compared: two of the same rows, and those of Keras before 2.2, which counted rows. */
import type { Draft, SumKind } from '../kind.js';
import { stepsPerEpoch } from '../../../../runs/run.js';
import { batchSizesFor } from '../arithmetic.js';
import { KERAS_BATCH_SIZE } from '../given.js';
import type { Reading } from '../reading.js';
import { wants } from '../want.js';

export const bars: SumKind = {
  name: 'bars',
  asks: 'steps',
  concepts: ['progress_bar', 'steps_per_epoch', 'batch_size'],
  bid: (reading) => oldBar(reading) ?? twoBars(reading),
};

/** `15174/15174 [====] - 312s - loss`: without a time per step (keras-team/keras 2.0.x, generic_utils.py). */
const oldLine = /(\d+)\/\1 \[=+\] - \d+(?:s|ms) (?:- loss|- acc|\d+us\/sample)/;

function oldBar({ text, bars: shown, amounts }: Reading): Draft | undefined {
  const rows = shown[0]?.total;
  if (rows === undefined || !oldLine.test(text)) return undefined;
  const batch = amounts.batch ?? KERAS_BATCH_SIZE;
  return {
    intent: 'seen',
    score: 0.95,
    amounts: { rows, batch },
    lines: (t) => [t.text('sum.oldBar', { rows, batch, steps: stepsPerEpoch(rows, batch) })],
  };
}

/** Below that a pair such as 1/2 and 0/1 are codes of a column. */
const LEAST_STEPS = 10;

/** The larger counts rows where the other is what a batch_size makes of it; else two batch sizes. */
function twoBars(reading: Reading): Draft | undefined {
  const totals = [...new Set(reading.bars.map(({ total }) => total))].toSorted((a, b) => b - a);
  const [most, least] = totals;
  if (totals.length !== 2 || most === undefined || least === undefined) return undefined;
  if (most < LEAST_STEPS) return undefined;
  const { rows, batch, validationSplit } = reading.amounts;
  // With rows put aside for validation, the same batch_size makes fewer batches.
  if ((rows !== undefined && batch !== undefined) || validationSplit !== undefined)
    return undefined;
  const score = wants(reading, 'time', 'epochs') > 0 ? 0.4 : 0.85;
  const ofRows = batchSizesFor(most, least);
  const isDefault = stepsPerEpoch(most, KERAS_BATCH_SIZE) === least;
  if (isDefault || (rows === undefined && most >= 8 * least && ofRows?.from === ofRows?.to)) {
    const size = isDefault ? KERAS_BATCH_SIZE : (ofRows?.from ?? KERAS_BATCH_SIZE);
    return {
      intent: 'seen',
      score: isDefault ? 0.95 : score,
      amounts: { rows: most, batch: size },
      lines: (t) => [t.text('sum.bars.rows', { rows: most, batch: size, steps: least })],
    };
  }
  const common = rows ?? most * KERAS_BATCH_SIZE;
  const [one, two] = [batchSizesFor(common, most), batchSizesFor(common, least)];
  if (!one || !two) return undefined;
  const near = rows === undefined ? KERAS_BATCH_SIZE : one.from;
  return {
    intent: 'seen',
    score,
    amounts: { rows: common },
    lines: (t) => [
      t.text('sum.bars.two', {
        most,
        least,
        rows: common,
        batch: near,
        other: two.from,
        known: rows === undefined ? 'no' : 'yes',
      }),
    ],
  };
}
