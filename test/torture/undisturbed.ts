/** The same training without any disturbance: what numbers and weights are held against. */
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
  const folder = mkdtempSync(join(tmpdir(), 'tutor-undisturbed-'));
  try {
    const uploads = join(dataDir, 'uploads');
    if (existsSync(uploads)) cpSync(uploads, join(folder, 'uploads'), { recursive: true });
    const settings = JSON.stringify(run.state.record.settings);
    const child = spawn(process.execPath, [script, folder, settings], { stdio: 'ignore' });
    await once(child, 'close');
    const [expected] = await keptRuns(folder);
    return isDeepStrictEqual(weighed(run, expected), weighed(expected, run));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Weights count where both have kept them. */
function weighed(run: KeptRun | undefined, other: KeptRun | undefined): object {
  const { checkpoint, ...rest } = computed(run);
  return run?.checkpoint && other?.checkpoint ? { ...rest, checkpoint } : rest;
}
