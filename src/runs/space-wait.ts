/** Writes that wait, as long as it takes, for disk space. */
import { setTimeout as delay } from 'node:timers/promises';
import { NoSpaceError } from '../errors.js';

/** How soon a write that found no space is tried again, in ms: a try costs a fraction of one. */
export const AGAIN_IN_MS = 1_000;

/**
 * Does a write that was refused again until the disk has room for it.
 * @param refusal what it threw
 * @param signal waiting ends with this
 * @param onMissing told, before it waits, that there is no space
 * @throws whatever else goes wrong, `refusal` included, and NoSpaceError once `signal` is aborted
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
