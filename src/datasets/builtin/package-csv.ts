/** Real data sets from CSV files in the package @observablehq/sample-datasets (ISC licence). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readCsv } from '../csv/read.js';
import type { Table } from '../table.js';

const require = createRequire(import.meta.url);

export function penguins(): Table {
  return readCsv(readFileSync(require.resolve('@observablehq/sample-datasets/penguins.csv')));
}

export function cars(): Table {
  return readCsv(readFileSync(require.resolve('@observablehq/sample-datasets/cars.csv')));
}
