/** What many sums say: how a quotient is written, and which numbers were taken for granted. */
import type { Text } from '../../content/text.js';
import type { MessageKey, MessageParams, Translator } from '../../content/translator.js';
import { whose, type AskerFacts, type OwnNumbers } from './own-numbers.js';

/** `800` or `76.8`, and whether rounding up changes it. */
export function quotient(
  rows: number,
  batch: number,
  t: Translator,
): { readonly quotient: string; readonly rounded: 'yes' | 'no' } {
  return { quotient: decimal(rows / batch, t), rounded: rows % batch === 0 ? 'no' : 'yes' };
}

export function decimal(value: number, { locale }: Translator, digits = 3): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** Says which numbers the question did not give. */
export function assumed(
  { rows, batch, epochs, from }: OwnNumbers,
  withEpochs: boolean,
  facts: AskerFacts,
  t: Translator,
): readonly Text[] {
  const lines: Text[] = [];
  const tell = (key: MessageKey, params: MessageParams): void => {
    lines.push(t.text(key, params));
  };
  if (from.rows !== 'question') {
    tell('sum.assumed.rows', { rows, whose: whose(from.rows, facts, t) });
  }
  if (from.batch !== 'question') {
    const isDefault = from.batch === 'keras' ? 'yes' : 'no';
    tell('sum.assumed.batch', { batch, default: isDefault, whose: whose(from.batch, facts, t) });
  }
  if (withEpochs && from.epochs !== 'question') {
    tell('sum.assumed.epochs', { epochs, whose: whose(from.epochs, facts, t) });
  }
  return lines;
}
