/** Writes that wait, as long as it takes, for disk space. */
import { setTimeout as delay } from 'node:timers/promises';
import { NoSpaceError } from '../errors.js';

/** How soon a write that found no space is tried again, in ms: a try costs a fraction of one. */
const AGAIN_IN_MS = 1_000;

export interface SpaceWaitOptions {
  /** Waiting ends with this: what was refused last is thrown then. */
  readonly signal: AbortSignal;
  /** There is no space: the write waits from now on. Told once. */
  readonly onMissing?: () => void;
}

/**
 * Tries `write` until the disk has room for it.
 * @throws whatever else goes wrong, and NoSpaceError once `signal` is aborted
 */
export async function keepWhenSpace<T>(
  write: () => Promise<T>,
  { signal, onMissing }: SpaceWaitOptions,
): Promise<T> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof NoSpaceError) || signal.aborted) throw error;
      if (isFirst) onMissing?.();
      await delay(AGAIN_IN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
