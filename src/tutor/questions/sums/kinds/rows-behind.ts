/** How many rows so many steps of a batch_size are. */
import { asked, type SumKind } from '../kind.js';
import { rowsFor } from '../arithmetic.js';
import { wants } from '../want.js';
import { stepsShown } from './steps-shown.js';

/** Rows behind so many steps of a batch_size: the last batch may be smaller. */
export const rowsBehind: SumKind = {
  name: 'rowsBehind',
  asks: 'rows',
  concepts: ['steps_per_epoch', 'last_partial_batch', 'batch_size'],
  bid(reading) {
    const { rows, batch, epochs, lastRows } = reading.amounts;
    const steps = stepsShown(reading);
    if (rows !== undefined || batch === undefined || steps === undefined) return undefined;
    // Those of a whole run are counted every time.
    if (reading.isInAll && (epochs ?? 1) > 1) return undefined;
    const strength = Math.max(
      wants(reading, 'rows', 'trainRows'),
      epochs === undefined ? wants(reading, 'seen') * 0.9 : 0,
    );
    return asked(
      reading,
      strength,
      ['batch', 'steps', 'updates', ...(epochs === undefined ? [] : (['epochs'] as const))],
      (t) => [
        lastRows === undefined || lastRows > batch
          ? t.text('sum.rowsBehind', { steps, batch, ...rowsFor(steps, batch) })
          : t.text('sum.rowsBehind.last', {
              ...{ steps, batch, last: lastRows, full: steps - 1 },
              rows: (steps - 1) * batch + lastRows,
            }),
      ],
      { amounts: { batch, steps } },
    );
  },
};
