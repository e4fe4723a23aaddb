/** The built program while it shuts down: what it prints, when it ends, and how. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** From the signal to the process's exit. */
  readonly tookMs: number;
}

export class EndingProgram {
  readonly lines: string[] = [];
  readonly child: ChildProcess;
  #heard: () => void = () => undefined;

  /**
   * @param env on top of what every start needs
   * @param preload modules that Node loads before the program
   */
  constructor(dataDir: string, env: NodeJS.ProcessEnv, preload: readonly string[] = []) {
    const node = preload.flatMap((url) => ['--import', url]);
    this.child = spawn(process.execPath, [...node, main], {
      env: { ...process.env, WEB_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        this.lines.push(line);
        this.#heard();
      });
    }
  }

  /** Resolves with the first matching line; rejects if the program ends without one. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const line = this.lines.find((one) => pattern.test(one));
      if (line !== undefined) return line;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`it ended without ${String(pattern)}:\n${this.lines.join('\n')}`);
      }
      const heard = new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
      await Promise.race([heard, once(this.child, 'exit')]);
    }
  }

  /** The room's address. */
  async address(): Promise<string> {
    const line = await this.says(/Ready: .*study room http/);
    return /study room (http:\/\/[\w.:[\]-]+)/.exec(line)?.[1] ?? '';
  }

  /** Resolves when it has ended. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<End> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return { code: this.child.exitCode, signal: this.child.signalCode, tookMs: 0 };
    }
    const startMs = performance.now();
    this.child.kill(signal);
    const [code, by] = (await once(this.child, 'exit')) as [number | null, NodeJS.Signals | null];
    return { code, signal: by, tookMs: performance.now() - startMs };
  }
}
