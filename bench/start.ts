/** What a program start costs, without any token, on an empty folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Taken } from './start-probe.js';

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));
const probe = new URL('start-probe.js', import.meta.url).href;

/** Odd, so that the median is one of them. */
const STARTS = 5;

export interface Start extends Taken {
  /** From the process's creation until it says it is ready. */
  readonly wallMs: number;
}

/**
 * Medians of several starts. CPU and memory are read once the first questions have been rehearsed, which
 * happens after it is ready: everything it uses before anybody comes.
 */
export async function benchStart(): Promise<Start> {
  const starts: Start[] = [];
  for (let count = 0; count < STARTS; count += 1) starts.push(await startOnce());
  return {
    wallMs: median(starts.map(({ wallMs }) => wallMs)),
    cpuMs: median(starts.map(({ cpuMs }) => cpuMs)),
    rssMb: median(starts.map(({ rssMb }) => rssMb)),
  };
}

export function startInWords({ wallMs, cpuMs, rssMb }: Start): string {
  return (
    `Start: ready after ${wallMs.toFixed(0)} ms; with the first questions rehearsed ` +
    `${cpuMs.toFixed(0)} ms of CPU, ${rssMb.toFixed(0)} MB`
  );
}

async function startOnce(): Promise<Start> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const startMs = performance.now();
  const child = spawn(process.execPath, ['--import', probe, main], {
    // Nothing from the caller's environment: no token, no settings.
    env: { DATA_DIR: dataDir, WEB_PORT: '0', LOG_LEVEL: 'debug' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  try {
    const wallMs = await untilRehearsed(child, startMs);
    child.send('how much?');
    const [taken] = (await once(child, 'message')) as [Taken];
    return { ...taken, wallMs };
  } finally {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
    await rm(dataDir, { recursive: true });
  }
}

/**
 * @returns when it was ready, relative to startMs
 * @throws Error if it exits instead
 */
async function untilRehearsed(child: ChildProcess, startMs: number): Promise<number> {
  let wallMs = NaN;
  if (!child.stdout) throw new Error('it has no standard output');
  for await (const line of createInterface(child.stdout)) {
    if (line.includes('Ready:')) wallMs = performance.now() - startMs;
    if (line.includes('rehearsed')) return wallMs;
  }
  throw new Error('the program ended before it was ready');
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;
}
