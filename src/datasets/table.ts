import type { ReadingNotes } from '../runs/dataset.js';

/** A table as it was read: text cells under named columns. Every data set becomes one before it is prepared. */
export interface Table {
  /** Unique names, safe to show (see `csv/names.ts`). */
  readonly columns: readonly string[];
  /** One array per row, each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
  /** How the file was understood; absent for tables that were no file. */
  readonly notes?: ReadingNotes;
}
