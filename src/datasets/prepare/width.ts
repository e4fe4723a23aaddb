/** How many inputs a table may make, and what gives way where it makes more. */
import type { ChosenInputs } from './choose-inputs.js';
import { inputsOf } from './derive.js';
import { widthOf } from './inputs.js';
import { isWideCategory } from './rare-values.js';

/** Input columns after one-hot encoding. */
export const maxInputs = 1000;
/** Input values in all, rows × inputs: 80 MB of float32. */
export const maxInputValues = 20_000_000;

export function widthOfAll({ inputs }: Pick<ChosenInputs, 'inputs'>): number {
  return inputs.reduce((sum, column) => sum + widthOf(column), 0);
}

/**
 * Without the widest of the categories that have more values than most: a table is not refused for a
 * column of postcodes.
 * @param rows rows with a target
 */
export function withinWidth(chosen: ChosenInputs, rows: number): ChosenInputs {
  const width = widthOfAll(chosen);
  if (width <= maxInputs && width * rows <= maxInputValues) return chosen;
  const wide = chosen.used.filter(isWideCategory).map((column) => ({
    column,
    width: widthOfAll({ inputs: inputsOf(column) }),
  }));
  const [widest] = wide.sort((a, b) => b.width - a.width);
  if (!widest || chosen.used.length === 1) return chosen;
  const used = chosen.used.filter((column) => column !== widest.column);
  const leftOut = [
    ...chosen.leftOut,
    { column: widest.column.name, reason: 'too-many-values' as const },
  ];
  return withinWidth({ used, inputs: used.flatMap(inputsOf), leftOut }, rows);
}
