/**
 * The beat that watched runs share. With a timer for each, forty lessons would wake the main thread
 * eighty times a second, and waking up is most of what an epoch costs it; on a shared beat it wakes once
 * for all of them.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { steadyNowMs } from '../clock.js';

/** Beats that somebody waits for, by their time in ms. */
const awaited = new Map<number, Promise<unknown>>();

/**
 * Resolves on the beat nearest to `ms` from now: up to half a beat earlier or later. Does not keep the
 * process alive.
 * @param beatMs from one beat to the next
 */
export async function onBeat(ms: number, beatMs: number): Promise<void> {
  const nowMs = steadyNowMs();
  const atMs = Math.round((nowMs + ms) / beatMs) * beatMs;
  let beat = awaited.get(atMs);
  if (!beat) {
    beat = delay(atMs - nowMs, undefined, { ref: false }).finally(() => awaited.delete(atMs));
    awaited.set(atMs, beat);
  }
  await beat;
}
