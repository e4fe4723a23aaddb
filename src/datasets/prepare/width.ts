/** Limits on a table's inputs, and what is dropped to meet them. */
import type { ChosenInputs } from './choose-inputs.js';
import { inputsOf } from './derive.js';
import { widthOf } from './inputs.js';
import { isWideCategory } from './rare-values.js';

/** Maximum number of inputs after one-hot encoding. */
export const maxInputs = 1000;
/** Maximum number of input values, rows × inputs: 80 MB of float32. */
export const maxInputValues = 20_000_000;

export function widthOfAll({ inputs }: Pick<ChosenInputs, 'inputs'>): number {
  return inputs.reduce((sum, column) => sum + widthOf(column), 0);
}

/**
 * Drops the widest of the categories with unusually many values: a table is not refused because of a
 * postcode column.
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
