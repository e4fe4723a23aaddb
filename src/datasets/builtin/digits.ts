/**
 * Handwritten digits of 8 × 8 pixels: the test half of UCI's "Optical Recognition of Handwritten Digits"
 * (E. Alpaydin and C. Kaynak, 1998; CC BY 4.0). The file is scikit-learn's own, byte for byte (see NOTICE).
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Table } from '../table.js';

/** An image's pixels, row by row, from the upper left corner. */
export const digitPicture = { width: 8, height: 8, darkest: 16 } as const;

/** scikit-learn's names, except for the digit itself, which it calls `target`. */
const columns = [
  ...Array.from({ length: digitPicture.height }, (_, row) =>
    Array.from({ length: digitPicture.width }, (_, column) => `pixel_${row}_${column}`),
  ).flat(),
  'digit',
];

export function digits(): Table {
  const file = gunzipSync(readFileSync(new URL('digits.csv.gz', import.meta.url)));
  const lines = file.toString('latin1').trim().split(/\r?\n/);
  return { columns, rows: lines.map((line) => line.split(',')) };
}
