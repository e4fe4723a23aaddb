/** Workers in which some tasks kill their thread, by exiting or by running out of memory. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Death } from '../../src/runs/surviving-pool.js';

const built = new URL('../../dist/workers/', import.meta.url);
const ends: Readonly<Record<Death, string>> = {
  thread: 'process.exit(7)',
  // Few, large arrays, so that the garbage collector's repeated scans stay cheap.
  memory: 'for (const hoard = []; ; ) hoard.push(new Array(100_000).fill(0.5))',
};

/**
 * The program's own workers, except that matching tasks of one of them kill this many threads.
 * @param isDeadly a JavaScript expression over `task`
 */
export function dyingWorkersOf(worker: string, isDeadly: string, how: Death, deaths: number) {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-deaths-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'left'), String(deaths));
  for (const file of readdirSync(built).filter((name) => name.endsWith('.js'))) {
    writeFileSync(join(folder, file), `export { default } from '${new URL(file, built).href}';`);
  }
  writeFileSync(
    join(folder, `${worker}.js`),
    `import { readFileSync, writeFileSync } from 'node:fs';
     const file = new URL('left', import.meta.url);
     export default async (task) => {
       const left = Number(readFileSync(file, 'utf8'));
       if (left === 0 || !(${isDeadly})) {
         const { default: work } = await import('${new URL(`${worker}.js`, built).href}');
         return work(task);
       }
       writeFileSync(file, String(left - 1));
       ${ends[how]};
     };`,
  );
  const remove = (): Promise<void> => {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  };
  return { workers: pathToFileURL(`${folder}/`), remove };
}
