/** A run's history as CSV (RFC 4180, one row an epoch), under the names of Keras' `History`. */
import type { RunState } from '../runs/run.js';

/**
 * `epoch,loss,accuracy,val_loss,val_accuracy,steps,seconds`, or `mae` for accuracy; the val_ columns
 * only when there was validation. Full precision; `nan` and `inf` as pandas reads and writes them.
 * `seconds` is the epoch's own training time, validation included.
 */
export function historyCsv(state: RunState): string {
  const metric = state.data?.metric ?? 'accuracy';
  const validated = state.finished.some(({ logs }) => logs.valLoss !== undefined);
  const validation = validated ? ['val_loss', `val_${metric}`] : [];
  const rows = state.finished.map(({ epoch, logs, steps, elapsedMs }) => [
    epoch,
    logs.loss,
    logs.metric,
    ...(validated ? [logs.valLoss ?? NaN, logs.valMetric ?? NaN] : []),
    steps,
    elapsedMs / 1000,
  ]);
  return [['epoch', 'loss', metric, ...validation, 'steps', 'seconds'], ...rows.map(cellsOf)]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

function cellsOf(row: readonly number[]): readonly string[] {
  return row.map((value) => {
    if (Number.isNaN(value)) return 'nan';
    return Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf';
  });
}
