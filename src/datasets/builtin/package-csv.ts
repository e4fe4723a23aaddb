/** Real data sets that come, as CSV files, with a package from the registry. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readCsv } from '../csv/read.js';
import type { Table } from '../table.js';

const require = createRequire(import.meta.url);

/** @param file a file of @observablehq/sample-datasets (ISC licence) */
export function packageCsv(file: string): Table {
  return readCsv(readFileSync(require.resolve(`@observablehq/sample-datasets/${file}`)));
}
