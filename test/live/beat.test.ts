import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { steadyNowMs } from '../../src/clock.js';
import { onBeat } from '../../src/live/beat.js';

const beatMs = 80;
/** Timers have whole-millisecond precision. */
const timerMs = 2;

const nearestBeat = (): number => Math.round(steadyNowMs() / beatMs);

test('calls at different moments continue together, none more than half a beat early', async () => {
  for (;;) {
    const order: string[] = [];
    const goOn = async (name: string): Promise<number> => {
      const startMs = performance.now();
      await onBeat(2 * beatMs, beatMs);
      order.push(name);
      return performance.now() - startMs;
    };
    const beat = nearestBeat();
    const first = goOn('first');
    await wait(beatMs / 8);
    const second = goOn('second');
    const isSameBeat = nearestBeat() === beat;
    void first.then(() => setImmediate(() => order.push('next turn')));
    const waitedMs = await Promise.all([first, second]);
    await new Promise(setImmediate);
    for (const ms of waitedMs) expect(ms).toBeGreaterThan(1.5 * beatMs - timerMs);
    // The two fell on different sides of the midpoint between two beats: try again.
    if (!isSameBeat) continue;
    expect(order).toEqual(['first', 'second', 'next turn']);
    return;
  }
});
