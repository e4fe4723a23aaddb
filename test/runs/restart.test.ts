/** A real process ends in the middle of a run: by `kill -9` at any moment, and by a polite request. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FitSettings } from '../../src/runs/protocol.js';
import { computed, keptRuns, type KeptRun } from '../support/kept-runs.js';
import { settings } from '../support/run-samples.js';

const script = fileURLToPath(new URL('../support/training-process.mjs', import.meta.url));

let folders: string[];
beforeEach(() => {
  folders = [];
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-restart-'));
  folders.push(folder);
  return folder;
}

/** Starts the process; `settings` start a run, without them it resumes unfinished ones. */
function start(dataDir: string, fit?: FitSettings) {
  const child = spawn(process.execPath, [script, dataDir, ...(fit ? [JSON.stringify(fit)] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const events: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (kind) => events.push(kind));
  const ended = once(child, 'close');
  /** Resolves when an event of that kind was printed, or the process has ended. */
  const told = (kind: string) =>
    Promise.race([
      ended,
      new Promise<void>((resolve) => {
        lines.on('line', (line) => {
          if (line === kind) resolve();
        });
      }),
    ]);
  return { child, events, ended, told };
}

/** The stored state of the only run. */
async function kept(dataDir: string): Promise<KeptRun | undefined> {
  return (await keptRuns(dataDir))[0];
}

/** Epochs of some 100 ms that depend on everything in a checkpoint. */
const EPOCH_MS = 100;
const fit = settings({
  ...{ epochs: 8, batchSize: 2, layers: [64, 64], validationSplit: 0.2 },
  ...{ dropout: 0.2, patience: 50 },
});

describe('a run whose process is ended', () => {
  it('by kill -9 at any moments has the history and weights of an undisturbed run', async () => {
    const undisturbed = newDataDir();
    await start(undisturbed, fit).ended;
    const expected = computed(await kept(undisturbed));
    expect(expected.phase).toBe('completed');
    expect(expected.history).toHaveLength(8);

    const disturbed = newDataDir();
    let process = start(disturbed, fit);
    for (let kill = 1; kill <= 4; kill += 1) {
      await process.told('epoch-ended');
      // Any moment of the next epoch or its write will do: that is the point.
      await delay(Math.random() * EPOCH_MS);
      process.child.kill('SIGKILL');
      await process.ended;
      await kept(disturbed); // opens, and is whole
      process = start(disturbed);
    }
    await process.ended;
    const actual = await kept(disturbed);
    expect(actual?.state.resumedAfter.length).toBeGreaterThan(0);
    expect(computed(actual)).toEqual(expected);
  }, 240_000);

  it('politely leaves within seconds, inside an epoch that would take far longer', async () => {
    const dataDir = newDataDir();
    const endless = settings({ epochs: 1, batchSize: 1, layers: [512, 512, 512, 512] });
    const process = start(dataDir, endless);
    await process.told('step');
    const askedAtMs = performance.now();
    process.child.kill('SIGTERM');
    const [exitStatus] = (await process.ended) as [number | null];
    expect(exitStatus).toBe(0);
    expect(performance.now() - askedAtMs).toBeLessThan(20_000);
    expect((await kept(dataDir))?.state).toMatchObject({ phase: 'training', finished: [] });
  }, 120_000);
});
