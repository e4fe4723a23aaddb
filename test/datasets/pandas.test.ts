/** Tables shipped by packages in the registry, read by us and by pandas. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../src/datasets/csv/read.js';
import { readColumns } from '../../src/datasets/prepare/columns.js';
import { pandasIsHere, python } from '../support/python.js';

const require = createRequire(import.meta.url);
const folders = [
  dirname(require.resolve('@observablehq/sample-datasets/cars.csv')),
  join(dirname(require.resolve('vega-datasets')), '../data'),
];
const tables = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.[ct]sv$/.test(name))
    .map((name) => join(folder, name)),
);

type Numbers = readonly (number | null)[];
type Read = readonly (readonly [name: string, numbers: Numbers | null])[];

/** For each table its columns: their numbers, null for gaps, or null if pandas finds no numbers. */
const program = `
import json, sys
import pandas as pd
def numbers(cells):
    if not pd.api.types.is_numeric_dtype(cells) or pd.api.types.is_bool_dtype(cells):
        return None
    return [None if value != value else value for value in cells.astype("float64").tolist()]
def read(path):
    table = pd.read_csv(path, sep="\\t" if path.endswith(".tsv") else ",")
    return [[name, numbers(table[name])] for name in table.columns]
print(json.dumps([read(path) for path in json.load(sys.stdin)]))
`;

test('there are thirty of them', () => {
  expect(tables.length).toBeGreaterThanOrEqual(30);
});

describe.skipIf(!pandasIsHere)('pandas finds the same (skipped where python3 lacks pandas)', () => {
  let theirs: readonly Read[];
  beforeAll(() => {
    theirs = JSON.parse(python(program, JSON.stringify(tables)) ?? '') as Read[];
  });

  test.each(tables.map((path, index) => ({ name: basename(path), path, index })))(
    'columns of numbers in $name',
    ({ path, index }) => {
      const ours = readColumns(readCsv(readFileSync(path))).map((column) => {
        if (column.kind !== 'number') return [column.name, null];
        return [
          column.name,
          Array.from(column.values, (value) => (Number.isNaN(value) ? null : value)),
        ];
      });
      expect(ours).toEqual(theirs[index]);
    },
  );
});
