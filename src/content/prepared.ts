/** Content prepared by `npm run build` for fast loading: `dist/prepared/`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Tested sources and the built program find the same files through package.json's imports. */
const { resolve } = createRequire(import.meta.url);

/** @throws Error when the project was not built */
export function readPrepared(file: string): Buffer {
  return readFileSync(resolve(`#prepared/${file}`));
}
