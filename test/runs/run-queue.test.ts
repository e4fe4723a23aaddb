import { beforeEach, describe, expect, it } from 'vitest';
import { RunQueue } from '../../src/runs/run-queue.js';

/** Resolves once all pending promise reactions have run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * People join as `a1`, `a2`, `b1`: the person, and which of their runs. `began` lists who got places, in
 * order.
 */
class Queue {
  readonly queue: RunQueue;
  readonly began: string[] = [];
  /** The positions each run was told, in order. */
  readonly told = new Map<string, number[]>();

  constructor(places: number) {
    this.queue = new RunQueue(places);
  }

  join(runId: string, { resumed = false, signal = new AbortController().signal } = {}): void {
    const place = this.queue.join({ runId, ownerId: runId.slice(0, 1), resumed });
    const told = place === undefined ? [] : [place];
    this.told.set(runId, told);
    void this.queue
      .turn(runId, signal, (next) => told.push(next))
      .then((hasPlace) => this.began.push(hasPlace ? runId : `${runId} left`));
  }

  /** Ends all running and waiting runs one by one; returns the order in which they began. */
  async drain(): Promise<readonly string[]> {
    await settled();
    // A run that starts meanwhile is added at the end, and ends too.
    for (const run of this.began) {
      this.queue.leave(run);
      await settled();
    }
    return this.began;
  }
}

let one: Queue;

beforeEach(() => {
  one = new Queue(1);
});

describe('the queue of runs', () => {
  it.each([1, 2, 3])('runs exactly %i at once', async (places) => {
    const some = new Queue(places);
    for (const run of ['a1', 'b1', 'c1', 'd1']) some.join(run);
    await settled();
    expect(some.began).toEqual(['a1', 'b1', 'c1'].slice(0, places));
    expect(some.queue.going).toBe(places);
    some.queue.leave('a1');
    await settled();
    expect(some.began).toHaveLength(places + 1);
    expect(some.queue.going).toBe(places);
  });

  it('reports a run’s position at once, and every move once', async () => {
    for (const run of ['a1', 'b1', 'c1', 'd1']) one.join(run);
    expect(await one.drain()).toEqual(['a1', 'b1', 'c1', 'd1']);
    expect([...one.told.values()]).toEqual([[], [1], [2, 1], [3, 2, 1]]);
  });

  it('is fair by person: second runs wait for everybody’s first', async () => {
    for (const run of ['a1', 'a2', 'b1', 'b2', 'c1']) one.join(run);
    expect(one.told.get('a2')).toEqual([1, 2, 3]);
    expect(await one.drain()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2']);
  });

  it('lets a second run move up behind the first ones once its owner has no other', async () => {
    for (const run of ['a1', 'a2', 'b1']) one.join(run);
    one.queue.leave('a1');
    one.join('c1');
    expect(one.told.get('c1'), 'behind a2, which is the only one of its owner now').toEqual([2]);
    expect(await one.drain()).toEqual(['a1', 'b1', 'a2', 'c1']);
  });

  it('gives a freed place to the next in line, even if the owner’s second run moves up', async () => {
    const two = new Queue(2);
    for (const run of ['a1', 'b1', 'b2', 'a2']) two.join(run);
    expect(two.told.get('b2')).toEqual([1]);
    two.queue.leave('a1');
    await settled();
    expect(two.began).toEqual(['a1', 'b1', 'b2']);
    expect(two.told.get('a2')).toEqual([2, 1]);
  });

  it('begins with the run it announced as next, at any moment', async () => {
    const two = new Queue(2);
    // Four people with up to two runs each; a fixed sequence decides who joins and leaves.
    let seed = 7;
    const dealt = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const waitingRuns = () => [...two.told.keys()].filter((run) => !two.began.includes(run));
    const there = new Set<string>();
    let ends = 0;
    for (let move = 0; move < 400; move += 1) {
      const run = `${'abcd'.charAt(dealt(4))}${dealt(2)}-${move}`;
      const own = [...there].filter((other) => other.startsWith(run.slice(0, 1)));
      if (own.length < 2 && dealt(3) > 0) {
        two.join(run);
        there.add(run);
      } else {
        const next = waitingRuns().find((waiting) => two.told.get(waiting)?.at(-1) === 1);
        const going = two.began.filter((began) => there.has(began));
        const ending = going[dealt(going.length || 1)];
        if (ending === undefined) continue;
        const begunBefore = two.began.length;
        two.queue.leave(ending);
        there.delete(ending);
        await settled();
        expect(two.began.slice(begunBefore)).toEqual(next === undefined ? [] : [next]);
        ends += 1;
      }
      await settled();
      const places = waitingRuns().map((waiting) => two.told.get(waiting)?.at(-1) ?? NaN);
      expect([...places].sort((x, y) => x - y)).toEqual(places.map((_, index) => index + 1));
    }
    expect(ends).toBeGreaterThan(50);
  });

  it('drops a run that is stopped while it waits, and the others move up', async () => {
    const stop = new AbortController();
    one.join('a1');
    one.join('b1', { signal: stop.signal });
    one.join('c1');
    stop.abort();
    await settled();
    expect(one.began).toEqual(['a1', 'b1 left']);
    expect(one.told.get('c1')).toEqual([2, 1]);
    one.queue.leave('a1');
    await settled();
    expect(one.began.at(-1)).toBe('c1');
  });

  it('withdraws a run that was stopped before it asked for its turn', async () => {
    one.join('a1');
    one.join('b1', { signal: AbortSignal.abort() });
    await settled();
    expect(one.began).toEqual(['a1', 'b1 left']);
    expect(one.queue.join({ runId: 'c1', ownerId: 'c', resumed: false })).toBe(1);
  });

  it('ignores an unknown run that leaves', () => {
    one.join('a1');
    one.queue.leave('nobody');
    expect(one.queue.going).toBe(1);
  });

  it('puts runs from before a restart ahead of later ones, in their old order, and reports their positions again', async () => {
    one.join('a1');
    one.join('n1');
    one.join('b1', { resumed: true });
    one.join('c1', { resumed: true });
    expect(one.told.get('b1')).toEqual([1, 1]);
    expect(await one.drain()).toEqual(['a1', 'b1', 'c1', 'n1']);
  });
});
