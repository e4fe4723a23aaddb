/** Which columns the network gets, and as what. */
import { UserError } from '../../errors.js';
import type { DataSummary, LeftOutReason } from '../../runs/protocol.js';
import type { Column } from './columns.js';
import { type InputColumn, inputsOf } from './derive.js';
import { leftOutReason } from './left-out.js';

export interface ChosenInputs {
  /** Columns that carry something, in the table's order. */
  readonly used: readonly Column[];
  /** What they became, in that order. */
  readonly inputs: readonly InputColumn[];
  readonly leftOut: DataSummary['leftOut'];
}

/**
 * Sequences are left out, unless nothing else is left to learn from: then they may be the x of y = f(x).
 * @param columns all but the target
 * @throws UserError when none is left
 */
export function chooseInputs(columns: readonly Column[]): ChosenInputs {
  const judged = columns.map((column) => ({ column, reason: leftOutReason(column) }));
  const anyUsable = judged.some(({ reason }) => reason === undefined);
  const isUsed = (reason: LeftOutReason | undefined): boolean =>
    reason === undefined || (reason === 'sequence' && !anyUsable);
  const used = judged.filter(({ reason }) => isUsed(reason)).map(({ column }) => column);
  if (used.length === 0) throw new UserError('error.csvNoInputs');
  const leftOut = judged.flatMap(({ column: { name }, reason }) =>
    reason === undefined || isUsed(reason) ? [] : [{ column: name, reason }],
  );
  return { used, inputs: used.flatMap(inputsOf), leftOut };
}
