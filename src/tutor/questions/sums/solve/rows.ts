/**
 * Rows: what a split takes off, what is left, what a score was measured on. How shares are rounded
 * stands in arithmetic.ts; `train_size` is rounded down (scikit-learn 1.5, model_selection/_split.py,
 * `_validate_shuffle_split`).
 */
import { rowsFor, testRows, trainingRows } from '../arithmetic.js';
import { equation, rounded, sameAs, type Equation } from './equation.js';
import { by, minus, plus, times } from './operations.js';

/** Rows of which the split leaves so many; several may, so the nearest. */
function rowsBefore(left: number, split: number): number | undefined {
  const near = left / (1 - split);
  return [Math.round(near), Math.ceil(near)].find((rows) => trainingRows(rows, split) === left);
}

/** k-fold: the first folds are the larger ones (scikit-learn 1.5, `KFold`). */
const foldNote = { note: 'sum.solve.note.folds' } as const;

export const rows: readonly Equation[] = [
  sameAs('fitRows', 'rows', { unless: ['testRows', 'testShare'] }),
  sameAs('fitRows', 'trainRows', { unless: ['validationSplit', 'valRows', 'folds', 'trainShare'] }),
  equation('fitRows', ['rows', 'testRows'], minus, 'rows − testRows'),
  equation('fitRows', ['trainRows', 'valRows'], plus, 'trainRows + valRows'),
  equation(
    'fitRows',
    ['trainRows', 'validationSplit'],
    rowsBefore,
    'trainRows ÷ (1 − validationSplit)',
    { isRough: true, exact: (left, split) => left / (1 - split) },
  ),
  rounded('fitRows', ['valRows', 'validationSplit'], by, Math.round, 'valRows ÷ validationSplit', {
    isRough: true,
  }),

  sameAs('rows', 'fitRows', { unless: ['testRows', 'testShare'] }),
  equation('rows', ['fitRows', 'testRows'], plus, 'fitRows + testRows'),
  rounded('rows', ['testRows', 'testShare'], by, Math.round, 'testRows ÷ testShare', {
    isRough: true,
  }),
  rounded('rows', ['trainRows', 'trainShare'], by, Math.round, 'trainRows ÷ trainShare', {
    isRough: true,
  }),
  sameAs('rows', 'judged', { unless: ['testRows', 'testShare', 'valRows', 'validationSplit'] }),

  equation('testRows', ['rows', 'testShare'], testRows, 'rows × testShare', {
    exact: times,
  }),
  sameAs('testRows', 'judged', { unless: ['rows', 'valRows', 'validationSplit'] }),

  sameAs('trainRows', 'fitRows', { unless: ['validationSplit', 'valRows', 'folds', 'trainShare'] }),
  equation(
    'trainRows',
    ['fitRows', 'validationSplit'],
    trainingRows,
    'fitRows × (1 − validationSplit)',
    { exact: (all, split) => all * (1 - split) },
  ),
  equation('trainRows', ['fitRows', 'valRows'], minus, 'fitRows − valRows', {
    unless: ['validationSplit'],
  }),
  rounded('trainRows', ['rows', 'trainShare'], times, Math.floor, 'rows × trainShare'),
  equation(
    'trainRows',
    ['steps', 'batch', 'lastRows'],
    (steps, batch, last) => (last <= batch ? (steps - 1) * batch + last : undefined),
    '(#steps − 1) × batch + lastRows',
    { given: ['lastRows'], note: 'sum.solve.note.last' },
  ),
  equation('trainRows', ['steps', 'batch'], rowsFor, 'steps × batch', {
    unless: ['lastRows'],
    isRough: true,
    note: 'sum.solve.note.rowsFor',
  }),
  equation('trainRows', ['seenRows', 'ran'], by, 'seenRows ÷ ran', {
    given: ['seenRows'],
    note: 'sum.solve.note.repeats',
  }),

  equation('valRows', ['fitRows', 'trainRows'], minus, 'fitRows − trainRows'),
  rounded('valRows', ['fitRows', 'folds'], by, Math.ceil, 'fitRows ÷ folds', {
    unless: ['validationSplit'],
    ...foldNote,
  }),
  sameAs('valRows', 'judged', { unless: ['rows', 'testRows', 'testShare'] }),

  equation('share', ['valRows', 'fitRows'], by, 'valRows ÷ fitRows', {
    given: ['valRows'],
  }),
  equation('share', ['testRows', 'rows'], by, 'testRows ÷ rows', {
    given: ['testRows'],
  }),
  equation('share', ['barNow', 'steps'], by, 'barNow ÷ steps'),
];
