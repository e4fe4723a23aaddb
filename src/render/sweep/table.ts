/** A sweep's numbers in at most 28 columns, which a phone shows without breaking lines. */
import type { ComparedRun } from '../comparison/compared-run.js';
import { cellCount, cellNumber } from '../comparison/table.js';
import { spreadOf } from './noise.js';
import type { SweptValue } from './swept.js';

/** Maximum width of a number, and of a value on the same line as its numbers. */
const CELL = 6;
const UPDATES = 'updates';
/** Placeholder for a missing number. */
const NONE = '-';

/**
 * For each value its weight updates, the mean training loss of the last epoch and the mean metric on the test
 * rows; below them the standard deviations, where there are several seeds.
 */
export function sweepTable(values: readonly SweptValue[], options: readonly string[]): string {
  const name = options.join(' · ');
  const isWide = [name, ...values.map(({ label }) => label)].some(({ length }) => length > CELL);
  const heads = [UPDATES, cell('loss'), cell('test')];
  return [
    ...(isWide ? [name, line('', heads)] : [line(name, heads)]),
    ...values.flatMap((value) => rowsOf(value, isWide)),
  ].join('\n');
}

function rowsOf({ label, runs, diverged }: SweptValue, isWide: boolean): readonly string[] {
  const updates = (runs[0] ?? diverged[0])?.updates;
  // A value that diverged with some seed has no mean.
  const whole = diverged.length > 0 ? [] : runs;
  const loss = measured(whole, (run) => run.loss, diverged.length > 0 ? 'nan' : NONE);
  const test = measured(whole, ({ test }) => test?.metric ?? NaN, NONE);
  const cells = [cellOfUpdates(updates), loss.mean, test.mean];
  const below = [loss.deviation, test.deviation];
  return [
    ...(isWide ? [label, line('', cells)] : [line(label, cells)]),
    ...(below.some((text) => text !== '') ? [line('', ['', ...below])] : []),
  ];
}

function measured(
  runs: readonly ComparedRun[],
  number: (run: ComparedRun) => number,
  none: string,
): { readonly mean: string; readonly deviation: string } {
  const numbers = runs.map(number).filter((one) => Number.isFinite(one));
  if (numbers.length === 0) return { mean: none, deviation: '' };
  const { mean, deviation } = spreadOf(numbers);
  return {
    mean: cellNumber(mean),
    deviation: deviation === undefined ? '' : `±${withoutZero(deviation)}`,
  };
}

/** `.0021`, with as many digits as fit after the sign. */
function withoutZero(deviation: number): string {
  const digits = [4, 3, 2, 1, 0].map((count) => deviation.toFixed(count).replace(/^0\./, '.'));
  return digits.find(({ length }) => length < CELL) ?? deviation.toExponential(0);
}

function cellOfUpdates(updates: number | undefined): string {
  return updates === undefined ? NONE : cellCount(updates);
}

function line(label: string, [updates = '', ...cells]: readonly string[]): string {
  const start = `${label.padStart(CELL)} ${updates.padStart(UPDATES.length)}`;
  return [start, ...cells.map(cell)].join(' ').trimEnd();
}

function cell(text: string): string {
  return text.padStart(CELL);
}
