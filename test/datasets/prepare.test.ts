import { describe, expect, test } from 'vitest';
import type { MessageKey } from '../../src/content/translator.js';
import { readCsv } from '../../src/datasets/csv/read.js';
import { type PreparedData, prepare } from '../../src/datasets/prepare/prepare.js';
import { dice } from '../../src/datasets/random.js';
import { UserError } from '../../src/errors.js';
import type { ColumnChoices } from '../../src/runs/dataset.js';

/** A file whose columns are defined as cells by row number. */
function file(rows: number, columns: Readonly<Record<string, (row: number) => unknown>>): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    Object.values(columns)
      .map((cell) => `"${String(cell(row))}"`)
      .join(','),
  );
  return [Object.keys(columns).join(','), ...lines].join('\n');
}

function prepared(text: string, chosen: ColumnChoices | string = {}): PreparedData {
  const choices = typeof chosen === 'string' ? { target: chosen } : chosen;
  return prepare('test', readCsv(new TextEncoder().encode(text)), choices);
}

function refusal(
  text: string,
  target?: ColumnChoices | string,
): { key: MessageKey; params: object } {
  try {
    prepared(text, target);
  } catch (error) {
    if (error instanceof UserError) return { key: error.key, params: error.params };
    throw error;
  }
  throw new Error('the data was accepted');
}

const random = dice(1);
const noise = Array.from({ length: 1000 }, () => random.normal(0, 1).toFixed(3));
const x = (row: number): string => noise[row] ?? '';
const yesNo = (row: number): string => (row % 3 === 0 ? 'yes' : 'no');

function column({ x, inputs, rows }: PreparedData, index: number): number[] {
  return Array.from({ length: rows }, (_, row) => x[row * inputs + index] ?? Number.NaN);
}

describe('columns that cannot be inputs are left out, with the reason', () => {
  test.each<[string, (row: number) => unknown, string]>([
    ['row numbers', (row) => row + 1, 'sequence'],
    ['row numbers that count down by two', (row) => 5000 - 2 * row, 'sequence'],
    [
      'unique whole numbers that rise where chance would repeat some',
      (row) => 900_000 + row * 3 + (row % 2),
      'sequence',
    ],
    ['unique text', (row) => `Person ${row}`, 'unique-text'],
    ['nearly unique text', (row) => `Family ${row % 700}`, 'unique-text'],
    ['many names', (row) => `Town ${row % 300}`, 'too-many-values'],
    ['one value', () => 'Earth', 'constant'],
    ['one number', () => 3, 'constant'],
    ['nothing', () => '', 'empty'],
    ['only markers of gaps', (row) => ['NA', 'NaN', '?', 'null'][row % 4], 'empty'],
  ])('%s', (_, cell, reason) => {
    const { summary, inputs } = prepared(file(1000, { what: cell, x, bought: yesNo }));
    expect(summary.leftOut).toEqual([{ column: 'what', reason }]);
    expect(inputs).toBe(1);
  });

  test('ids are recognised by name if there are too few rows to tell', () => {
    const few = (name: string): string =>
      file(20, { [name]: (row) => 30_000 + ((row * row * 7919) % 99_991), x, bought: yesNo });
    expect(prepared(few('CustomerId')).summary.leftOut).toHaveLength(1);
    expect(prepared(few('고객번호')).summary.leftOut).toHaveLength(1);
    expect(prepared(few('Salary')).summary.leftOut).toEqual([]);
  });

  test.each<[string, (row: number) => unknown]>([
    ['whole numbers that repeat', (row) => 20 + ((row * 7) % 60)],
    ['unique measurements', x],
    ['unique whole numbers in any order', (row) => 900_000 + ((row * 7) % 1000) * 3],
    ['unique whole numbers from a wide range', (row) => (row * 7919 * 7919) % 1_000_003],
  ])('%s stay', (_, cell) => {
    const { summary } = prepared(
      file(1000, { what: cell, z: (row) => x(999 - row), bought: yesNo }),
    );
    expect(summary.leftOut).toEqual([]);
  });

  test('a sequence is the input if nothing else is', () => {
    const { inputs, summary } = prepared(file(50, { x: (row) => row, y: (row) => row * row }));
    expect(inputs).toBe(1);
    expect(summary).toMatchObject({ task: 'regression', target: 'y', leftOut: [] });
  });
});

describe('the target', () => {
  const columns = {
    id: (row: number) => row,
    bought: yesNo,
    x,
    note: (row: number) => `note ${row}`,
  };

  test('is the last column by default, and the summary says so', () => {
    const { note: _, ...rest } = columns;
    const empty = { ...rest, remarks: () => '', nr: (row: number) => row + 1 };
    const { summary } = prepared(file(100, empty));
    expect(summary).toMatchObject({ target: 'x', targetIsDefault: true });
    expect(prepared(file(100, empty), 'x').summary.targetIsDefault).toBeUndefined();
  });

  test('is never silently replaced because the last column cannot be learned', () => {
    expect(refusal(file(100, columns))).toEqual({
      key: 'error.csvTargetTooManyClasses',
      params: {
        ...{ target: 'note', classes: 100, max: 50, rows: 100 },
        ...{ others: 2, first: 'x', names: 'x, bought' },
      },
    });
  });

  test('is found regardless of case and outer spaces', () => {
    expect(prepared(file(100, columns), '  BOUGHT ').summary.target).toBe('bought');
  });

  test('is found however the keyboard encodes it', () => {
    const rows = Array.from({ length: 40 }, (_, row) => `${row * 1.5},${row % 2}`).join('\n');
    const { summary } = prepared(`나이,구매（원）\n${rows}`, '구매(원)'.normalize('NFD'));
    expect(summary.target).toBe('구매（원）');
  });

  test('that does not exist is answered with the likeliest name', () => {
    expect(refusal(file(100, columns), 'bougth')).toEqual({
      key: 'error.csvColumnUnknown',
      params: {
        ...{ option: 'target', given: 'bougth', likeliest: 'bought', isNear: 'yes' },
        ...{ names: 'id, bought, x, note', more: 0 },
      },
    });
  });

  test.each<[string, (row: number) => unknown, object]>([
    ['two texts: binary', yesNo, { task: 'binary', outputs: 1, classes: ['no', 'yes'] }],
    ['two numbers: binary', (row) => (row % 2) + 1, { task: 'binary', classes: ['1', '2'] }],
    [
      'texts: multi-class',
      (row) => 'cab'[row % 3],
      { task: 'multiclass', outputs: 3, classes: ['a', 'b', 'c'] },
    ],
    [
      'few whole numbers: multi-class',
      (row) => 2 + (row % 4) * 5,
      { classes: ['2', '7', '12', '17'] },
    ],
    [
      'many whole numbers: regression',
      (row) => (row * 37) % 90,
      { task: 'regression', outputs: 1, classes: [] },
    ],
    ['fractions: regression', (row) => (row % 5) / 2, { task: 'regression', metric: 'mae' }],
    ['as many whole numbers as rows: regression', (row) => row % 25, { task: 'regression' }],
  ])('%s', (_, y, expected) => {
    expect(prepared(file(100, { x, y }), 'y').summary).toMatchObject(expected);
  });

  test('rows without it are dropped and counted', () => {
    const gaps = file(100, { x, y: (row) => (row % 10 === 0 ? 'NA' : yesNo(row)) });
    const { rows, trainRows, summary } = prepared(gaps);
    expect(summary.rows).toEqual({ read: 100, dropped: 10, filled: 0 });
    expect({ rows, trainRows }).toEqual({ rows: 90, trainRows: 72 });
  });

  test.each<[string, string, MessageKey]>([
    ['always the same', file(20, { x, y: () => 1 }), 'error.csvTargetConstant'],
    ['empty', file(20, { x, y: () => '' }), 'error.csvTargetEmpty'],
    [
      'different everywhere',
      file(100, { x, y: (row) => `t${row}` }),
      'error.csvTargetTooManyClasses',
    ],
    ['with too few rows', file(9, { x, y: yesNo }), 'error.csvTooFewRows'],
    ['without inputs', file(50, { x: () => 1, y: yesNo }), 'error.csvNoInputs'],
  ])('%s is refused', (_, text, key) => {
    expect(refusal(text, 'y').key).toBe(key);
  });

  test('a class with a single row is left out, and named', () => {
    const typo = file(50, { x, y: (row) => (row === 7 ? 'yess' : yesNo(row)) });
    const { summary, rows } = prepared(typo);
    expect(rows).toBe(49);
    expect(summary).toMatchObject({
      ...{ classes: ['no', 'yes'], classRows: [32, 17] },
      rareClasses: { names: ['yess'], rows: 1 },
      rows: { read: 50, dropped: 1 },
    });
  });

  /** Like visits to a doctor: most people have none, few have many. */
  const visits = (row: number): number => Math.floor(Math.log2(257 / ((row % 256) + 1)));

  test.each<[string, (row: number) => unknown, object]>([
    ['counts that thin out are amounts', visits, { task: 'regression' }],
    ['ratings from 0 to 10, all used, are classes', (row) => row % 11, { task: 'multiclass' }],
    [
      'three codes are classes, however rare one is',
      (row) => (row % 97 === 0 ? 2 : row % 2),
      { task: 'multiclass' },
    ],
    ['thirty ages are amounts', (row) => 20 + (row % 30), { task: 'regression' }],
  ])('%s', (_, y, expected) => {
    expect(prepared(file(512, { x, y }), 'y').summary).toMatchObject(expected);
  });

  test('is the chosen one, if possible', () => {
    const counted = file(512, { x, y: visits });
    expect(prepared(counted, { task: 'classes' }).summary.task).toBe('multiclass');
    const rated = file(512, { x, y: (row) => row % 11 });
    expect(prepared(rated, { task: 'amount' }).summary.task).toBe('regression');
    expect(prepared(file(99, { x, y: (row) => row % 2 }), { task: 'amount' }).summary.task).toBe(
      'regression',
    );
    expect(refusal(file(99, { x, y: yesNo }), { task: 'amount' })).toEqual({
      key: 'error.csvTextAmount',
      params: { target: 'y' },
    });
    expect(refusal(file(512, { y: yesNo, x }), { task: 'classes' }).key).toBe(
      'error.csvTargetTooManyClasses',
    );
  });

  test('when no column can be learned', () => {
    expect(refusal('a,b\n1,x\n1,x\n').key).toBe('error.csvNoTarget');
  });
});

describe('columns chosen by the learner', () => {
  const table = file(100, {
    ...{ id: (row: number) => row, 'First Name': (row: number) => 'abc'[row % 3], x },
    ...{ z: (row: number) => x(999 - row), '"a,b"': (row: number) => row % 7, bought: yesNo },
  });
  const used = (choices: ColumnChoices): readonly string[] => {
    const { columns = [] } = prepared(table, choices).summary;
    return columns
      .filter(({ name, leftOut }) => name !== 'bought' && leftOut === undefined)
      .map(({ name }) => name);
  };

  test('are the only ones, or the ones left out', () => {
    expect(used({})).toEqual(['First Name', 'x', 'z', 'a,b']);
    expect(used({ use: ['X', 'first name'] })).toEqual(['First Name', 'x']);
    expect(used({ drop: ['x', 'z'] })).toEqual(['First Name', 'a,b']);
    expect(used({ use: ['x', 'z'], drop: ['z'] })).toEqual(['x']);
    expect(used({ drop: ['a', 'b'] })).toEqual(['First Name', 'x', 'z']);
    expect(used({ use: ['id', 'x'] })).toEqual(['id', 'x']);
    const { leftOut } = prepared(table, { drop: ['x'] }).summary;
    expect(leftOut).toContainEqual({ column: 'x', reason: 'unwanted' });
  });

  test('a dropped last column is not the default target', () => {
    expect(prepared(table, { drop: ['bought'] }).summary.target).toBe('a,b');
  });

  test.each<[string, ColumnChoices, object]>([
    [
      'a name that is none',
      { drop: ['First Nmae'] },
      {
        key: 'error.csvColumnUnknown',
        params: {
          ...{ option: 'drop', given: 'First Nmae', likeliest: 'First Name', isNear: 'yes' },
          ...{ names: 'id, First Name, x, z, a,b, bought', more: 0 },
        },
      },
    ],
    [
      'nothing left to learn from',
      { use: ['bought'] },
      { key: 'error.csvNoInputsChosen', params: {} },
    ],
    [
      'the target dropped',
      { target: 'x', drop: ['x'] },
      { key: 'error.csvTargetDropped', params: { target: 'x' } },
    ],
  ])('%s is refused', (_, choices, expected) => {
    expect(refusal(table, choices)).toEqual(expected);
  });
});

describe('inputs', () => {
  test('numbers have mean 0 and standard deviation 1 over the training rows', () => {
    const data = prepared(file(500, { salary: (row) => `${(row * 7919) % 900},000.50`, y: yesNo }));
    const training = column(data, 0).slice(0, data.trainRows);
    const mean = training.reduce((sum, value) => sum + value, 0) / data.trainRows;
    const variance = training.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.trainRows;
    expect(mean).toBeCloseTo(0, 5);
    expect(variance).toBeCloseTo(1, 4);
  });

  test('an extreme value is clipped rather than infinite', () => {
    const outlier = (at: number): PreparedData =>
      prepared(file(50, { size: (row) => (row === at ? '9e99' : (row % 7) / 3), y: yesNo }));
    const results = Array.from({ length: 50 }, (_, row) => column(outlier(row), 0));
    expect(results.flat().every(Number.isFinite)).toBe(true);
    expect(results.filter((values) => Math.max(...values) === 1000)).toHaveLength(10);
  });

  test('decimal commas, as in semicolon files', () => {
    const point = file(100, { x, z: (row) => x(row + 100), y: yesNo });
    const comma = point.replaceAll(',', ';').replaceAll('.', ',');
    expect(prepared(comma).x).toEqual(prepared(point).x);
  });

  test('categories are one column for every level but the first', () => {
    const city = (row: number): string => ['Busan', 'Seoul', 'Daegu'][row % 3] ?? '';
    const data = prepared(file(60, { city, y: (row) => (row % 3 === 1 ? 1 : 0) }));
    expect(data.inputs).toBe(2);
    // Sorted: Busan (dropped), Daegu, Seoul; the target is Seoul.
    expect(column(data, 1)).toEqual([...data.y]);
    expect(new Set(column(data, 0))).toEqual(new Set([0, 1]));
  });

  test('gaps become the training median or the most frequent level, and are counted', () => {
    const gap = 5;
    const data = prepared(
      file(100, {
        size: (row) => (row === gap ? '' : row % 10 === 0 ? 1000 : 2),
        color: (row) => (row === gap ? '?' : row % 5 === 0 ? 'blue' : 'red'),
        y: yesNo,
      }),
    );
    expect(data.summary.rows.filled).toBe(1);
    expect(new Set(column(data, 0)).size).toBe(2);
    expect(column(data, 1).filter((value) => value === 0)).toHaveLength(19);
    expect(data.x.every(Number.isFinite)).toBe(true);
  });

  test('a regression target is standardised and its unit given', () => {
    const data = prepared(file(100, { x, y: (row) => 1000 + 50 * Number(x(row)) }));
    const mean = data.y.slice(0, 80).reduce((sum, value) => sum + value, 0) / 80;
    expect(mean).toBeCloseTo(0, 5);
    expect(data.summary.targetDeviation).toBeGreaterThan(35);
    expect(data.summary.targetDeviation).toBeLessThan(65);
    const test = data.y.slice(80).reduce((sum, value) => sum + Math.abs(value), 0) / 20;
    expect(data.summary.baseline).toBeCloseTo(test, 5);
  });

  test('the baseline is the share of test rows in the majority class', () => {
    const data = prepared(file(300, { x, y: yesNo }));
    const test = [...data.y.slice(data.trainRows)];
    expect(data.summary.baseline).toBe(test.filter((value) => value === 0).length / test.length);
  });

  test('too many inputs are refused with the limit', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `c${index}`,
        (row: number) => `v${(row + index) % 20}`,
      ]),
    );
    expect(refusal(file(100, { ...wide, y: yesNo }))).toEqual({
      key: 'error.csvTooManyInputs',
      params: { inputs: 60 * 19, max: 1000 },
    });
  });
});
