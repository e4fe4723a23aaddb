/** Writes that wait for disk space, as long as it takes. */
import { setTimeout as delay } from 'node:timers/promises';
import { NoSpaceError } from '../errors.js';

/** How soon a write that found no space is tried again, in ms; a try takes a fraction of one. */
export const AGAIN_IN_MS = 1_000;

/**
 * Repeats a write that was refused until the disk has room for it.
 * @param refusal what it threw
 * @param signal ends the waiting
 * @param onMissing called, before it waits, to tell that there is no space
 * @throws anything else that goes wrong, `refusal` included, and NoSpaceError once `signal` is aborted
 */
export async function keepOnceSpace(
  refusal: unknown,
  write: () => Promise<void>,
  signal: AbortSignal,
  onMissing: () => void,
): Promise<void> {
  let cause = refusal;
  let isTold = false;
  while (cause instanceof NoSpaceError && !signal.aborted) {
    if (!isTold) onMissing();
    isTold = true;
    await delay(AGAIN_IN_MS, undefined, { signal }).catch(() => undefined);
    try {
      await write();
      return;
    } catch (error) {
      cause = error;
    }
  }
  throw cause;
}
