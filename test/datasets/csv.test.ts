import { describe, expect, test } from 'vitest';
import { maxCellChars, maxCsvBytes, maxCsvRows } from '../../src/datasets/csv/limits.js';
import { readCsv } from '../../src/datasets/csv/read.js';
import type { MessageKey } from '../../src/content/translator.js';
import { UserError } from '../../src/errors.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(bytes: Uint8Array | string): { key: MessageKey; params: object } {
  try {
    readCsv(typeof bytes === 'string' ? utf8(bytes) : bytes);
  } catch (error) {
    if (error instanceof UserError) return { key: error.key, params: error.params };
    throw error;
  }
  throw new Error('the file was read');
}

describe('encodings', () => {
  const table = { columns: ['이름', '점수'], rows: [['민지', '90']] };

  test('UTF-8, with and without byte order mark', () => {
    expect(readCsv(utf8('이름,점수\n민지,90\n'))).toMatchObject(table);
    expect(readCsv(utf8('\uFEFF이름,점수\r\n민지,90\r\n'))).toMatchObject(table);
  });

  test('UTF-16 in both byte orders', () => {
    const little = Buffer.from('\uFEFF이름,점수\n민지,90', 'utf16le');
    expect(readCsv(little)).toMatchObject(table);
    expect(readCsv(Buffer.from(little).swap16())).toMatchObject(table);
  });

  test('cp949, as Korean Excel saves CSV', () => {
    const name = [0xc0, 0xcc, 0xb8, 0xa7];
    const score = [0xc1, 0xa1, 0xbc, 0xf6];
    const minji = [0xb9, 0xce, 0xc1, 0xf6];
    const comma = 0x2c;
    const bytes = [...name, comma, ...score, 0x0a, ...minji, comma, 0x39, 0x30];
    expect(readCsv(Uint8Array.from(bytes))).toMatchObject(table);
  });

  test('Windows-1252 for western letters', () => {
    const bytes = Buffer.from('Café,b\nx,1', 'latin1');
    expect(readCsv(bytes).columns).toEqual(['Café', 'b']);
  });

  test('workbooks and other binary files are reported as such', () => {
    expect(refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)).key).toBe('error.csvWorkbook');
    expect(refusal(Uint8Array.of(0x89, 0x50, 0, 0)).key).toBe('error.csvNotText');
  });
});

describe('shape', () => {
  test.each([
    ['commas', 'a,b\n1,2'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
    ['old Mac line ends', 'a,b\r1,2\r'],
    ['blank lines and empty rows', '\n\na,b\n\n1,2\n,\n\n'],
  ])('%s', (_, text) => {
    expect(readCsv(utf8(text))).toMatchObject({ columns: ['a', 'b'], rows: [['1', '2']] });
  });

  test('quoted cells may contain separators, quotes and line breaks', () => {
    const { columns, rows } = readCsv(utf8('"last, first";b\n"say ""hi"";\nthere";2'));
    expect(columns).toEqual(['last, first', 'b']);
    expect(rows).toEqual([['say "hi";\nthere', '2']]);
  });

  test('columns get unique names that can be displayed', () => {
    const header = ` age ,age,,\u202Eevil\u0007name,${'x'.repeat(100)}`;
    expect(readCsv(utf8(`${header}\n1,2,3,4,5`)).columns).toEqual([
      'age',
      'age.1',
      'column_3',
      'evil name',
      `${'x'.repeat(39)}…`,
    ]);
  });

  test('short rows have gaps at their end; empty cells beyond the last column are ignored', () => {
    expect(readCsv(utf8('a,b,c\n1\n1,2,3,,\n')).rows).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ]);
  });
});

describe('unreadable files are explained', () => {
  test.each<[string, string, MessageKey, object]>([
    ['nothing', '', 'error.csvEmpty', {}],
    ['blank lines', '\n \n', 'error.csvEmpty', {}],
    ['a header alone', 'a,b\n', 'error.csvHeaderOnly', {}],
    ['one column', 'a\n1\n2', 'error.csvOneColumn', {}],
    [
      'a row that is too long',
      'a,b\n1,2\n1,2,3',
      'error.csvLongRow',
      { line: 3, cells: 3, columns: 2 },
    ],
    ['an open quote', 'a,b\n1,"2\n3,4', 'error.csvBroken', { line: 2 }],
    [
      'a long cell',
      `a,b\n1,${'x'.repeat(maxCellChars + 1)}`,
      'error.csvLongCell',
      { line: 2, max: maxCellChars },
    ],
    [
      'many columns',
      `${'a,'.repeat(200)}b\n1`,
      'error.csvTooManyColumns',
      { columns: 201, max: 200 },
    ],
    [
      'many rows',
      `a,b\n${'1,2\n'.repeat(maxCsvRows + 1)}`,
      'error.csvTooManyRows',
      { max: maxCsvRows },
    ],
  ])('%s', (_, text, key, params) => {
    expect(refusal(text)).toEqual({ key, params });
  });

  test('as many rows as allowed are read', () => {
    expect(readCsv(utf8(`a,b\n${'1,2\n'.repeat(maxCsvRows)}`)).rows).toHaveLength(maxCsvRows);
  });

  test('a file that is too large is refused before it is read', () => {
    expect(refusal(new Uint8Array(maxCsvBytes + 1))).toEqual({
      key: 'error.csvTooLarge',
      params: { megabytes: 10.1, max: 10 },
    });
  });
});
