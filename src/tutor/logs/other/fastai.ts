/** Parses the table that fastai's `fit` prints: a row per epoch, counted from 0. */
import type { LoggedEpoch, Reading, TrainingLog } from '../training-log.js';
import { numberOf, shorter } from './readings.js';

const number = String.raw`(?:nan|inf|-?\d{1,20}(?:\.\d{1,20})?)`;
/** `epoch train_loss valid_loss accuracy time`, then the rows. All quantifiers are bounded. */
const table = new RegExp(
  String.raw`\bepoch[ |]{1,9}(?<names>train_loss[ |]{1,9}valid_loss(?:[ |]{1,9}[a-z]\w{0,40}){0,8}?)[ |]{1,9}time(?<rows>(?:[ |:-]{1,99}\d{1,4}(?:[ |]{1,9}${number}){2,10}[ |]{1,9}\d{1,3}:\d\d(?!\d)){1,1000})`,
  'i',
);
const row = new RegExp(
  String.raw`(?<epoch>\d{1,4})(?<values>(?:[ |]{1,9}${number}){2,10})[ |]{1,9}(?<minutes>\d{1,3}):(?<seconds>\d\d)`,
  'gi',
);
/** fastai's names mapped to Keras'. */
const names: Readonly<Record<string, string>> = { train_loss: 'loss', valid_loss: 'val_loss' };

/** @param text the result of `onOneLine` */
export function readFastai(text: string): TrainingLog | undefined {
  const { names: header = '', rows = '' } = table.exec(text)?.groups ?? {};
  const columns = header.split(/[ |]+/);
  const epochs = Array.from(rows.matchAll(row), ({ groups = {} }) => epochOf(columns, groups));
  // A table that starts in the middle, or has gaps, was edited by hand.
  if (epochs.length === 0 || epochs.some(({ epoch }, index) => epoch !== index + 1))
    return undefined;
  return {
    fits: [
      {
        style: 'torch',
        counts: 'batches',
        epochs,
        numbered: true,
        notes: { rates: [] },
        other: { averaged: false, fromZero: true },
      },
    ],
  };
}

/** All metrics in the table are on the validation rows (docs.fast.ai, Recorder). */
function epochOf(
  columns: readonly string[],
  { epoch, values = '', minutes, seconds }: Readonly<Record<string, string | undefined>>,
): LoggedEpoch {
  const readings = new Map<string, Reading>();
  for (const [index, text] of values.trim().split(/[ |]+/).filter(Boolean).entries()) {
    const column = columns[index];
    if (column === undefined) continue;
    const name = names[column] ?? `val_${column}`;
    readings.set(name, { value: numberOf(text), text: shorter(text) });
  }
  return {
    epoch: Number(epoch) + 1,
    readings,
    seconds: Number(minutes) * 60 + Number(seconds),
  };
}
