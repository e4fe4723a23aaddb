/** Reads and prepares one CSV file in a process of its own, and says what that took. */
import { readFileSync } from 'node:fs';
import { readCsv } from '../src/datasets/csv/read.js';
import { prepare } from '../src/datasets/prepare/prepare.js';

export interface Read {
  readonly rows: number;
  readonly readMs: number;
  readonly prepareMs: number;
  /** The most that the process ever held, Node.js itself included. */
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
  // In kilobytes, as getrusage counts on Linux.
  peakMb: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(read));
