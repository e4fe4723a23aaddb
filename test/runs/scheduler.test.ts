import { describe, expect, it } from 'vitest';
import { FairScheduler, type Turn } from '../../src/runs/scheduler.js';

const never = new AbortController().signal;

/** Work that ends when told, and says in `order` when it began. */
function bench(slots: number) {
  const scheduler = new FairScheduler(slots);
  const order: string[] = [];
  const running: (() => void)[] = [];
  /** What began together, by its turn. */
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
  /** Ends what has run longest and lets the next begin. */
  const endOne = async () => {
    running.shift()?.();
    await settled();
  };
  return { scheduler, order, running, submit, endOne, shared: () => [...turns.values()] };
}

/** All promise reactions that are due have run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the fair scheduler', () => {
  it('lets no more work be under way than it has slots', async () => {
    const { submit, order, running, endOne } = bench(2);
    for (const name of ['a1', 'a2', 'a3']) void submit('a', name);
    await settled();
    expect(order).toEqual(['a1', 'a2']);
    expect(running).toHaveLength(2);
    await endOne();
    expect(order).toEqual(['a1', 'a2', 'a3']);
  });

  it('deals round-robin over users, first come first served within one', async () => {
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

  it('never starves a waiting user by others who come and go', async () => {
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

  it('takes work back that is no longer wanted, and never runs it', async () => {
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

  it('frees the slot of work that failed', async () => {
    const { scheduler } = bench(1);
    const failed = scheduler.run('a', never, () => Promise.reject(new Error('broken')));
    await expect(failed).rejects.toThrow('broken');
    expect(await scheduler.run('a', never, () => Promise.resolve('next'))).toBe('next');
  });

  it('lets short work share a turn, up to 50 ms of it, and gives the slot on after the last', async () => {
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

  it('lets nothing overtake: long work is next as soon as it is its turn', async () => {
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

  it('gives a turn in which something failed on after the others', async () => {
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
});
