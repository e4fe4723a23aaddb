import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRow } from '../../../src/datasets/asked/asked-row.js';
import { readAsked } from '../../../src/datasets/asked/asked-text.js';
import { loadDataset, readTable } from '../../../src/datasets/load.js';
import { readColumns } from '../../../src/datasets/prepare/columns.js';
import { layOut } from '../../../src/datasets/prepare/prepare.js';
import { UserError } from '../../../src/errors.js';
import type { DatasetRef } from '../../../src/runs/dataset.js';
import { messyTable } from '../../support/messy-table.js';

let dataDir: string;
let messy: DatasetRef;
let postcodes: DatasetRef;

function uploaded(text: string): DatasetRef {
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(dataDir, 'uploads', `${sha256}.csv`), text);
  return { kind: 'csv', sha256, fileName: 'mine.csv', reading: 3 };
}

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'asked-'));
  mkdirSync(join(dataDir, 'uploads'));
  messy = uploaded(messyTable());
  const lines = Array.from({ length: 400 }, (_, row) => {
    const code = row % 50 === 3 ? `rare ${row}` : `area ${row % 35}`;
    return `${code},${row % 7},${(row % 35) + (row % 7)}`;
  });
  postcodes = uploaded(['area,rooms,rent', ...lines].join('\n'));
});
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

const builtin = (name: string): DatasetRef => ({ kind: 'builtin', name });

/** Each row of the table as a person would type it. */
function typedRows(dataset: DatasetRef): (place: number) => { asked: string; hasGap: boolean } {
  const { table, choices } = readTable(dataset, dataDir);
  const columns = readColumns(table);
  const { chosen, order } = layOut(columns, choices);
  const used = chosen.used.map(({ name }) => ({
    name,
    at: columns.findIndex((column) => column.name === name),
  }));
  return (place) => {
    const cells = table.rows[order[place] ?? 0] ?? [];
    const pairs = used.map(({ name, at }) => ({ name, cell: cells[at] ?? '' }));
    const known = pairs.filter(({ cell }) => cell.trim() !== '' && cell !== '#DIV/0!');
    return {
      asked: known.map(({ name, cell }) => `"${name}":"${cell.trim()}"`).join(' '),
      hasGap: known.length < pairs.length,
    };
  };
}

describe('a row of the table, typed', () => {
  test.each<[string, () => DatasetRef]>([
    ['churn', () => builtin('churn')],
    ['penguins', () => builtin('penguins')],
    ['cars', () => builtin('cars')],
    ['dates, units and spellings', () => messy],
    ['rare values', () => postcodes],
  ])('is exactly the row that the network learned from: %s', (_name, dataset) => {
    const { x, inputs } = loadDataset(dataset(), dataDir);
    const typed = typedRows(dataset());
    let compared = 0;
    for (const place of [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89]) {
      const { asked, hasGap } = typed(place);
      // Gaps in the table were filled with the median; a value that is not given defaults to its mean.
      if (hasGap) continue;
      const row = askRow(dataset(), 0, asked, dataDir);
      expect([...row.x]).toEqual([...x.subarray(place * inputs, (place + 1) * inputs)]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(6);
  });

  test('is nearest to itself', () => {
    const cars = loadDataset(builtin('cars'), dataDir);
    const { asked } = typedRows(builtin('cars'))(4);
    const { nearest, amountOf } = askRow(builtin('cars'), 0, asked, dataDir);
    const own = amountOf(cars.y[4] ?? 0);
    expect(nearest.kind === 'amount' && nearest.least <= own + 1e-4).toBe(true);
    expect(nearest.kind === 'amount' && nearest.most >= own - 1e-4).toBe(true);
  });
});

test('a missing value is taken at its mean, or as most rows have it', () => {
  const { x, columns } = askRow(builtin('penguins'), 0, 'body_mass_g:5000', dataDir);
  const names = columns.map((column) => [column.name, column.kind === 'number' && column.isMean]);
  expect(names).toContainEqual(['body_mass_g', undefined]);
  expect(names).toContainEqual(['culmen_length_mm', true]);
  expect(columns).toContainEqual({
    ...{ name: 'island', kind: 'category', value: 'Biscoe', isUsual: true },
  });
  // Standardised, a mean is 0; the islands Dream and Torgersen are not Biscoe.
  expect([...x].filter((value) => value === 0).length).toBeGreaterThanOrEqual(5);
});

test('the nearest rows are training rows, by the distance of their inputs', () => {
  const dataset = builtin('penguins');
  const { x, y, inputs, trainRows } = loadDataset(dataset, dataDir);
  const { x: row, nearest } = askRow(dataset, 0.2, 'flipper_length_mm:215 island:Biscoe', dataDir);
  const fitted = Math.floor(trainRows * 0.8);
  const distance = (place: number): number =>
    Math.hypot(...[...row].map((value, at) => value - (x[place * inputs + at] ?? 0)));
  const near = [...Array(fitted).keys()].sort((a, b) => distance(a) - distance(b)).slice(0, 5);
  const counts = [0, 1, 2].map((wanted) => near.filter((place) => y[place] === wanted).length);
  expect(nearest).toEqual({ kind: 'classes', rows: 5, counts });
});

test('a number far from every training row is flagged', () => {
  const { columns } = askRow(builtin('churn'), 0, 'age:400 balance:1', dataDir);
  expect(columns).toContainEqual({
    ...{ name: 'Age', kind: 'number', value: 400, outside: { least: 18, most: 92 } },
  });
  expect(columns).toContainEqual({ name: 'Balance', kind: 'number', value: 1 });
});

describe('as people type it', () => {
  const columns = ['age', 'estimated salary', 'island', 'opened at'];
  const isColumn = (name: string): boolean => columns.includes(name.toLowerCase());
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['', []],
    ['age:40', [['age', '40']]],
    [
      'age=40, island = Dream',
      [
        ['age', '40'],
        ['island', 'Dream'],
      ],
    ],
    [
      'island:Torgersen Island estimated salary: 50,000',
      [
        ['island', 'Torgersen Island'],
        ['estimated salary', '50,000'],
      ],
    ],
    [
      '"Estimated salary":50000 age:3',
      [
        ['Estimated salary', '50000'],
        ['age', '3'],
      ],
    ],
    [
      'opened at:2024-01-03 12:30 age:4',
      [
        ['opened at', '2024-01-03 12:30'],
        ['age', '4'],
      ],
    ],
    [
      'age:40 foo:3',
      [
        ['age', '40'],
        ['foo', '3'],
      ],
    ],
    [
      'age: island:Dream',
      [
        ['age', ''],
        ['island', 'Dream'],
      ],
    ],
    [
      "island:'Dream, east' age:1",
      [
        ['island', 'Dream, east'],
        ['age', '1'],
      ],
    ],
  ])('%s', (text, pairs) => {
    expect(readAsked(text, isColumn).map(({ name, value }) => [name, value])).toEqual(pairs);
  });

  const refusal = (dataset: DatasetRef, asked: string): UserError => {
    try {
      askRow(dataset, 0, asked, dataDir);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error(`${asked} was taken`);
  };
  test.each<[string, string, object]>([
    ['40', 'error.tryWords', { given: '40' }],
    ['foo:3', 'error.tryColumn', { given: 'foo', near: 'none' }],
    ['balanc:3', 'error.tryColumn', { near: 'Balance' }],
    ['exited:1', 'error.tryTarget', { column: 'Exited' }],
    ['surname:Kim', 'error.tryLeftOut', { column: 'Surname' }],
    ['age:old', 'error.tryNumber', { column: 'Age', given: 'old' }],
    ['age:', 'none', {}],
    ['geography:Mars', 'error.tryCategory', { given: 'Mars', values: 'France, Germany, Spain' }],
    ['age:1 AGE:2', 'error.twice', { option: 'Age' }],
  ])('%s is answered by %s', (asked, key, params) => {
    if (key === 'none') {
      expect(askRow(builtin('churn'), 0, asked, dataDir).columns).toHaveLength(10);
      return;
    }
    const error = refusal(builtin('churn'), asked);
    expect(error.key).toBe(key);
    expect(error.params).toMatchObject(params);
  });

  test('an invalid date gets an example from the file', () => {
    const error = refusal(messy, 'date:soon');
    expect(error.key).toBe('error.tryDate');
    expect(error.params).toMatchObject({ column: 'date', given: 'soon', example: '2024-01-01' });
  });
});
