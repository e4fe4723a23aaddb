/** The rows and batch_size that a sum is worked with: the asker's, else Keras' default or their run's. */
import type { Facts } from '../../facts.js';
import { rowsWithoutTest, trainingRows } from './arithmetic.js';
import type { Reading } from './reading.js';
import type { Amounts } from './roles.js';

/** Keras' default batch_size, for rows that come without one. */
export const KERAS_BATCH_SIZE = 32;

export interface Given {
  /** Rows that train. */
  readonly rows: number;
  /** Rows before anything is set aside. */
  readonly wholeRows: number;
  readonly batch: number;
  readonly epochs: number | undefined;
  readonly from: { readonly rows: Source; readonly batch: Source; readonly epochs: Source };
  readonly amounts: Amounts;
}

export type Source = 'question' | 'run' | 'keras';

/** Undefined where rows are missing that only a run could give, and there is none. */
export function givenNumbers(
  { amounts, others }: Reading,
  { run, values }: Facts,
): Given | undefined {
  const { validationSplit: split, testShare } = amounts;
  const wholeRows = amounts.rows ?? (run && values.rows);
  if (wholeRows === undefined) return undefined;
  // A number that was not understood may be the batch_size: Keras' is not theirs then.
  if (amounts.batch === undefined && others.some((one) => one > 1 && one < wholeRows))
    return undefined;
  const isOwn = amounts.rows !== undefined;
  const withoutTest = isOwn && testShare ? rowsWithoutTest(wholeRows, testShare) : wholeRows;
  const rows = isOwn && split ? trainingRows(withoutTest, split) : withoutTest;
  if (rows < 1) return undefined;
  const batch = amounts.batch ?? (isOwn || !run ? KERAS_BATCH_SIZE : values.batch);
  const epochs = amounts.epochs ?? (isOwn || !run ? undefined : values.epochs);
  return {
    rows,
    wholeRows,
    batch,
    epochs,
    from: {
      rows: isOwn ? 'question' : 'run',
      batch: amounts.batch === undefined ? (isOwn ? 'keras' : 'run') : 'question',
      epochs: amounts.epochs === undefined ? 'run' : 'question',
    },
    amounts,
  };
}
