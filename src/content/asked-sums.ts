/**
 * Questions that ask for a calculation, one per line: `asked-sums/<locale>.txt`. Which calculation, and its result,
 * are determined elsewhere; from these the chooser learns to recognize that a calculation is wanted.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from './locale.js';

export function readAskedSums(folder: string): readonly string[] {
  return locales.flatMap((locale) =>
    readFileSync(join(folder, `${locale}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  );
}
