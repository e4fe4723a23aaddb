/** The built program as `npm start` runs it, in a process of its own with a DATA_DIR of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

export interface BuiltProgram {
  /** Where its room is. */
  readonly address: string;
  /** What it said once it served. */
  readonly readyLine: string;
  /** Lines of its log, and whatever else it said, so far. */
  readonly printed: readonly string[];
  /** Ends it, as a service manager does (SIGTERM) or as a power cut does (SIGKILL). */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/**
 * @param env besides what every start needs
 * @throws Error with what it printed when it ends before it is ready.
 */
export async function startBuilt(
  dataDir: string,
  port = 0,
  env: NodeJS.ProcessEnv = {},
): Promise<BuiltProgram> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, WEB_PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'info', ...env },
    // Where nobody's own .env lies.
    cwd: dirname(main),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { address, line, printed } = await ready(child);
  return {
    address,
    readyLine: line,
    printed,
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

function ready(
  child: ChildProcess,
): Promise<{ address: string; line: string; printed: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const printed: string[] = [];
    const read = (stream: NodeJS.ReadableStream | null): void => {
      if (!stream) return;
      createInterface(stream).on('line', (line) => {
        printed.push(line);
        const address = /study room (http:\/\/[\w.:[\]-]+)/.exec(line)?.[1];
        if (address !== undefined) resolve({ address, line, printed });
      });
    };
    read(child.stdout);
    read(child.stderr);
    child.once('exit', (code) => {
      reject(new Error(`it ended with ${code ?? 'a signal'}:\n${printed.join('\n')}`));
    });
  });
}
