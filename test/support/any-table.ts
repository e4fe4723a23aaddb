/** Random tables, and what is read back after one was written out in some format. */
import { readCsv } from '../../src/datasets/csv/read.js';
import { type Column, readColumns } from '../../src/datasets/prepare/columns.js';
import type { Dice } from '../../src/datasets/random.js';

export type Cell = number | string | undefined;

export interface PlainTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** A non-Unicode encoding that covers all its letters. */
  readonly legacy: 'cp949' | 'windows-1252' | 'shift_jis';
}

const alphabets = [
  { legacy: 'cp949', words: ['서울', '부산 해운대구', '똠방', '제주', '그렇다', '아니요'] },
  { legacy: 'windows-1252', words: ['café', 'Zoë – “neu”', 'größer', 'naïve', 'señal', 'œuvre'] },
  { legacy: 'shift_jis', words: ['東京', 'おおさか', 'カード払い', '名古屋', 'はい', 'いいえ'] },
] as const;

export function anyTable(random: Dice): PlainTable {
  const { legacy, words } = alphabets[random.integer(0, 2)] ?? alphabets[0];
  // One column has decimals: without any, 1.234 is ambiguous.
  const columns = random.integer(2, 6);
  const kinds = Array.from({ length: columns }, (_, index) =>
    index === 0
      ? 'word'
      : index === 1
        ? 'decimal'
        : random.pick({ whole: 0.3, decimal: 0.4, word: 0.3 }),
  );
  const cellOf = (kind: string, index: number): Cell => {
    // Empty rows are skipped, and a row with one cell may be a note.
    if (index > 1 && random.chance(0.05)) return undefined;
    if (kind === 'whole') return random.integer(-90_000, 90_000);
    if (kind === 'decimal') return Math.round(random.normal(0, 3000) * 100) / 100 + 0;
    return words[random.integer(0, words.length - 1)];
  };
  return {
    legacy,
    names: kinds.map((kind, index) => `${words[index % words.length] ?? ''} ${kind}`),
    rows: Array.from({ length: random.integer(30, 80) }, () => kinds.map(cellOf)),
  };
}

/** By column: numbers as they are, categories as text, dates as days since 1970. */
export function valuesIn(bytes: Buffer): ReadonlyMap<string, Cell[]> {
  const values = (column: Column): Cell[] =>
    column.kind === 'category'
      ? Array.from(column.values, (level) => column.levels[level])
      : Array.from(column.values, (value) => (Number.isNaN(value) ? undefined : value));
  return new Map(readColumns(readCsv(bytes)).map((column) => [column.name, values(column)]));
}
