/** Reads and prepares one CSV file in its own process, and reports the cost. */
import { readFileSync } from 'node:fs';
import { readCsv } from '../src/datasets/csv/read.js';
import { prepare } from '../src/datasets/prepare/prepare.js';

export interface Read {
  readonly rows: number;
  readonly readMs: number;
  readonly prepareMs: number;
  /** The process's peak memory, Node.js itself included. */
  readonly peakMb: number;
}

const bytes = readFileSync(process.argv[2] ?? '');
const start = performance.now();
const table = readCsv(bytes);
const middle = performance.now();
prepare('bench', table);
const end = performance.now();
const read: Read = {
  rows: table.rows.length,
  readMs: middle - start,
  prepareMs: end - middle,
  // In kilobytes, as getrusage reports on Linux.
  peakMb: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(read));
