/** A table's preview before training, even if nothing can be learned from it as it is. */
import { UserError } from '../errors.js';
import type { ChosenTask, DataPreview, DatasetRef, DataSummary } from '../runs/dataset.js';
import { readTable } from './load.js';
import { type Column, readColumns } from './prepare/columns.js';
import { leftOutReason } from './prepare/left-out.js';
import { type PreparedData, prepareColumns } from './prepare/prepare.js';
import { reportOf } from './prepare/report.js';
import { likelyTargets, readTarget } from './prepare/target.js';
import { splitRows } from './split.js';

/** Maximum number of alternatives offered. */
const offeredTargets = 4;

/** @throws UserError when the file cannot be read at all */
export function previewDataset(ref: DatasetRef, dataDir: string): DataPreview {
  const { name, table, choices } = readTable(ref, dataDir);
  const columns = readColumns(table);
  const reports = columns.map((column, index) => {
    const reason = leftOutReason(column);
    return reportOf(column, (row) => table.rows[row]?.[index] ?? '', reason ? { reason } : {});
  });
  const about = {
    ...{ name, rows: table.rows.length, columns: reports },
    ...(table.notes && { reading: table.notes }),
  };
  const others = (target: string | undefined): readonly string[] =>
    likelyTargets(columns)
      .map((column) => column.name)
      .filter((column) => column !== target)
      .slice(0, offeredTargets);
  try {
    const prepared = prepareColumns(name, table, columns, choices);
    const summary = summaryOf(prepared);
    const otherTask = otherTaskOf(columns, summary);
    return {
      ...about,
      columns: summary.columns ?? reports,
      targets: others(summary.target),
      outcome: { kind: 'ready', summary, ...(otherTask && { otherTask }) },
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { key, params } = error;
    return { ...about, targets: others(choices.target), outcome: { kind: 'refused', key, params } };
  }
}

function summaryOf({ summary, rows, trainRows }: PreparedData): DataSummary {
  const counts = { ...splitRows(trainRows, 0), test: rows - trainRows };
  return { ...summary, rows: { ...summary.rows, ...counts } };
}

/** Amounts may also be treated as classes, and more than two classes as amounts. */
function otherTaskOf(
  columns: readonly Column[],
  { target, task }: DataSummary,
): ChosenTask | undefined {
  const column = columns.find(({ name }) => name === target);
  if (!column || column.kind === 'category' || task === 'binary') return undefined;
  const other: ChosenTask = task === 'regression' ? 'classes' : 'amount';
  try {
    readTarget(column, { task: other });
    return other;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
