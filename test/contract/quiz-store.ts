/** What every QuizStore promises. */
import { expect, it } from 'vitest';
import type { Place } from '../../src/chat/port.js';
import type { QuizStore } from '../../src/storage/ports.js';

const room: Place = { platform: 'web', key: 'room' };
const thread: Place = { platform: 'discord', key: 'room' };

export function quizStoreContract(empty: () => QuizStore): void {
  it('knows nobody at first', async () => {
    expect(await empty().score('web:ada')).toEqual({ answered: 0, right: 0, streak: 0 });
  });

  it('counts answers, right ones, and those since the last wrong one', async () => {
    const store = empty();
    const scores = [];
    for (const [index, isRight] of [true, true, false, true].entries()) {
      expect(await store.answer('web:ada', `updates ${index}`, isRight)).toBe(true);
      scores.push(await store.score('web:ada'));
    }
    expect(scores).toEqual([
      { answered: 1, right: 1, streak: 1 },
      { answered: 2, right: 2, streak: 2 },
      { answered: 3, right: 2, streak: 0 },
      { answered: 4, right: 3, streak: 1 },
    ]);
  });

  it('counts a question once, with its first answer', async () => {
    const store = empty();
    await store.answer('web:ada', 'updates 1', false);
    expect(await store.answer('web:ada', 'updates 1', true)).toBe(false);
    expect(await store.answer('web:ada', 'updates 1', true)).toBe(false);
    expect(await store.score('web:ada')).toEqual({ answered: 1, right: 0, streak: 0 });
  });

  it('keeps people apart', async () => {
    const store = empty();
    await store.answer('web:ada', 'updates 1', true);
    await store.answer('web:eve', 'updates 1', false);
    await store.answer('web:ada', 'updates 2', true);
    expect(await store.score('web:ada')).toEqual({ answered: 2, right: 2, streak: 2 });
    expect(await store.score('web:eve')).toEqual({ answered: 1, right: 0, streak: 0 });
  });

  it('knows what was asked where', async () => {
    const store = empty();
    expect(await store.ask(room, 'updates 1')).toBe(true);
    expect(await store.ask(room, 'updates 1')).toBe(false);
    expect(await store.ask(room, 'updates 2')).toBe(true);
    expect(await store.ask(thread, 'updates 1')).toBe(true);
  });
}
