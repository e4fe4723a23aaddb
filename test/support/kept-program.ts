/** The built program at a fixed address, with a DATA_DIR that outlives its processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuilt, type BuiltProgram } from './built-program.js';

export class KeptProgram {
  private constructor(
    private readonly dataDir: string,
    private program: BuiltProgram,
  ) {}

  static async start(): Promise<KeptProgram> {
    const dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-'));
    return new KeptProgram(dataDir, await startBuilt(dataDir));
  }

  get address(): string {
    return this.program.address;
  }

  /** Kills it like a power cut, then starts it again like a service manager. */
  async restart(whileGone: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const port = Number(new URL(this.address).port);
    await this.program.end('SIGKILL');
    await whileGone();
    this.program = await startBuilt(this.dataDir, port);
  }

  /** Ends it and removes everything. */
  async end(): Promise<void> {
    await this.program.end();
    rmSync(this.dataDir, { recursive: true });
  }
}
