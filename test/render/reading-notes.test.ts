import { describe, expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import type { Text } from '../../src/content/text.js';
import { columnNotes, fileNotes, givesAwayNote, withUnit } from '../../src/render/reading-notes.js';
import type { ColumnReport, ReadingNotes } from '../../src/runs/dataset.js';
import { summary } from '../support/run-samples.js';

const en = translator('en');
const said = (texts: readonly Text[]): string[] =>
  texts.map((text) => text.map(({ text }) => text).join(''));

const plain: ReadingNotes = { encoding: 'utf-8', separator: ',', decimal: '.' };
const column: ColumnReport = { name: 'a', kind: 'number', distinct: 9, gaps: 0, examples: ['1'] };

describe('a file', () => {
  test('that left nothing open is not talked about', () => {
    expect(fileNotes(plain, en)).toEqual([]);
    expect(columnNotes([column], en)).toEqual([]);
    expect(givesAwayNote(summary(), en)).toEqual([]);
  });

  test('is described from top to bottom', () => {
    const notes: ReadingNotes = {
      ...plain,
      ...{ encoding: 'cp949', encodingGuessed: true, decimal: ',', linesAbove: 2 },
      ...{ headerMissing: true, headersRepeated: 1, totals: ['합계', '총계'] },
      footer: { lines: 1, examples: ['Source: x'] },
    };
    expect(said(fileNotes(notes, en))).toEqual([
      'The first line already holds data, so the columns are called column_1, column_2 and so on.',
      '2 lines above the column names were skipped.',
      '2 rows of totals were left out (합계, 총계).',
      '1 line below the table was left out (“Source: x”).',
      '1 repeated header was left out.',
      'The file does not say how its letters are stored; Korean (cp949) is the best guess. If letters look wrong, save it as “CSV UTF-8” and send it again.',
      'Numbers are written with a decimal comma (1,5 is one and a half).',
    ]);
    expect(fileNotes(notes, translator('ko'))).toHaveLength(7);
  });
});

test('columns: gaps and guesses first, then units, then what became of values', () => {
  const columns: ColumnReport[] = [
    { ...column, name: 'price', unit: { prefix: '$' }, odd: { count: 2, examples: ['n/k'] } },
    {
      ...{ ...column, name: 'when', kind: 'date', parts: ['days', 'hour'] },
      ...{ dateOrder: 'dmy', dateOrderGuessed: true },
    },
    { ...column, name: 'ok', kind: 'category', merged: [{ value: 'yes', variants: ['Yes'] }] },
    { ...column, name: 'town', kind: 'category', rare: { values: 7, rows: 9 } },
    { ...column, name: 'left', unit: { suffix: ' kg' }, leftOut: 'constant' },
  ];
  expect(said(columnNotes(columns, en))).toEqual([
    'price: 2 cells count as gaps (“n/k”).',
    'when could be read in two ways; day before month is the guess.',
    'Units: price in $.',
    'when became days since the first date, hour.',
    'ok: “Yes” counted as “yes”.',
    'town: 7 values with few rows each count as “other” (9 rows).',
  ]);
});

test('inputs that contain the answer are named', () => {
  expect(said(givesAwayNote({ ...summary(), givesAway: ['code'] }, en))[0]).toContain(
    'code is enough to tell Exited',
  );
});

test('a number in its unit', () => {
  expect(withUnit('12,300', { prefix: '$' })).toBe('$12,300');
  expect(withUnit('84', { suffix: '㎡' })).toBe('84㎡');
  expect(withUnit('84', undefined)).toBe('84');
});
