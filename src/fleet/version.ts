/** What must be the same for a worker to do a front's tasks: the messages, and everything that decides bits. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PROTOCOL } from './messages.js';
import { wireFormat } from './pack.js';

/** Packages that compute, with their exact versions. */
const { dependencies } = createRequire(import.meta.url)('#package') as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** Beside the workers' folder: what their tasks import of ours. */
const besides = ['../src/datasets/', '../src/runs/', '../src/render/', '../src/content/'];

/**
 * The same wherever the same code was built; within one version, numbers are the same bits on all
 * machines.
 * @param workers folder of the built workers (`dist/workers/`), with a trailing slash
 * @param hasFused whether the fused engine loads here
 */
export function fleetVersion(workers: URL, hasFused: boolean): string {
  const digest = createHash('sha256').update(JSON.stringify(dependencies));
  digest.update(readFileSync(new URL('../prepared/fused.wasm', workers)));
  for (const folder of ['./', ...besides].map((path) => fileURLToPath(new URL(path, workers)))) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.js')).sort()) {
      digest.update(`${file}\n`).update(readFileSync(`${folder}${file}`));
    }
  }
  const code = digest.digest('hex').slice(0, 12);
  return [PROTOCOL, wireFormat, code, ...(hasFused ? [] : ['plain'])].join('-');
}
