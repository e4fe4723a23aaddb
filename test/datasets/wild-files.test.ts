/** Files as people write them: encodings, and the text around the table. */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/datasets/csv/read.js';
import type { ReadingNotes } from '../../src/runs/dataset.js';
import { UserError } from '../../src/errors.js';
import { rows, file, read, column, valuesOf, x, comma, answer } from '../support/wild-tables.js';

describe('encodings', () => {
  test('cp949 with syllables beyond KS X 1001', () => {
    const bytes = file('이름,펲', (row) => `${['샾', '똠방', '가게'][row % 3] ?? ''},${row}`, {
      encoding: 'cp949',
    });
    expect(read(bytes).notes).toMatchObject({ encoding: 'cp949', encodingGuessed: true });
    expect(valuesOf(column(bytes, '이름')).slice(0, 3)).toEqual(['샾', '똠방', '가게']);
    expect(valuesOf(column(bytes, '펲'))).toEqual(rows);
  });

  test('Shift_JIS', () => {
    const bytes = file('商品,価格', (row) => `${row % 2 ? 'りんご' : 'ミカン'},${row}円`, {
      encoding: 'shift_jis',
    });
    expect(read(bytes).notes).toMatchObject({ encoding: 'shift_jis', encodingGuessed: true });
    expect(column(bytes, '価格')).toMatchObject({ kind: 'number', unit: { suffix: '円' } });
  });

  test('Windows-1252 with its upper range', () => {
    const bytes = file('Prix €;Été', (row) => `${row};${row % 2 ? 'l’été' : 'œuf – “x”'}`, {
      encoding: 'windows-1252',
    });
    expect(read(bytes).notes).toMatchObject({ encoding: 'windows-1252', encodingGuessed: true });
    expect(valuesOf(column(bytes, 'Été')).slice(0, 2)).toEqual(['œuf – “x”', 'l’été']);
    expect(valuesOf(column(bytes, 'Prix €'))).toEqual(rows);
  });

  test.each([
    ['euc-jp', '商品,都市', ['りんご,東京', 'ミカン,名古屋']],
    ['gb18030', '姓名,城市', ['张伟,北京', '王芳,上海']],
    ['big5', '姓名,城市', ['張偉,臺北', '王芳,高雄']],
    ['windows-1251', 'Имя,Город', ['Иван,Москва', 'Анна,Казань']],
    // Korean with some Chinese characters, and a symbol that is a letter in another encoding.
    ['cp949', '이름,회사', ['김철수,(株)한빛', '이영희,대한商社']],
    ['windows-1252', 'Temp °C,x', ['1,2', '3,4']],
  ])('%s', (encoding, header, lines) => {
    const bytes = file(header, (row) => lines[row % 2] ?? '', { encoding });
    const { notes } = read(bytes);
    expect(notes).toMatchObject({ encoding, encodingGuessed: true });
    expect(notes).not.toHaveProperty('encodingUnlikely');
    expect(readCsv(bytes).columns).toEqual(header.split(','));
    expect(readCsv(bytes).rows[1]).toEqual(lines[1]?.split(','));
  });

  test.each([
    ['windows-1253', 'όνομα,πόλη', 'Γιώργος,Αθήνα'],
    ['windows-874', 'ชื่อ,เมือง', 'สมชาย,กรุงเทพ'],
    ['windows-1255', 'שם,עיר', 'דוד,ירושלים'],
  ])('unknown here (%s) are reported as unknown', (encoding, header, line) => {
    const bytes = file(header, () => line, { encoding });
    expect(read(bytes).notes).toMatchObject({ encodingGuessed: true, encodingUnlikely: true });
  });

  test.each(['utf-16le', 'utf-16be'])('%s without byte order mark', (encoding) => {
    const bytes = file('나이\t값', (row) => `${row}\t${x(row)}`, { encoding });
    expect(read(bytes).notes).toMatchObject({ encoding, encodingGuessed: true });
    expect(valuesOf(column(bytes, '값'))).toEqual(rows.map(x));
  });

  test('every syllable of windows-949 survives, and every letter of Windows-1252', () => {
    const syllables = Array.from({ length: 11_172 }, (_, index) =>
      String.fromCharCode(0xac00 + index),
    );
    const korean = ['값,수', ...syllables.map((syllable) => `우리 ${syllable},1`)].join('\n');
    const { rows } = readCsv(iconv.encode(korean, 'cp949'));
    expect(rows.map(([cell]) => cell)).toEqual(syllables.map((syllable) => `우리 ${syllable}`));
    const upper = Array.from({ length: 128 }, (_, index) => 0x80 + index).filter(
      (byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xa0, 0xad].includes(byte),
    );
    const letters = upper.map((byte) => iconv.decode(Buffer.of(byte), 'windows-1252'));
    const western = ['mot,n', ...letters.map((letter) => `caf${letter}s été,1`)].join('\n');
    expect(readCsv(iconv.encode(western, 'windows-1252')).rows.map(([cell]) => cell)).toEqual(
      letters.map((letter) => `caf${letter}s été`),
    );
  });
});

describe('shape', () => {
  test.each<[string, string, (cells: string[]) => string, Partial<ReadingNotes>]>([
    ['bars', 'a|b|c', (cells) => cells.join('|'), { separator: '|' }],
    ['tabs', 'a\tb\tc', (cells) => cells.join('\t'), { separator: '\t' }],
    ['any number of spaces', '  a   b c', (cells) => ` ${cells.join('   ')} `, { separator: ' ' }],
    ['sep=', 'sep=|\na|b|c', (cells) => cells.join('|'), { separator: '|', linesAbove: 1 }],
    ['a title', 'Sales 2024,,\n\na,b,c', (cells) => cells.join(','), { linesAbove: 1 }],
    ['comments', '# one, two\n# three\na,b,c', (cells) => cells.join(','), { linesAbove: 2 }],
    ['quotes of one stroke', "'a','b','c'", (cells) => cells.map((cell) => `'${cell}'`).join(), {}],
    ['quotes and spaces', '"a", "b", "c"', (cells) => cells.map((c) => `"${c}"`).join(', '), {}],
    ['row names of R', '"b" "c"', (cells) => `"${cells[0] ?? ''}" ${cells.slice(1).join(' ')}`, {}],
  ])('%s', (_, header, line, notes) => {
    const bytes = file(header, (row) => line([`n${row % 4}`, String(x(row)), answer(row)]));
    const found = read(bytes);
    expect(found.notes).toMatchObject(notes);
    expect(found.columns.map(({ name }) => name).slice(1)).toEqual(['b', 'c']);
    expect(valuesOf(column(bytes, 'b'))).toEqual(rows.map(x));
    expect(valuesOf(column(bytes, 'c'))).toEqual(rows.map(answer));
  });

  test('the separator is the one on which all lines agree', () => {
    const bytes = file('Alter, in Jahren;Wert, brutto', (row) => `${comma(x(row))};${row},5`);
    expect(read(bytes).columns.map(({ name }) => name)).toEqual([
      'Alter, in Jahren',
      'Wert, brutto',
    ]);
    expect(valuesOf(column(bytes, 'Wert, brutto'))).toEqual(rows.map((row) => row + 0.5));
  });

  test('a table without a header keeps its first row, and its columns get names', () => {
    const bytes = file(
      undefined,
      (row) => `${x(row)},${row % 7},${['setosa', 'virginica'][row % 2] ?? ''}`,
    );
    const { notes, columns } = read(bytes);
    expect(notes.headerMissing).toBe(true);
    expect(columns.map(({ name }) => name)).toEqual(['column_1', 'column_2', 'column_3']);
    expect(valuesOf(column(bytes, 'column_1'))).toEqual(rows.map(x));
  });

  test.each([
    ...['region,2019,2020,2021', '2019,2020,2021,2022', ',0,1,2', '지역,1월,2월,3월'],
    ...[
      'shop,2024-01-01,2024-02-01,2024-03-01',
      '구,20대,30대,40대',
      'id,31.1.2024,28.2.2024,31.3.2024',
    ],
  ])('%s are names', (header) => {
    const bytes = file(
      header,
      (row) => `${row % 5}${row % 2 ? 'a' : 'b'},${x(row)},${x(row + 1)},${row * 1.5}`,
    );
    expect(read(bytes).notes.headerMissing).toBeUndefined();
    expect(readCsv(bytes).rows).toHaveLength(40);
  });

  test('the text around a statistics office’s tables', () => {
    const bytes = file(
      '"Data Source","Indicators"\n\n"Last Updated","2024-05-30"\n\n"Country","Code","1960","1961","1962"',
      (row) => `"Land ${row}","L${row % 9}","${x(row)}","${x(row + 1)}","${row}"`,
    );
    const { notes, columns } = read(bytes);
    expect(notes.linesAbove).toBe(2);
    expect(columns.map(({ name }) => name)).toEqual(['Country', 'Code', '1960', '1961', '1962']);
    expect(columns.map(({ kind }) => kind).slice(2)).toEqual(['number', 'number', 'number']);
  });

  test('totals, repeated headers and notes below are not rows', () => {
    const header = '지역,매출,수량';
    const lines = rows.map((row) => `${['서울', '부산'][row % 2] ?? ''},${x(row)},${row}`);
    lines.splice(20, 0, header);
    const text = [header, ...lines, '합계,490.75,780', '※ 출처: 통계청', '2024년 5월 기준'].join(
      '\n',
    );
    expect(readCsv(Buffer.from(text)).rows).toHaveLength(40);
    expect(read(text).notes).toMatchObject({
      headersRepeated: 1,
      totals: ['합계'],
      footer: { lines: 2, examples: ['※ 출처: 통계청', '2024년 5월 기준'] },
    });
  });

  test('totals without a name', () => {
    const sum = rows.reduce((total, row) => total + row, 0);
    const text = `shop,a,b\n${rows.map((row) => `s${row % 3},${row},${row}`).join('\n')}\n,${sum},${sum}`;
    expect(readCsv(Buffer.from(text)).rows).toHaveLength(40);
  });

  test('the DOS end-of-file character', () => {
    const bytes = file('a,b', (row) => `${row},${x(row)}`, { end: '\r\n' });
    const ended = Buffer.concat([bytes, Buffer.from('\r\n\x1A')]);
    expect(valuesOf(column(ended, 'b'))).toEqual(rows.map(x));
  });

  test.each<[string, (row: number) => string, number]>([
    ['and never closed', (row) => (row === 5 ? '5,"no' : `${row},no`), 7],
    [
      'and closed by the next',
      (row) => (row === 5 ? '5,"no' : row > 20 ? `${row},"no"` : `${row},no`),
      7,
    ],
    [
      'and closed rows below',
      (row) => (row === 5 ? '5,"no,1' : row === 12 ? '12,no",1' : `${row},no,1`),
      7,
    ],
  ])('a quote that is opened %s', (_, row, line) => {
    const bytes = file(row(0).split(',').length > 2 ? 'a,b,c' : 'a,b', row);
    expect(() => readCsv(bytes)).toThrow(UserError);
    try {
      readCsv(bytes);
    } catch (error) {
      expect(error).toMatchObject({ key: 'error.csvBroken', params: { line } });
    }
  });
});
