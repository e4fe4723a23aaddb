/** Runs side by side in at most 28 columns, which a phone shows without breaking lines. */
import { exponent, metricValue } from '../keras-numbers.js';
import type { ComparedRun } from './compared-run.js';

interface TableRow {
  readonly name: string;
  /** Undefined where the run has no such number. */
  readonly value: (run: ComparedRun) => string | undefined;
}

/** Maximum characters per number: with three runs and the longest name, 28 columns in all. */
const CELL = 6;
/** Placeholder for a missing number. */
const NONE = '-';

const rows: readonly TableRow[] = [
  { name: 'loss', value: ({ loss }) => cellNumber(loss) },
  { name: 'acc', value: (run) => metricOf(run, 'accuracy') },
  { name: 'mae', value: (run) => metricOf(run, 'mae') },
  { name: 'test', value: ({ test }) => test && cellNumber(test.metric) },
  { name: 'batch', value: ({ settings }) => cellCount(settings.batchSize) },
  { name: 'epochs', value: ({ finished }) => cellCount(finished.length) },
  { name: 'steps', value: ({ steps }) => cellCount(steps) },
  { name: 'updates', value: ({ updates }) => cellCount(updates) },
];

/** A column per run headed by its id, row names last; `test` is the metric on the test rows. */
export function comparisonTable(runs: readonly ComparedRun[]): string {
  const lines = rows
    .map(({ name, value }) => ({ name, values: runs.map(value) }))
    .filter(({ values }) => values.some((value) => value !== undefined))
    .map(({ name, values }) => [...values.map((value) => cell(value ?? NONE)), name].join(' '));
  return [runs.map(({ id }) => cell(id)).join(' '), ...lines].join('\n');
}

function cell(value: string): string {
  return value.padStart(CELL);
}

function metricOf(
  { data, finished }: ComparedRun,
  metric: ComparedRun['data']['metric'],
): string | undefined {
  const last = finished.at(-1);
  return last && data.metric === metric ? cellNumber(last.logs.metric) : undefined;
}

/** In Keras' format where that fits, else with as many digits as fit: `1234.5`, `5.0e-4`, `3e+12`. */
export function cellNumber(value: number): string {
  const whole = metricValue(value);
  if (whole.length <= CELL) return whole;
  const shorter = Math.abs(value) >= 1 && Math.abs(value) < 99_999 ? [3, 2, 1, 0] : [];
  const decimals = shorter.map((digits) => value.toFixed(digits));
  const exponents = [1, 0].map((digits) => value.toExponential(digits));
  return [...decimals, ...exponents].find(({ length }) => length <= CELL) ?? exponent(value);
}

/** `16,000`; in thousands from a million on, `1250k`. */
export function cellCount(count: number): string {
  const grouped = count.toLocaleString('en');
  if (grouped.length <= CELL) return grouped;
  return count < 1_000_000 ? String(count) : `${Math.round(count / 1000)}k`;
}
