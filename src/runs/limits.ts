/** What one person may ask of a machine that everybody shares. */
import { shown } from '../content/shown.js';
import { UserError } from '../errors.js';
import type { DataSummary, DatasetRef } from './dataset.js';
import type { FitSettings } from './protocol.js';

export const MAX_RUNS_PER_USER = 2;

/** Limits of the server or workspace that a run is asked for in; they can only lower the general ones. */
export interface RunLimits {
  /** Runs that its owner may have under way, this one included. */
  readonly runs?: number;
  /** Rows of the largest table that somebody may upload. */
  readonly rows?: number;
}

/** @throws UserError naming the file, when it has more rows than may be trained on here */
export function refuseLargeTable(
  dataset: DatasetRef,
  { rows }: DataSummary,
  { rows: max }: RunLimits,
): void {
  if (dataset.kind !== 'csv' || max === undefined || rows.read <= max) return;
  const file = shown(dataset.fileName);
  throw new UserError('error.tableTooLarge', { file, rows: rows.read, max });
}

/** What one call of fit may ask for. */
export const MAX_EPOCHS = 500;
export const MAX_BATCH_SIZE = 100_000;

/**
 * Rows × epochs that one run may train on. The lesson's 8,000 rows and the maximum of 500 epochs make
 * 4,000,000, which fits.
 */
export const MAX_ROW_EPOCHS = 5_000_000;

/** @throws UserError naming the largest `epochs` that fits, when the run is too large. */
export function refuseLargeRun({ epochs }: FitSettings, { rows }: DataSummary): void {
  if (rows.training * epochs <= MAX_ROW_EPOCHS) return;
  throw new UserError('error.runTooLarge', {
    epochs,
    rows: rows.training,
    largest: Math.floor(MAX_ROW_EPOCHS / rows.training),
    max: MAX_ROW_EPOCHS,
  });
}
