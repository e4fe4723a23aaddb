/** Realistic columns, each beside the plain values it means. */
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/datasets/csv/read.js';
import { inputsOf } from '../../src/datasets/prepare/derive.js';
import {
  rows,
  file,
  read,
  column,
  valuesOf,
  summary,
  x,
  grouped,
  answer,
} from '../support/wild-tables.js';

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

  test('the decimal sign is decided per file', () => {
    const bytes = file('a;b', (row) => `${grouped(900 + row * 10, '.')};0,${125 + row}`);
    expect(read(bytes).notes.decimal).toBe(',');
    expect(valuesOf(column(bytes, 'a'))).toEqual(rows.map((row) => 900 + row * 10));
    expect(valuesOf(column(bytes, 'b'))).toEqual(rows.map((row) => (125 + row) / 1000));
  });

  test.each([
    ['1.234', '.'],
    ['1,234', ','],
  ])('whether %s has decimals or thousands is reported as a guess', (number, sign) => {
    const bytes = file('v;y', (row) => `${grouped(1234 + row * 91, sign)};${answer(row)}`);
    expect(read(bytes).notes).toMatchObject({ decimal: '.', decimalGuessed: number });
    const told = file('v;w;y', (row) => `${grouped(1234 + row * 91, sign)};0.${125 + row};no`);
    expect(read(told).notes).not.toHaveProperty('decimalGuessed');
  });

  test('one slip among many amounts does not decide', () => {
    const won = (row: number): string =>
      row === 60 ? '5.000.000원' : `${grouped(76_657 + row, ',')}원`;
    const bytes = file('금액;y', (row) => `${won(row)};${answer(row)}`, { count: 100 });
    const found = column(bytes, '금액');
    expect(found).toMatchObject({ kind: 'number', odd: { count: 1, examples: ['5.000.000원'] } });
    expect(found.values[0]).toBe(76_657);
  });

  test('the same with points: 0.125 is no thousand, 1,234 is one', () => {
    const bytes = file('a\tb', (row) => `${grouped(900 + row * 10, ',')}\t0.${125 + row}`);
    expect(valuesOf(column(bytes, 'a'))).toEqual(rows.map((row) => 900 + row * 10));
  });

  test('cells that are not numbers are gaps, counted and quoted', () => {
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

  test('999999 is a number, and a column half full of words is not numeric', () => {
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

  test('an ambiguous order is decided per column, and reported', () => {
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

  test('the times of a Korean form are dates', () => {
    const bytes = file(
      '"타임스탬프","y"',
      (row) => `"2024/05/${1 + (row % 28)} 오후 3:30:00 GMT+9","${answer(row)}"`,
    );
    const found = column(bytes, '타임스탬프');
    expect(found).toMatchObject({ kind: 'date', holds: 'both' });
    expect(found.values[0]).toBeCloseTo(Date.UTC(2024, 4, 1, 15, 30) / 86_400_000, 6);
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

describe('informative columns stay', () => {
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

  test('many values stay if there are enough rows; the rare ones are merged', () => {
    const town = (row: number): string => (row % 60 < 55 ? `Town ${row % 55}` : `Hamlet ${row}`);
    const bytes = file('town,x,y', (row) => `${town(row)},${x(row)},${answer(row)}`, {
      count: 900,
    });
    const { columns, leftOut, inputs } = summary(bytes);
    expect(leftOut).toEqual([]);
    expect(columns?.[0]).toMatchObject({ distinct: 130, rare: { values: 75, rows: 75 } });
    expect(inputs).toBe(56);
  });

  test('rare values of few are merged as well, unless most are rare', () => {
    const some = (row: number): string => (row < 6 ? `rare ${row % 3}` : `often ${row % 4}`);
    const mostlyFrequent = file('v,x,y', (row) => `${some(row)},${x(row)},${answer(row)}`);
    expect(summary(mostlyFrequent).columns?.[0]).toMatchObject({ rare: { values: 3, rows: 6 } });
    expect(summary(mostlyFrequent).inputs).toBe(5);
    const mostlyRare = file('v,x,y', (row) => `v${row % 12},${x(row)},${answer(row)}`);
    expect(summary(mostlyRare).columns?.[0]).not.toHaveProperty('rare');
    expect(summary(mostlyRare).inputs).toBe(12);
  });

  test('the widest give way if all together are too much', () => {
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

  test('names do not stay', () => {
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

  test('and none that is merely useful', () => {
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
])('%s is labelled', (text, key) => {
  expect(() => readCsv(Buffer.from(text))).toThrow(key);
});
