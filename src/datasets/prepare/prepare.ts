/** Turns a table into training data. */
import { UserError } from '../../errors.js';
import type { ColumnChoices, DataSummary, TaskType } from '../../runs/dataset.js';
import { type Split, stratifiedSplit } from '../split.js';
import type { Table } from '../table.js';
import { baselineOf } from './baseline.js';
import { type ChosenInputs, chooseInputs } from './choose-inputs.js';
import { type Column, readColumns } from './columns.js';
import { givingAway } from './gives-away.js';
import { encodeInputs, rowsWithGaps, standardise } from './inputs.js';
import { reportOf } from './report.js';
import { namedColumns } from './named-column.js';
import { type Target, chooseTarget, likelyTargets, readTarget } from './target.js';
import { maxInputValues, maxInputs, widthOfAll, withinWidth } from './width.js';

/** Fewer rows with a target cannot be split meaningfully into training and test. */
const minRows = 10;

export interface PreparedData {
  /** rows × inputs, row-major. Shuffled: the first `trainRows` rows are for training, the rest for the test. */
  readonly x: Float32Array;
  /** Per row 0 or 1, the class index, or the standardized number. */
  readonly y: Float32Array;
  readonly rows: number;
  readonly inputs: number;
  /** Units of the output layer: 1 for binary and regression, the number of classes otherwise. */
  readonly outputs: number;
  readonly task: TaskType;
  /** Rows before `validation_split` takes its share of them. */
  readonly trainRows: number;
  /** Everything in a `DataSummary` that does not depend on `validation_split`. */
  readonly summary: Omit<DataSummary, 'rows'> & {
    readonly rows: Pick<DataSummary['rows'], 'read' | 'dropped' | 'filled'>;
  };
}

/**
 * @param name the data set's name in messages
 * @throws UserError when the table cannot be learned from as was chosen, naming why
 */
export function prepare(name: string, table: Table, choices: ColumnChoices = {}): PreparedData {
  return prepareColumns(name, table, readColumns(table), choices);
}

/** A table's target and inputs, given the choices. */
export interface Layout {
  readonly target: Target;
  readonly targetColumn: Column;
  readonly chosen: ChosenInputs;
  /** Rows of the table; the first `trainRows` of them are for training, the rest for the test. */
  readonly order: Uint32Array;
  readonly split: Split;
}

/**
 * @param columns the table's parsed columns
 * @throws UserError when the table cannot be learned from as was chosen, naming why
 */
export function layOut(columns: readonly Column[], choices: ColumnChoices): Layout {
  const unwanted = namedColumns(columns, choices.drop ?? [], 'drop');
  const candidates = columns.filter((column) => !unwanted.has(column));
  const targetColumn = chooseTarget(
    choices.target === undefined ? candidates : columns,
    choices.target,
  );
  if (unwanted.has(targetColumn)) {
    throw new UserError('error.csvTargetDropped', { target: targetColumn.name });
  }
  const target = readTarget(targetColumn, choices, () =>
    likelyTargets(candidates.filter((column) => column !== targetColumn)),
  );
  const rows = target.kept.length;
  if (rows < minRows) throw new UserError('error.csvTooFewRows', { rows, min: minRows });
  const chosen = withinWidth(chooseInputs(columns, targetColumn, choices), rows);
  const inputs = widthOfAll(chosen);
  if (inputs > maxInputs) throw new UserError('error.csvTooManyInputs', { inputs, max: maxInputs });
  if (rows * inputs > maxInputValues) {
    const params = { rows, inputs, max: Math.floor(maxInputValues / inputs) };
    throw new UserError('error.csvTooManyValues', params);
  }
  const isAmount = target.task === 'regression';
  const split = stratifiedSplit(isAmount ? new Uint8Array(rows) : target.values);
  const order = split.order.map((index) => target.kept[index] ?? 0);
  return { target, targetColumn, chosen, order, split };
}

/** @param columns the table's parsed columns */
export function prepareColumns(
  name: string,
  table: Table,
  columns: readonly Column[],
  choices: ColumnChoices,
): PreparedData {
  const { target, targetColumn, chosen, order, split } = layOut(columns, choices);
  const { leftOut } = chosen;
  const rows = order.length;
  const inputs = widthOfAll(chosen);
  const givesAway = givingAway(chosen.used, target);
  const isAmount = target.task === 'regression';
  const { y, deviation } = encodeTarget(target, split.order, split.trainRows);
  const { task, classes } = target;
  const outputs = task === 'multiclass' ? classes.length : 1;
  return {
    x: encodeInputs(chosen.inputs, order, split.trainRows),
    y,
    rows,
    inputs,
    outputs,
    task,
    trainRows: split.trainRows,
    summary: {
      name,
      target: target.name,
      task,
      metric: task === 'regression' ? 'mae' : 'accuracy',
      rows: {
        read: table.rows.length,
        dropped: table.rows.length - rows,
        filled: rowsWithGaps(chosen.used, target.kept),
      },
      inputs,
      outputs,
      classes,
      leftOut,
      baseline: baselineOf(task, y, split.trainRows),
      ...(deviation !== undefined && { targetDeviation: deviation }),
      ...(choices.target === undefined && { targetIsDefault: true }),
      ...(!isAmount && { classRows: rowsOfClasses(target) }),
      ...(target.rare && { rareClasses: target.rare }),
      ...(givesAway.length > 0 && { givesAway }),
      ...(table.notes && { reading: table.notes }),
      columns: columns.map((column, index) => {
        const reason = leftOut.find(({ column: name }) => name === column.name)?.reason;
        const isTarget = column === targetColumn;
        const cellAt = (row: number): string => table.rows[row]?.[index] ?? '';
        return reportOf(column, cellAt, { isTarget, ...(reason && { reason }) });
      }),
    },
  };
}

function rowsOfClasses({ classes, values }: Target): readonly number[] {
  const counts = classes.map(() => 0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Numbers are standardized with the training rows' statistics; class indices stay unchanged. */
function encodeTarget(
  { task, values }: Target,
  order: Uint32Array,
  trainRows: number,
): { y: Float32Array; deviation?: number } {
  const ordered = Float64Array.from(order, (index) => values[index] ?? 0);
  if (task !== 'regression') return { y: Float32Array.from(ordered) };
  const { values: y, deviation } = standardise(ordered, trainRows);
  return { y, deviation };
}
