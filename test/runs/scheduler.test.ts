import { describe, expect, it } from 'vitest';
import { FairScheduler } from '../../src/runs/scheduler.js';

const never = new AbortController().signal;

/** Work that ends when told, and says in `order` when it began. */
function bench(slots: number) {
  const scheduler = new FairScheduler(slots);
  const order: string[] = [];
  const running: (() => void)[] = [];
  const submit = (user: string, name: string, signal = never) =>
    scheduler.run(user, signal, () => {
      order.push(name);
      return new Promise<string>((resolve) => {
        running.push(() => {
          resolve(name);
        });
      });
    });
  /** Ends what has run longest and lets the next begin. */
  const endOne = async () => {
    running.shift()?.();
    await settled();
  };
  return { scheduler, order, running, submit, endOne };
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
});
