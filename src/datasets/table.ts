import type { ReadingNotes } from '../runs/dataset.js';

/** A raw table: text cells under named columns. Every data set becomes one before it is prepared. */
export interface Table {
  /** Unique names, safe to show (see `csv/names.ts`). */
  readonly columns: readonly string[];
  /** One array per row, each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
  /** How the file was understood; absent for tables that are not from a file. */
  readonly notes?: ReadingNotes;
}
