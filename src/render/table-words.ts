/** What was understood of a table, in sentences: of its file, of its columns, of what is predicted. */
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import { shown } from '../content/shown.js';
import { rareClassOf } from '../runs/class-balance.js';
import type { ColumnReport, DataSummary, ReadingNotes, Unit } from '../runs/protocol.js';

const separators = { ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'space', ',': 'comma' } as const;

/** How encodings are called where people meet them. */
const encodings: Readonly<Record<ReadingNotes['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  cp949: 'CP949 (EUC-KR)',
  shift_jis: 'Shift_JIS',
  'windows-1252': 'Windows-1252 (Latin 1)',
};

/** Only what a CSV need not be: comma, UTF-8 and one line of names are not worth a word. */
export function readingWords(notes: ReadingNotes | undefined, t: Translator): readonly Text[] {
  if (!notes) return [];
  const { encoding, separator, totals = [], footer } = notes;
  const guessed = notes.encodingGuessed ? 'yes' : 'no';
  const lines = notes.linesAbove ?? 0;
  const count = notes.headersRepeated ?? 0;
  const named = { count: totals.length, names: totals.map((name) => shown(name)).join(', ') };
  return [
    ...(encoding === 'utf-8'
      ? []
      : [t.text('table.encoding', { encoding: encodings[encoding], guessed })]),
    ...(separator === ','
      ? []
      : [t.text('table.separator', { separator: separators[separator] })]),
    ...(notes.decimal === ',' ? [t.text('table.decimalComma')] : []),
    ...(lines > 0 ? [t.text('table.linesAbove', { lines })] : []),
    ...(notes.headerMissing ? [t.text('table.headerMissing')] : []),
    ...(count > 0 ? [t.text('table.headersRepeated', { count })] : []),
    ...(totals.length > 0 ? [t.text('table.totals', named)] : []),
    ...(footer
      ? [t.text('table.footer', { lines: footer.lines, examples: quoted(footer.examples) })]
      : []),
  ];
}

/** What was made of cells that are not simply numbers or values. */
export function columnWords(columns: readonly ColumnReport[], t: Translator): readonly Text[] {
  const units = columns.filter(({ unit }) => unit).map(({ name, unit }) => withUnit(name, unit));
  return [
    ...(units.length > 0 ? [t.text('table.units', { columns: units.join(', ') })] : []),
    ...columns.flatMap((column) => oneColumn(column, t)),
  ];
}

function oneColumn(column: ColumnReport, t: Translator): readonly Text[] {
  const { kind, odd, merged = [], rare, parts } = column;
  const name = { column: column.name };
  const values = merged.map(({ value, variants }) => `${variants.join(', ')} → ${value}`);
  const guessed = column.dateOrderGuessed ? 'yes' : 'no';
  const order = column.dateOrder ?? 'none';
  return [
    ...(odd
      ? [t.text('table.odd', { ...name, kind, count: odd.count, examples: quoted(odd.examples) })]
      : []),
    ...(merged.length > 0 ? [t.text('table.merged', { ...name, values: values.join('; ') })] : []),
    ...(rare ? [t.text('table.rare', { ...name, ...rare })] : []),
    ...(parts
      ? [t.text('table.dates', { ...name, order, guessed, parts: partWords(parts, t) })]
      : []),
  ];
}

function partWords(parts: NonNullable<ColumnReport['parts']>, t: Translator): string {
  return parts.map((part) => t.plain(`table.part.${part}`)).join(', ');
}

/** That nobody chose the target, and what stands out about it. */
export function targetWords(data: DataSummary, t: Translator): readonly Text[] {
  const { rareClasses: rare, givesAway = [], classRows, classes } = data;
  const target = shown(data.target);
  const [first = ''] = givesAway;
  const rarest = rareClassOf(classRows);
  return [
    ...(data.targetIsDefault ? [defaultTarget(data, t)] : []),
    ...(rare
      ? [
          t.text('table.rareClasses', {
            ...{ count: rare.names.length, rows: rare.rows },
            names: rare.names.slice(0, namedClasses).join(', '),
          }),
        ]
      : []),
    ...(rarest === undefined ? [] : [balance(classRows ?? [], classes[rarest] ?? '', t)]),
    ...(givesAway.length > 0
      ? [
          t.text('table.givesAway', {
            ...{ columns: givesAway.join(', '), count: givesAway.length, target },
            first: asTyped(first),
          }),
        ]
      : []),
  ];
}

/** More names than this are no sentence. */
export const namedClasses = 8;

function defaultTarget({ target, columns = [] }: DataSummary, t: Translator): Text {
  const last = columns.at(-1)?.name;
  const other = columns.findLast(({ name, leftOut }) => name !== target && !leftOut)?.name;
  return t.text('table.defaultTarget', {
    target: shown(target),
    place: last === undefined || last === target ? 'last' : 'other',
    other: asTyped(other ?? target),
  });
}

function balance(classRows: readonly number[], name: string, t: Translator): Text {
  const all = classRows.reduce((sum, rows) => sum + rows, 0);
  const share = (Math.min(...classRows) / all) * 100;
  return t.text('table.balance', {
    class: shown(name),
    percent: percentText(share),
    others: percentText(100 - share),
  });
}

/** `20.4`, `0.9`, `0.02`: as many digits as tell it from 0 and from 100. */
function percentText(percent: number): string {
  const distance = Math.min(percent, 100 - percent);
  return percent.toFixed(distance >= 10 ? 0 : distance >= 1 ? 1 : 2);
}

/** `Price ($…)`, `Weight (… kg)`. */
function withUnit(name: string, unit: Unit | undefined): string {
  return `${name} (${unitText(unit)})`;
}

export function unitText({ prefix = '', suffix = '' }: Unit = {}): string {
  return [prefix.trim(), suffix.trim()].filter((part) => part !== '').join(' … ');
}

function quoted(examples: readonly string[]): string {
  return examples.map((example) => `“${example}”`).join(', ');
}

/** A column's name as it can be typed behind an option. */
export function asTyped(name: string): string {
  return /[\s,:=']/.test(name) ? `"${name}"` : name;
}
