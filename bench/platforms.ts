/** What a class sees of its runs on each chat platform. It runs beside the tests, as it needs their fakes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param learners class sizes, separated by commas; the usual ones by default */
export async function benchPlatforms(learners: string | undefined): Promise<void> {
  const options = learners === undefined ? [] : ['--learners', learners];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/loads/loads.ts', ...options],
    // Its output goes with that of the other parts.
    { cwd: root, stdio: 'inherit' },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = code ?? 1;
}
