/** What was learned is kept in `dist/prepared/` until something that it depends on changes. */
import type { Hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Learned } from '../src/tutor/questions/chooser/model.js';
import { pack } from '../src/tutor/questions/chooser/packed.js';

export const contentFolder = 'src/content';
export const preparedFolder = 'dist/prepared';
/** The program that learns (`compile-wasm.mjs`); what it teaches depends on it, too. */
export const learnerProgram = join(preparedFolder, 'learner.wasm');

/**
 * @param name of the file to be written
 * @param hash over everything that is learned from and with
 * @param what is learned, and how long that takes, for who waits
 */
export function learnUnlessKnown(
  name: string,
  hash: Hash,
  what: string,
  learned: () => Learned,
): void {
  const key = hash.digest('hex');
  const [keyFile, file] = [
    join(preparedFolder, `${name}.key`),
    join(preparedFolder, `${name}.bin`),
  ];
  if (existing(keyFile) === key && existing(file) !== undefined) return;
  process.stdout.write(`Learning ${what}, once for this content.\n`);
  writeFileSync(file, pack(learned()));
  writeFileSync(keyFile, key);
}

function existing(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
