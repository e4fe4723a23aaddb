/**
 * A later version may read files differently. A run keeps the number of the way it began with, as its
 * weights would be worth nothing with other inputs.
 */
import type { DataSummary, DatasetRef } from './dataset.js';
import type { FitSettings } from './protocol.js';

/** Raise this whenever some file gives other inputs than before. */
const readingVersion = 3;

/** The settings of a run that begins now. */
export function readAsNow(settings: FitSettings): FitSettings {
  const { dataset } = settings;
  if (dataset.kind === 'builtin') return settings;
  return { ...settings, dataset: { ...dataset, reading: readingVersion } };
}

export function isReadAsNow(dataset: DatasetRef): boolean {
  return dataset.kind === 'builtin' || dataset.reading === readingVersion;
}

/** A run cannot go on, as its file now gives other inputs than when it began. */
export class ReadOtherwiseError extends Error {
  override readonly name = 'ReadOtherwiseError';
}

/**
 * Whether a file that the first version read still gives exactly the same inputs: nothing in it needed
 * what that version did not know, and everything it counted is the same.
 * @param then what the run began with
 * @param now what the file gives today
 */
export function givesSameInputs(then: DataSummary, now: DataSummary): boolean {
  const { encodingGuessed, decimal, separator, ...special } = now.reading ?? {};
  const isPlain =
    encodingGuessed === undefined &&
    decimal === '.' &&
    [',', ';', '\t'].includes(separator ?? '') &&
    Object.keys(special).every((note) => note === 'encoding');
  const columns = now.columns ?? [];
  const arePlain = columns.every(
    ({ kind, odd, unit, merged, rare }) => kind !== 'date' && !(odd ?? unit ?? merged ?? rare),
  );
  return isPlain && arePlain && counted(then) === counted(now);
}

function counted(data: DataSummary): string {
  const { target, task, rows, inputs, classes, leftOut, baseline, targetDeviation } = data;
  return JSON.stringify([
    ...[target, task, rows.read, rows.dropped, rows.filled, rows.training, rows.validation],
    ...[rows.test, inputs, classes, baseline, targetDeviation ?? null],
    leftOut.map(({ column }) => column),
  ]);
}
