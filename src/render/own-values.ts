/** Shares and amounts as people read them. */
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import { withUnit } from './reading-notes.js';

/** One decimal; never 0 or 100, which no network says. */
export function percentOf(share: number): string {
  if (share > 0 && share < 0.0005) return '< 0.1';
  if (share < 1 && share >= 0.9995) return '> 99.9';
  return (share * 100).toFixed(1);
}

/** A column's value with its unit. */
export function inUnitOf(value: number, column: string, data: DataSummary, t: Translator): string {
  const unit = data.columns?.find(({ name }) => name === column)?.unit;
  const digits = new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 4 });
  return withUnit(digits.format(value), unit);
}
