/** What a class sees of its runs on each chat platform: the fakes are the tests', so it is run beside them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param learners classes of so many, separated by commas; the usual ones unless given */
export async function benchPlatforms(learners: string | undefined): Promise<void> {
  const options = learners === undefined ? [] : ['--learners', learners];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/loads/loads.ts', ...options],
    // What it prints is what the others print.
    { cwd: root, stdio: 'inherit' },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = code ?? 1;
}
