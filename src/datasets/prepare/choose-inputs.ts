/** Chooses the network's input columns and their encoding. */
import { UserError } from '../../errors.js';
import type { ColumnChoices, DataSummary, LeftOutReason } from '../../runs/dataset.js';
import type { Column } from './columns.js';
import { type InputColumn, inputsOf } from './derive.js';
import { leftOutReason } from './left-out.js';
import { namedColumns } from './named-column.js';

export interface ChosenInputs {
  /** The informative columns, in the table's order. */
  readonly used: readonly Column[];
  /** Their encodings, in that order. */
  readonly inputs: readonly InputColumn[];
  readonly leftOut: DataSummary['leftOut'];
}

/**
 * Row numbers are left out, unless they were requested by name or nothing else is left to learn from:
 * then they may be the x in y = f(x).
 * @param columns all columns, in the table's order
 * @throws UserError when none is left, or `use` or `drop` names an unknown column
 */
export function chooseInputs(
  columns: readonly Column[],
  target: Column,
  { use, drop }: Pick<ColumnChoices, 'use' | 'drop'> = {},
): ChosenInputs {
  const wanted = use && namedColumns(columns, use, 'use');
  const unwanted = namedColumns(columns, drop ?? [], 'drop');
  const judged = columns
    .filter((column) => column !== target)
    .map((column) => {
      const isUnwanted = unwanted.has(column) || (wanted && !wanted.has(column));
      const reason: LeftOutReason | undefined = isUnwanted ? 'unwanted' : leftOutReason(column);
      return { column, reason };
    });
  const anyUsable = judged.some(({ reason }) => reason === undefined);
  const isUsed = ({ column, reason }: (typeof judged)[number]): boolean =>
    reason === undefined || (reason === 'sequence' && (!anyUsable || wanted?.has(column) === true));
  const used = judged.filter(isUsed).map(({ column }) => column);
  if (used.length === 0) {
    throw new UserError(
      wanted || unwanted.size > 0 ? 'error.csvNoInputsChosen' : 'error.csvNoInputs',
    );
  }
  const leftOut = judged.flatMap((one) =>
    one.reason === undefined || isUsed(one)
      ? []
      : [{ column: one.column.name, reason: one.reason }],
  );
  return { used, inputs: used.flatMap(inputsOf), leftOut };
}
