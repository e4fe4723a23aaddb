/** Work that waits for worker hosts, as there may be none just now. */
import { setTimeout as delay } from 'node:timers/promises';
import { NoWorkersError } from '../errors.js';

/** Whether a worker takes tasks; this process's own threads always do. */
export interface Reach {
  readonly reachable: boolean;
  /** @returns a function that stops listening */
  onChange(listener: () => void): () => void;
}

/** How soon work that found no worker is tried again, in ms. */
const AGAIN_IN_MS = 1_000;

/**
 * Tells when workers go missing during `work`, and when they are found or no longer needed.
 * @param tell called when that changes, never twice with the same value
 */
export async function whileWorkers<T>(
  workers: Reach,
  work: () => Promise<T>,
  tell: (areThere: boolean) => void,
): Promise<T> {
  let wereThere = true;
  const look = (areThere: boolean): void => {
    if (areThere === wereThere) return;
    wereThere = areThere;
    tell(areThere);
  };
  const unfollow = workers.onChange(() => {
    look(workers.reachable);
  });
  look(workers.reachable);
  try {
    return await work();
  } finally {
    unfollow();
    look(true);
  }
}

/** @returns undefined where only a worker can tell and there is none */
export async function unlessAlone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NoWorkersError) return undefined;
    throw error;
  }
}

/**
 * Does work that needs a worker, trying again as long as there is none.
 * @returns undefined once `signal` is aborted
 */
export async function onceWorkers<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NoWorkersError)) throw error;
    }
    await delay(AGAIN_IN_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return undefined;
  }
}
