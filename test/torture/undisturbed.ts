/** The same training without any disturbance: the reference for numbers and weights. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { computed, keptRuns, type KeptRun } from '../support/kept-runs.js';

const script = fileURLToPath(new URL('../support/training-process.mjs', import.meta.url));

/** @param dataDir where its upload is, if it has one */
export async function equalsUndisturbed(run: KeptRun, dataDir: string): Promise<boolean> {
  return (await unlikeUndisturbed([run], dataDir)).length === 0;
}

/**
 * The runs that differ; all are trained in one process, one after another.
 *
 * @param dataDir where their uploads are, if they have any
 */
export async function unlikeUndisturbed(
  runs: readonly KeptRun[],
  dataDir: string,
): Promise<readonly KeptRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-undisturbed-'));
  try {
    const uploads = join(dataDir, 'uploads');
    if (existsSync(uploads)) cpSync(uploads, join(folder, 'uploads'), { recursive: true });
    const settings = JSON.stringify(runs.map(({ state }) => state.record.settings));
    const child = spawn(process.execPath, [script, folder, settings], { stdio: 'ignore' });
    await once(child, 'close');
    const undisturbed = await keptRuns(folder);
    return runs.filter((run, index) => {
      const expected = undisturbed[index];
      return !isDeepStrictEqual(weighed(run, expected), weighed(expected, run));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Weights are compared if both have them. */
function weighed(run: KeptRun | undefined, other: KeptRun | undefined): object {
  const { checkpoint, ...rest } = computed(run);
  return run?.checkpoint && other?.checkpoint ? { ...rest, checkpoint } : rest;
}
