/**
 * What a lesson on a chat platform costs the main thread. It runs beside the tests, as it needs their fakes.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);

/** The main thread, in ms. */
export interface PlatformCosts {
  /** An epoch with its edit. */
  readonly epochMs: number;
  /** A run without its epochs. */
  readonly runMs: number;
}

export async function measurePlatforms(): Promise<
  Readonly<Record<'discord' | 'slack', PlatformCosts>>
> {
  const args = ['--import', 'tsx', 'test/loads/costs.ts'];
  const { stdout } = await run(process.execPath, args, { cwd: root });
  return JSON.parse(stdout) as Readonly<Record<'discord' | 'slack', PlatformCosts>>;
}
