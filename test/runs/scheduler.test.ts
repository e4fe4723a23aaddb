import { describe, expect, it } from 'vitest';
import { dice } from '../../src/datasets/random.js';
import { FairScheduler, type Turn } from '../../src/runs/scheduler.js';

const never = new AbortController().signal;

/** Work that ends when told, and records in `order` when it began. */
function bench(slots: number) {
  const scheduler = new FairScheduler(slots);
  const order: string[] = [];
  const running: (() => void)[] = [];
  /** Work that began together, by turn. */
  const turns = new Map<Turn, string[]>();
  const submit = (user: string, name: string, signal = never, expectedMs?: number) =>
    scheduler.run(
      user,
      signal,
      (turn) => {
        order.push(name);
        turns.set(turn, [...(turns.get(turn) ?? []), name]);
        return new Promise<string>((resolve) => {
          running.push(() => {
            resolve(name);
          });
        });
      },
      expectedMs,
    );
  /** Ends the longest-running work and lets the next begin. */
  const endOne = async () => {
    running.shift()?.();
    await settled();
  };
  return { scheduler, order, running, submit, endOne, shared: () => [...turns.values()] };
}

/** Resolves once all pending promise reactions have run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the fair scheduler', () => {
  it('never has more work in progress than slots', async () => {
    const { submit, order, running, endOne } = bench(2);
    for (const name of ['a1', 'a2', 'a3']) void submit('a', name);
    await settled();
    expect(order).toEqual(['a1', 'a2']);
    expect(running).toHaveLength(2);
    await endOne();
    expect(order).toEqual(['a1', 'a2', 'a3']);
  });

  it('deals round-robin over users, first come first served for each', async () => {
    const { submit, order, endOne } = bench(1);
    for (const name of ['a1', 'a2', 'a3', 'a4']) void submit('a', name);
    for (const name of ['b1', 'b2']) void submit('b', name);
    void submit('c', 'c1');
    await settled();
    for (let turn = 1; turn < 7; turn += 1) await endOne();
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('gives a user with two runs no more turns than one with a single run', async () => {
    const { submit, order, endOne } = bench(1);
    const run = async (user: string, epochs: number) => {
      for (let epoch = 1; epoch <= epochs; epoch += 1) await submit(user, user);
    };
    void run('a', 20);
    void run('b', 20);
    void run('b', 20);
    await settled();
    for (let turn = 1; turn < 20; turn += 1) await endOne();
    expect(order.filter((user) => user === 'a')).toHaveLength(10);
  });

  it('never starves a waiting user because of others who come and go', async () => {
    const { submit, order, endOne } = bench(1);
    for (const name of ['c', 'c']) void submit('c', name);
    const again = async (user: string): Promise<never> => {
      for (;;) await submit(user, user);
    };
    void again('a');
    void again('b');
    await settled();
    for (let turn = 1; turn < 5; turn += 1) await endOne();
    expect(order).toEqual(['c', 'a', 'b', 'c', 'a']);
  });

  it('withdraws unwanted work, and never runs it', async () => {
    const { submit, order, endOne } = bench(1);
    const unwanted = new AbortController();
    void submit('a', 'a1');
    const taken = submit('b', 'b1', unwanted.signal);
    const kept = submit('b', 'b2');
    await settled();
    unwanted.abort();
    expect(await taken).toBeUndefined();
    expect(await submit('b', 'b3', unwanted.signal)).toBeUndefined();
    await endOne();
    await endOne();
    expect(await kept).toBe('b2');
    expect(order).toEqual(['a1', 'b2']);
  });

  it('frees the slot of failed work', async () => {
    const { scheduler } = bench(1);
    const failed = scheduler.run('a', never, () => Promise.reject(new Error('broken')));
    await expect(failed).rejects.toThrow('broken');
    expect(await scheduler.run('a', never, () => Promise.resolve('next'))).toBe('next');
  });

  it('lets short work share a turn, up to 50 ms of it, and passes the slot on after the last', async () => {
    const { submit, running, endOne, shared } = bench(1);
    for (const user of ['a', 'b', 'c', 'd']) void submit(user, user, never, 20);
    await settled();
    expect(shared()).toEqual([['a', 'b']]);
    await endOne();
    expect(running).toHaveLength(1);
    await endOne();
    expect(shared()).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('allows no overtaking: long work is next as soon as it is its turn', async () => {
    const { submit, endOne, shared } = bench(1);
    void submit('a', 'first');
    await settled();
    void submit('a', 'a', never, 1);
    void submit('b', 'b', never, 1);
    void submit('c', 'long', never, 51);
    for (const user of ['d', 'e', 'a']) void submit(user, user, never, 1);
    for (let turn = 1; turn <= 4; turn += 1) await endOne();
    expect(shared()).toEqual([['first'], ['b'], ['long'], ['d', 'e', 'a', 'a']]);
  });

  it('passes a turn on after the others if something in it failed', async () => {
    const { scheduler, submit, order, endOne } = bench(1);
    const failed = scheduler.run('a', never, () => Promise.reject(new Error('broken')), 1);
    void submit('b', 'b', never, 1);
    void submit('c', 'c');
    await expect(failed).rejects.toThrow('broken');
    await settled();
    expect(order).toEqual(['b']);
    await endOne();
    expect(order).toEqual(['b', 'c']);
  });

  it('lets current work finish when slots go, and deals at once when some come', async () => {
    const { scheduler, submit, order, running, endOne } = bench(2);
    for (const name of ['a1', 'a2', 'a3', 'a4']) void submit('a', name);
    await settled();
    scheduler.setSlots(1);
    await endOne();
    expect(order).toEqual(['a1', 'a2']);
    await endOne();
    expect(order).toEqual(['a1', 'a2', 'a3']);
    scheduler.setSlots(0);
    await endOne();
    expect(running).toHaveLength(0);
    scheduler.setSlots(3);
    await settled();
    expect(order).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('returns unwanted work even while there is no slot at all', async () => {
    const { scheduler, submit, order } = bench(0);
    const unwanted = new AbortController();
    const taken = submit('a', 'a1', unwanted.signal);
    await settled();
    unwanted.abort();
    expect(await taken).toBeUndefined();
    void submit('b', 'b1');
    scheduler.setSlots(1);
    await settled();
    expect(order).toEqual(['b1']);
  });

  it('reports recent demand, however short the moments are', async () => {
    let nowMs = 0;
    const scheduler = new FairScheduler(4, () => nowMs);
    const beat = async (): Promise<void> => {
      const control = new AbortController();
      let end: () => void = () => undefined;
      const until = new Promise<void>((resolve) => (end = resolve));
      const works = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((user) =>
        scheduler.run(user, control.signal, () => until, 5),
      );
      await settled();
      nowMs += 100;
      end();
      await Promise.all(works);
      nowMs += 400;
    };
    for (let beats = 0; beats < 20; beats += 1) await beat();
    // Ten for a fifth of the time.
    expect(scheduler.demand).toBeGreaterThan(1.7);
    expect(scheduler.demand).toBeLessThan(2.3);
    nowMs += 20_000;
    expect(scheduler.demand).toBeLessThan(0.001);
  });
});

/** Work comes, goes and is withdrawn while slots come and go, depending on `seed`. */
async function wild(seed: number) {
  const random = dice(seed);
  const users = ['a', 'b', 'c', 'd', 'e'].slice(0, random.integer(2, 5));
  let slots = random.integer(0, 4);
  let nowMs = 0;
  const scheduler = new FairScheduler(slots, () => nowMs);
  const waiting = new Map(users.map((user) => [user, 0]));
  const running: (() => void)[] = [];
  const unwanted: AbortController[] = [];
  /** Turns others have had since a person started waiting. */
  const passed = new Map<string, Map<string, number>>();
  const faults: string[] = [];
  let done = 0;
  let asked = 0;

  const wait = (user: string, by: 1 | -1): void => {
    waiting.set(user, (waiting.get(user) ?? 0) + by);
    if (waiting.get(user) === 0) passed.delete(user);
    else if (!passed.has(user)) passed.set(user, new Map());
  };
  const submit = (user: string): void => {
    const control = new AbortController();
    unwanted.push(control);
    asked += 1;
    wait(user, 1);
    const work = (): Promise<string> => {
      if (running.length >= slots) faults.push(`${running.length + 1} under way of ${slots}`);
      wait(user, -1);
      if (waiting.get(user)) passed.set(user, new Map());
      for (const [other, turns] of passed) {
        if (other === user) continue;
        turns.set(user, (turns.get(user) ?? 0) + 1);
        if ((turns.get(user) ?? 0) > 1)
          faults.push(`${user} had two turns before ${other} had one`);
      }
      return new Promise((resolve) => {
        running.push(() => {
          resolve('done');
        });
      });
    };
    void scheduler.run(user, control.signal, work).then((outcome) => {
      done += 1;
      if (outcome === undefined) wait(user, -1);
    });
  };
  const setSlots = (to: number): void => {
    scheduler.setSlots((slots = to));
  };

  for (let step = 0; step < 200; step += 1) {
    nowMs += 10;
    const what = random.integer(0, 9);
    if (what < 4) submit(users[random.integer(0, users.length - 1)] ?? 'a');
    else if (what < 7) running.splice(random.integer(0, running.length), 1)[0]?.();
    else if (what < 8) unwanted[random.integer(0, unwanted.length)]?.abort();
    else if (random.chance(0.5)) setSlots(random.integer(0, 4));
    if (random.chance(0.7)) await settled();
  }
  setSlots(Math.max(1, slots));
  // Each round ends one task, so a lost task shows up once the rounds outnumber the tasks.
  for (let round = 0; round <= asked && done < asked; round += 1) {
    await settled();
    running.shift()?.();
    await settled();
  }
  if (done < asked) faults.push(`${asked - done} of ${asked} tasks never ended`);
  nowMs += 60_000;
  return { faults, demand: scheduler.demand };
}

describe('slots that change while work comes and goes', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))('deals fairly (%i)', async (seed) => {
    const { faults, demand } = await wild(seed);
    expect(faults).toEqual([]);
    expect(demand).toBeLessThan(1e-9);
  });
});
