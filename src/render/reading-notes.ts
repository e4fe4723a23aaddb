/** Notes on how a file was understood: whole sentences, the most important first. */
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import { shown } from '../content/shown.js';
import type { ColumnReport, DataSummary, ReadingNotes, Unit } from '../runs/dataset.js';

/** About the file as a whole. */
export function fileNotes(notes: ReadingNotes, t: Translator): readonly Text[] {
  const { encoding, encodingGuessed, encodingUnlikely, headerMissing } = notes;
  const { decimal, decimalGuessed } = notes;
  const { linesAbove, headersRepeated, totals, footer } = notes;
  return [
    ...(headerMissing ? [t.text('reading.headerMissing')] : []),
    ...(linesAbove === undefined ? [] : [t.text('reading.linesAbove', { lines: linesAbove })]),
    ...(totals
      ? [t.text('reading.totals', { rows: totals.length, names: listed(totals, t) })]
      : []),
    ...(footer
      ? [
          t.text('reading.footer', {
            lines: footer.lines,
            example: footer.examples[0] ?? '',
          }),
        ]
      : []),
    ...(headersRepeated === undefined
      ? []
      : [t.text('reading.headersRepeated', { lines: headersRepeated })]),
    ...(encodingGuessed
      ? [
          t.text('reading.encodingGuessed', {
            encoding: t.plain(`reading.encoding.${encoding}`),
            guess: encodingUnlikely ? 'unlikely' : 'likely',
          }),
        ]
      : []),
    ...(decimal === ',' ? [t.text('reading.decimalComma')] : []),
    ...(decimalGuessed === undefined
      ? []
      : [
          t.text('reading.decimalGuessed', {
            number: decimalGuessed,
            sign: decimalGuessed.includes(',') ? 'comma' : 'point',
          }),
        ]),
  ];
}

/** About the columns used, including the target. */
export function columnNotes(columns: readonly ColumnReport[], t: Translator): readonly Text[] {
  const used = columns.filter(({ leftOut }) => leftOut === undefined);
  const units = used.flatMap(({ name, unit }) =>
    unit ? [t.plain('reading.unit', { column: shown(name), unit: unitText(unit) })] : [],
  );
  return [
    ...used.flatMap((column) => oddNotes(column, t)),
    ...(units.length > 0 ? [t.text('reading.units', { columns: listed(units, t) })] : []),
    ...used.flatMap((column) => valueNotes(column, t)),
  ];
}

/** Columns that give away the answer, or say nothing. */
export function givesAwayNote(
  { givesAway = [], target }: DataSummary,
  t: Translator,
): readonly Text[] {
  if (givesAway.length === 0) return [];
  const columns = listed(givesAway, t);
  return [t.text('reading.givesAway', { columns, target: shown(target) })];
}

function oddNotes({ name, odd, dateOrderGuessed, dateOrder }: ColumnReport, t: Translator): Text[] {
  const column = shown(name);
  return [
    ...(odd
      ? [t.text('reading.odd', { column, count: odd.count, examples: quoted(odd.examples) })]
      : []),
    ...(dateOrderGuessed
      ? [t.text('reading.dateOrder', { column, order: dateOrder ?? 'ymd' })]
      : []),
  ];
}

function valueNotes({ name, parts, merged, rare }: ColumnReport, t: Translator): Text[] {
  const column = shown(name);
  const named = (parts ?? []).map((part) => t.plain(`reading.part.${part}`)).join(', ');
  return [
    ...(named === '' ? [] : [t.text('reading.dates', { column, parts: named })]),
    ...(merged ?? []).slice(0, 2).map(({ value, variants }) =>
      t.text('reading.merged', {
        ...{ column, value: quoted([value]) },
        variants: quoted(variants.slice(0, namedAtMost)),
      }),
    ),
    ...(rare ? [t.text('reading.rare', { column, ...rare })] : []),
  ];
}

/** A column's unit: `$`, `kg`. */
export function unitText({ prefix = '', suffix = '' }: Unit): string {
  return [prefix.trim(), suffix.trim()].filter((part) => part !== '').join(' … ');
}

/** A number in its column's unit: `$12,300`, `84㎡`. */
export function withUnit(value: string, unit: Unit | undefined): string {
  return `${unit?.prefix ?? ''}${value}${unit?.suffix ?? ''}`;
}

const namedAtMost = 3;

function listed(names: readonly string[], t: Translator): string {
  const more = names.length - namedAtMost;
  const first = names.slice(0, namedAtMost);
  return [...first, ...(more > 0 ? [t.plain('reading.more', { count: more })] : [])].join(', ');
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(', ');
}
