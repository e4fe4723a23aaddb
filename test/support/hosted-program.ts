/** The built program as its operator sees it: environment, output, ports, exit. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

/** Enough for a start on a busy machine. */
const WITHIN_MS = 60_000;

export class HostedProgram {
  /** All output lines, oldest first. */
  readonly lines: string[] = [];
  /** Its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly #child: ChildProcess;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'tutor-hosted-'));

  /** @param env its whole environment, besides PATH; the room takes any free port unless set here */
  constructor(env: NodeJS.ProcessEnv) {
    const { PATH } = process.env;
    this.#child = spawn(process.execPath, [main], {
      cwd: dirname(main),
      env: { PATH, WEB_PORT: '0', DATA_DIR: this.#dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => this.lines.push(line));
    }
    this.ended = new Promise((resolve) => {
      // Fires after all output has been read.
      this.#child.once('close', (code, signal) => {
        resolve(code ?? signal);
      });
    });
  }

  /** The first group of the first matching line, once there is one. */
  says(pattern: RegExp): Promise<string> {
    return vi.waitFor(
      () => {
        const found = this.lines.map((line) => pattern.exec(line)).find((match) => match !== null);
        if (!found)
          throw new Error(`no line fits ${String(pattern)} in:\n${this.lines.join('\n')}`);
        return found[1] ?? found[0];
      },
      { timeout: WITHIN_MS, interval: 10 },
    );
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it if it is still running, and deletes its data. */
  async close(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}
