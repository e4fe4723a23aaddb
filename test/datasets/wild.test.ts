/** Files as people have them, each beside the plain numbers that it means. */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/datasets/csv/read.js';
import { type Column, readColumns } from '../../src/datasets/prepare/columns.js';
import { inputsOf } from '../../src/datasets/prepare/derive.js';
import { prepare } from '../../src/datasets/prepare/prepare.js';
import type { DataSummary, ReadingNotes } from '../../src/runs/dataset.js';
import { UserError } from '../../src/errors.js';

const rows = Array.from({ length: 40 }, (_, row) => row);

function file(
  header: string | undefined,
  row: (row: number) => string,
  { encoding = 'utf-8', end = '\n', count = 40 } = {},
): Buffer {
  const lines = Array.from({ length: count }, (_, index) => row(index));
  return iconv.encode([...(header === undefined ? [] : [header]), ...lines].join(end), encoding);
}

function read(bytes: Buffer | string): { notes: ReadingNotes; columns: Column[] } {
  const table = readCsv(Buffer.from(bytes));
  if (!table.notes) throw new Error('a file has notes');
  return { notes: table.notes, columns: readColumns(table) };
}

function column(bytes: Buffer | string, name: string): Column {
  const { columns } = read(bytes);
  const found = columns.find((column) => column.name === name);
  if (!found) throw new Error(`no ${name} among ${columns.map(({ name }) => name).join(', ')}`);
  return found;
}

/** Numbers as they are, categories as their texts. */
function valuesOf(found: Column): (number | string | undefined)[] {
  if (found.kind !== 'category') return [...found.values];
  return Array.from(found.values, (level) => found.levels[level]);
}

function summary(bytes: Buffer | string, target?: string): DataSummary {
  const { summary } = prepare(
    'x',
    readCsv(Buffer.from(bytes)),
    target === undefined ? {} : { target },
  );
  return {
    ...summary,
    rows: { ...summary.rows, training: 0, validation: 0, test: 0 },
  };
}

const x = (row: number): number => ((row * 37) % 101) / 4;
const comma = (value: number): string => String(value).replace('.', ',');
const grouped = (value: number, sign: string): string =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/g, sign);
const answer = (row: number): string => (row % 3 === 0 ? 'yes' : 'no');

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

  test.each(['utf-16le', 'utf-16be'])('%s without byte order mark', (encoding) => {
    const bytes = file('나이\t값', (row) => `${row}\t${x(row)}`, { encoding });
    expect(read(bytes).notes).toMatchObject({ encoding, encodingGuessed: true });
    expect(valuesOf(column(bytes, '값'))).toEqual(rows.map(x));
  });

  test('every syllable of windows-949 comes through, and every letter of Windows-1252', () => {
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

  test('the separator is the one that all lines agree on', () => {
    const bytes = file('Alter, in Jahren;Wert, brutto', (row) => `${comma(x(row))};${row},5`);
    expect(read(bytes).columns.map(({ name }) => name)).toEqual([
      'Alter, in Jahren',
      'Wert, brutto',
    ]);
    expect(valuesOf(column(bytes, 'Wert, brutto'))).toEqual(rows.map((row) => row + 0.5));
  });

  test('a table that begins with data keeps its first row, and its columns get names', () => {
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

  test('what surrounds the tables of a statistics office', () => {
    const bytes = file(
      '"Data Source","Indicators"\n\n"Last Updated","2024-05-30"\n\n"Country","Code","1960","1961","1962"',
      (row) => `"Land ${row}","L${row % 9}","${x(row)}","${x(row + 1)}","${row}"`,
    );
    const { notes, columns } = read(bytes);
    expect(notes.linesAbove).toBe(2);
    expect(columns.map(({ name }) => name)).toEqual(['Country', 'Code', '1960', '1961', '1962']);
    expect(columns.map(({ kind }) => kind).slice(2)).toEqual(['number', 'number', 'number']);
  });

  test('totals, repeated headers and notes below are no rows', () => {
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

  test('the end of file of DOS', () => {
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

describe('numbers', () => {
  const amount = (row: number): number => (row * 7919 + 13) % 100_000;

  test.each<[string, (value: number) => string, object]>([
    ['dollars', (value) => `"$${grouped(value, ',')}.00"`, { unit: { prefix: '$' } }],
    ['won', (value) => `"${grouped(value, ',')}원"`, { unit: { suffix: '원' } }],
    ['codes', (value) => `USD ${value}`, { unit: { prefix: 'USD ' } }],
    ['weights', (value) => `${value} kg`, { unit: { suffix: ' kg' } }],
    ['areas', (value) => `${value}㎡`, { unit: { suffix: '㎡' } }],
    ['shares', (value) => `${value}%`, { unit: { suffix: '%' } }],
    [
      'full-width digits',
      (value) =>
        String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      {},
    ],
    ['no-break spaces', (value) => `\u00A0${grouped(value, '\u202F')}\u00A0`, {}],
    ['zero-width spaces', (value) => `\u200B${value}`, {}],
    ['apostrophes', (value) => grouped(value, "'"), {}],
    ['the way of Excel', (value) => `="${grouped(value, ',')}"`, {}],
    [
      '만',
      (value) =>
        value >= 10_000 ? `${Math.floor(value / 10_000)}만 ${value % 10_000}원` : `${value}원`,
      { unit: { suffix: '원' } },
    ],
    [
      'thousands and millions',
      (value) => (value >= 1000 ? `€${value / 1000}K` : `€${value / 1e6}M`),
      { unit: { prefix: '€' } },
    ],
  ])('%s', (_, written, more) => {
    const bytes = file('v,y', (row) => `${written(amount(row))},${answer(row)}`);
    const found = column(bytes, 'v');
    expect(found).toMatchObject({ kind: 'number', ...more });
    for (const row of rows) expect(found.values[row]).toBeCloseTo(amount(row), 6);
  });

  test.each<[string, (value: number) => string]>([
    ['a true minus', (value) => `\u2212${value}`],
    ['brackets', (value) => `"(${grouped(value, ',')})"`],
    ['brackets with money', (value) => `"$(${grouped(value, ',')})"`],
    ['a minus behind', (value) => `${value}-`],
  ])('negative by %s', (_, written) => {
    const bytes = file('v,y', (row) => `${written(amount(row))},${answer(row)}`);
    expect(valuesOf(column(bytes, 'v'))).toEqual(rows.map((row) => -amount(row)));
  });

  test('3억 5,000만원', () => {
    const bytes = file('v,y', (row) => `"${row % 9}억 ${row},500만원",${answer(row)}`);
    expect(valuesOf(column(bytes, 'v'))).toEqual(
      rows.map((row) => (row % 9) * 1e8 + (row * 1000 + 500) * 1e4),
    );
  });

  test('the decimal sign belongs to the file', () => {
    const bytes = file('a;b', (row) => `${grouped(900 + row * 10, '.')};0,${125 + row}`);
    expect(read(bytes).notes.decimal).toBe(',');
    expect(valuesOf(column(bytes, 'a'))).toEqual(rows.map((row) => 900 + row * 10));
    expect(valuesOf(column(bytes, 'b'))).toEqual(rows.map((row) => (125 + row) / 1000));
  });

  test('the same with points: 0.125 is no thousand, 1,234 is one', () => {
    const bytes = file('a\tb', (row) => `${grouped(900 + row * 10, ',')}\t0.${125 + row}`);
    expect(valuesOf(column(bytes, 'a'))).toEqual(rows.map((row) => 900 + row * 10));
  });

  test('cells that are no numbers are gaps, counted and quoted', () => {
    const bytes = file(
      'a,y',
      (row) => `${row === 7 ? '#DIV/0!' : row === 9 ? '<LOD' : x(row)},${answer(row)}`,
    );
    expect(column(bytes, 'a')).toMatchObject({
      kind: 'number',
      odd: { count: 2, examples: ['#DIV/0!', '<LOD'] },
    });
    expect(column(bytes, 'a').values[7]).toBeNaN();
  });

  test('999999 is a number, and half a column of words is none', () => {
    const many = file('a,y', (row) => `${row === 7 ? 999_999 : row},${answer(row)}`);
    expect(column(many, 'a').values[7]).toBe(999_999);
    const words = file('a,y', (row) => `${row % 2 ? row : 'low'},${answer(row)}`);
    expect(column(words, 'a').kind).toBe('category');
  });

  test.each(['Room 12', 'S03', '25-34', '10-19', '1.2.3', '12A-3', '010-1234-5678', '192.168.0.1'])(
    'a name with digits stays a name: %s',
    (name) => {
      const bytes = file(
        'a,y',
        (row) => `${name.replace(/\d(?=\D*$)/, String(row % 4))},${answer(row)}`,
      );
      expect(column(bytes, 'a').kind).toBe('category');
    },
  );

  test('two units in one column cannot be compared', () => {
    const bytes = file('a,y', (row) => `${row} ${row % 2 ? 'kg' : 'lb'},${answer(row)}`);
    expect(column(bytes, 'a').kind).toBe('category');
  });
});

describe('dates and times', () => {
  const day = (row: number): Date => new Date(Date.UTC(2021, 10, 20) + row * 9 * 86_400_000);
  const parts = (row: number) => ({
    y: day(row).getUTCFullYear(),
    m: day(row).getUTCMonth() + 1,
    d: day(row).getUTCDate(),
  });
  const two = (value: number): string => String(value).padStart(2, '0');
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

  test.each<[string, (row: number) => string]>([
    ['2022-03-01', (row) => `${parts(row).y}-${two(parts(row).m)}-${two(parts(row).d)}`],
    ['20220301', (row) => `${parts(row).y}${two(parts(row).m)}${two(parts(row).d)}`],
    ['2022. 3. 1.', (row) => `${parts(row).y}. ${parts(row).m}. ${parts(row).d}.`],
    ['2022년 3월 1일', (row) => `${parts(row).y}년 ${parts(row).m}월 ${parts(row).d}일`],
    ['2022-03-01(화)', (row) => `${parts(row).y}-${parts(row).m}-${parts(row).d}(화)`],
    ['31/12/2022', (row) => `${parts(row).d}/${parts(row).m}/${parts(row).y}`],
    ['12/31/22', (row) => `${parts(row).m}/${parts(row).d}/${parts(row).y - 2000}`],
    ['31.12.2022', (row) => `${two(parts(row).d)}.${two(parts(row).m)}.${parts(row).y}`],
    ['1 Mar 2022', (row) => `${parts(row).d} ${months[parts(row).m - 1] ?? ''} ${parts(row).y}`],
    [
      'Mar 1, 2022',
      (row) => `"${months[parts(row).m - 1] ?? ''} ${parts(row).d}, ${parts(row).y}"`,
    ],
    [
      '1-Mar-22',
      (row) => `${parts(row).d}-${months[parts(row).m - 1] ?? ''}-${parts(row).y - 2000}`,
    ],
    ['2022-03-01T00:00:00Z', (row) => `${day(row).toISOString().slice(0, 19)}Z`],
  ])('%s', (_, written) => {
    const bytes = file('when,y', (row) => `${written(row)},${answer(row)}`);
    const found = column(bytes, 'when');
    expect(found.kind).toBe('date');
    expect(valuesOf(found)).toEqual(rows.map((row) => day(row).getTime() / 86_400_000));
  });

  test('become days since the first, year, month and weekday', () => {
    const bytes = file('when,y', (row) => `${day(row).toISOString().slice(0, 10)},${answer(row)}`);
    const inputs = inputsOf(column(bytes, 'when'));
    expect(inputs.map(({ name }) => name)).toEqual([
      ...['when (days)', 'when (year)', 'when (month)', 'when (weekday)'],
    ]);
    expect(inputs.map(({ values }) => values[10])).toEqual([90, 2022, 2, 4]);
  });

  test.each<[string, (row: number) => string]>([
    ['15:30', (row) => `${row % 24}:${two((row * 7) % 60)}`],
    [
      '오후 3시 30분',
      (row) => `${row % 24 < 12 ? '오전' : '오후'} ${row % 12 || 12}시 ${(row * 7) % 60}분`,
    ],
    ['3:30 PM', (row) => `${row % 12 || 12}:${two((row * 7) % 60)} ${row % 24 < 12 ? 'AM' : 'PM'}`],
    ['15시 30분', (row) => `${row % 24}시 ${(row * 7) % 60}분`],
  ])('%s is an hour', (_, written) => {
    const bytes = file('at,y', (row) => `${written(row)},${answer(row)}`);
    const [hour] = inputsOf(column(bytes, 'at'));
    for (const row of rows)
      expect(hour?.values[row]).toBeCloseTo((row % 24) + ((row * 7) % 60) / 60, 5);
  });

  test('an order that is open is decided for the column, and said', () => {
    const open = file(
      'when,y',
      (row) => `${(row % 12) + 1}/${((row * 5) % 12) + 1}/2023,${answer(row)}`,
    );
    expect(column(open, 'when')).toMatchObject({ kind: 'date', order: 'mdy', orderGuessed: true });
    const german = file(
      'wann;y',
      (row) => `${(row % 12) + 1}.${((row * 5) % 12) + 1}.2023;${row},5`,
    );
    expect(column(german, 'wann')).toMatchObject({ order: 'dmy', orderGuessed: true });
    const told = file(
      'when,y',
      (row) => `${(row % 28) + 1}/${((row * 5) % 12) + 1}/2023,${answer(row)}`,
    );
    expect(column(told, 'when')).toMatchObject({ order: 'dmy' });
    expect(column(told, 'when')).not.toHaveProperty('orderGuessed');
  });

  test('a date that does not exist is a gap', () => {
    const bytes = file(
      'when,y',
      (row) => `${row === 3 ? '2023-02-30' : `2023-03-${two((row % 28) + 1)}`},${answer(row)}`,
    );
    expect(column(bytes, 'when')).toMatchObject({
      kind: 'date',
      odd: { count: 1, examples: ['2023-02-30'] },
    });
  });
});

describe('columns that say something stay', () => {
  const shuffled = (row: number): number => ((row * 17) % 40) + 1;

  test.each<[string, (row: number) => number]>([
    ['Year', (row) => 1960 + row],
    ['연도', (row) => 1960 + row],
    ['t', (row) => 1960 + row],
    ['rank', shuffled],
    ['순위', shuffled],
    ['wealth', shuffled],
  ])('%s', (name, cell) => {
    const bytes = file(`${name},x,y`, (row) => `${cell(row)},${x(row)},${answer(row)}`);
    expect(summary(bytes).leftOut).toEqual([]);
  });

  test.each<[string, (row: number) => number]>([
    ['no', (row) => row + 1],
    ['', shuffled],
    ['customer_id', shuffled],
    ['what', (row) => row],
  ])('row numbers do not: %s', (name, cell) => {
    const bytes = file(`${name},x,y`, (row) => `${cell(row)},${x(row)},${answer(row)}`);
    expect(summary(bytes).leftOut).toMatchObject([{ reason: 'sequence' }]);
  });
});

describe('categories', () => {
  test('spellings that differ by case or spaces are one value', () => {
    const bytes = file(
      'v,x',
      (row) => `${['Yes', 'yes', 'YES ', 'no', '\u00A0No', 'yes'][row % 6] ?? ''},${x(row)}`,
    );
    const found = column(bytes, 'v');
    expect(found).toMatchObject({ kind: 'category', levels: ['no', 'yes'] });
    expect(found).toMatchObject({
      merged: [{ value: 'no' }, { value: 'yes', variants: ['YES', 'Yes'] }],
    });
  });

  test('many values stay while rows suffice; the rare ones are one', () => {
    const town = (row: number): string => (row % 60 < 55 ? `Town ${row % 55}` : `Hamlet ${row}`);
    const bytes = file('town,x,y', (row) => `${town(row)},${x(row)},${answer(row)}`, {
      count: 900,
    });
    const { columns, leftOut, inputs } = summary(bytes);
    expect(leftOut).toEqual([]);
    expect(columns?.[0]).toMatchObject({ distinct: 130, rare: { values: 75, rows: 75 } });
    expect(inputs).toBe(56);
  });

  test('the widest give way where all together are too much', () => {
    const bytes = file(
      'a,b,c,d,e,f,x,y',
      (row) =>
        `${[190, 180, 170, 160, 198, 185].map((n) => `v${row % n}`).join()},${x(row)},${answer(row)}`,
      { count: 2000 },
    );
    const { leftOut, inputs } = summary(bytes);
    expect(leftOut).toEqual([{ column: 'e', reason: 'too-many-values' }]);
    expect(inputs).toBe(189 + 179 + 169 + 159 + 184 + 1);
  });

  test('names do not', () => {
    const bytes = file('name,x,y', (row) => `Family ${row % 300},${x(row)},${answer(row)}`, {
      count: 900,
    });
    expect(summary(bytes).leftOut).toEqual([{ column: 'name', reason: 'too-many-values' }]);
  });
});

describe('columns that give the answer away', () => {
  test('as codes of the classes', () => {
    const bytes = file('x,code,y', (row) => `${x(row)},${row % 3 === 0 ? 7 : 8},${answer(row)}`);
    expect(summary(bytes).givesAway).toEqual(['code']);
  });

  test('as the amount in another unit', () => {
    const bytes = file(
      'a,celsius,fahrenheit',
      (row) => `${row % 5},${x(row)},${x(row) * 1.8 + 32}`,
    );
    expect(summary(bytes).givesAway).toEqual(['celsius']);
  });

  test('and none that only helps', () => {
    const bytes = file(
      'x,help,y',
      (row) => `${x(row)},${row % 3 === 0 || row === 4 ? 7 : 8},${answer(row)}`,
    );
    expect(summary(bytes)).not.toHaveProperty('givesAway');
  });
});

test.each([
  ['[{"a":1,"b":2}]', 'error.csvJson'],
  ['\n <!DOCTYPE html><html></html>', 'error.csvHtml'],
])('%s is told what it is', (text, key) => {
  expect(() => readCsv(Buffer.from(text))).toThrow(key);
});
