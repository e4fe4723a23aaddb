/** The built program as `npm start` runs it, in its own process with its own DATA_DIR. */
import { spawn, type ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

export interface Served {
  /** The room's address. */
  readonly address: string;
  /** The line it printed once it was serving. */
  readonly readyLine: string;
}

/** A process that may not be ready yet, or never. */
export interface Spawned<Ready> {
  readonly pid: number;
  /** All lines it has printed so far. */
  readonly printed: readonly string[];
  /** Rejects with the output if it exits before it is ready. */
  readonly ready: Promise<Ready>;
  /** Its exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  kill(signal: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
}

export type SpawnedProgram = Spawned<Served>;

export interface BuiltProgram extends Served {
  readonly pid: number;
  /** Its log lines and other output so far. */
  readonly printed: readonly string[];
  /** Ends it the way a service manager (SIGTERM) or a power cut (SIGKILL) does. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** @param env on top of what every start needs */
export function spawnBuilt(
  dataDir: string,
  port = 0,
  env: NodeJS.ProcessEnv = {},
  nodeOptions: readonly string[] = [],
): SpawnedProgram {
  const given = { WEB_PORT: String(port), DATA_DIR: dataDir, ...env };
  return spawnNode([...nodeOptions, main], given, (line) => {
    const address = /study room (http:\/\/[\w.:[\]-]+)/.exec(line)?.[1];
    return address === undefined ? undefined : { address, readyLine: line };
  });
}

/**
 * @param args arguments for Node, and the built program to run
 * @param isReady parses the ready line; returns undefined for every other line
 */
export function spawnNode<Ready>(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  isReady: (line: string) => Ready | undefined,
): Spawned<Ready> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, LOG_LEVEL: 'info', ...env },
    // A folder without anybody's .env.
    cwd: dirname(main),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  const exited = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'SIGKILL');
    });
  });
  const served = ready(child, printed, isReady);
  // A caller that kills it before it is ready need not await this.
  served.catch(() => undefined);
  const { pid = 0 } = child;
  return { pid, printed, ready: served, exited, kill: (signal) => void child.kill(signal) };
}

/**
 * @param env on top of what every start needs
 * @throws Error with the output if it exits before it is ready.
 */
export async function startBuilt(
  dataDir: string,
  port = 0,
  env: NodeJS.ProcessEnv = {},
): Promise<BuiltProgram> {
  const program = spawnBuilt(dataDir, port, env);
  return {
    ...(await program.ready),
    pid: program.pid,
    printed: program.printed,
    end: async (signal = 'SIGTERM') => {
      program.kill(signal);
      await program.exited;
    },
  };
}

function ready<Ready>(
  child: ChildProcess,
  printed: string[],
  isReady: (line: string) => Ready | undefined,
): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const read = (stream: NodeJS.ReadableStream | null): void => {
      if (!stream) return;
      createInterface(stream).on('line', (line) => {
        printed.push(line);
        const said = isReady(line);
        if (said !== undefined) resolve(said);
      });
    };
    read(child.stdout);
    read(child.stderr);
    child.once('close', (code) => {
      reject(new Error(`it ended with ${code ?? 'a signal'}:\n${printed.join('\n')}`));
    });
  });
}
