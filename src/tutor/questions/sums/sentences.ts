/** What many sums say: how a quotient is written, which numbers were taken for granted, which guess is right. */
import type { Text } from '../../../content/text.js';
import type { Translator } from '../../../content/translator.js';
import type { Facts } from '../../facts.js';
import type { Given } from './given.js';
import type { Reading } from './reading.js';

export function decimal(value: number, { locale }: Translator, digits = 3): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** `800` or `76.8`, and whether rounding up changes it. */
export function quotient(
  rows: number,
  batch: number,
  t: Translator,
): { readonly quotient: string; readonly rounded: 'yes' | 'no' } {
  return { quotient: decimal(rows / batch, t), rounded: rows % batch === 0 ? 'no' : 'yes' };
}

/** `0.635 ms`, `2 s`, `312 s (5 min 12 s)`: as somebody would say it. */
export function duration(ms: number, t: Translator): string {
  const digits = (value: number): string =>
    decimal(value < 1000 ? Number(value.toPrecision(4)) : Math.round(value), t);
  const inMs = t.plain('sum.unit.ms', { value: digits(ms) });
  const inSeconds = t.plain('sum.unit.s', { value: digits(ms / 1000) });
  if (ms < 1000) return ms < 100 ? inMs : `${inMs} (${inSeconds})`;
  if (ms < 120_000) return inSeconds;
  const seconds = Math.round(ms / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const inHours = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  const inMinutes = t.plain('sum.unit.min', { minutes, rest });
  return `${inSeconds} (${minutes < 60 ? inMinutes : `${inMinutes}, ${t.plain('sum.unit.h', inHours)}`})`;
}

/** Says which numbers the question did not give. */
export function assumed(
  { from, rows, batch, epochs }: Given,
  facts: Facts,
  t: Translator,
  withEpochs = false,
): readonly Text[] {
  const run = facts.run?.id ?? '';
  const lines: Text[] = [];
  if (from.batch === 'keras') lines.push(t.text('sum.default', { batch }));
  const isEpochs = withEpochs && from.epochs === 'run' && epochs !== undefined;
  const which = `${from.rows === 'run' ? 'r' : ''}${from.batch === 'run' ? 'b' : ''}${isEpochs ? 'e' : ''}`;
  if (which !== '') {
    lines.push(t.text('sum.ofRun', { run, which, rows, batch, epochs: epochs ?? 1 }));
  }
  return lines;
}

/** Numbers that a question offers as its answer. */
const confirms =
  /\b(?:right|correct|true|wrong|or|not|is it|does that)\b|맞|아닌가|인지|인가|이죠|이지|죠|아니라|아니고|아니면|vs|=/;
const offers = /\?|right|correct|맞|인가|아닌가|인지|이죠|이지|죠|or |not |아니라|아니고|vs/;

/** Why a wrong guess is wrong, where that is known. */
export type Mistake = 'floor' | 'plusOne' | 'perEpoch' | 'perRow' | 'other';

/** “800*20 = 16000” offers what it makes of the two numbers, not these. */
const workedSum = /(\d[\d,.]*) ?[*x/+-] ?(\d[\d,.]*)(?= ?=)/g;

function withoutOperands(text: string, offered: readonly number[]): readonly number[] {
  const operands = [...text.matchAll(workedSum)].flatMap(([, ...two]) =>
    two.map((written) => Number(written.replaceAll(',', ''))),
  );
  return offered.filter((value) => !operands.includes(value));
}

/** Judges what the question offers; before everything else, as it is what is asked. */
export function verdict(
  reading: Reading,
  right: number,
  mistakes: Readonly<Partial<Record<Mistake, number>>>,
  named: readonly number[],
  t: Translator,
): readonly Text[] {
  if (!offers.test(reading.text)) return [];
  const offered = withoutOperands(reading.text, named);
  const kindOf = (guess: number): Mistake | undefined =>
    (Object.keys(mistakes) as Mistake[]).find((mistake) => mistakes[mistake] === guess);
  const isOneOfTwo = offered.length > 1;
  const isAsked = confirms.test(reading.text);
  if (offered.includes(right) && !isOneOfTwo) return [t.text('sum.guess.yes', { right })];
  const wrong = offered.filter(
    (guess) =>
      guess !== right &&
      (isAsked || kindOf(guess) !== undefined) &&
      (kindOf(guess) !== undefined || !isOneOfTwo || offered.includes(right)),
  );
  return wrong.slice(0, 2).map((guess, index) => {
    const mistake = kindOf(guess) ?? 'other';
    const first = index > 0 ? 'later' : isOneOfTwo ? 'choice' : 'no';
    return t.text('sum.guess.no', { right, guess, mistake, first });
  });
}
