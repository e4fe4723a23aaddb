/**
 * How people ask for a sum, a question a line: `asked-sums/<locale>.txt`. Which sum it is and what comes
 * out is worked out elsewhere; from these the chooser learns that numbers are to be worked with at all.
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
