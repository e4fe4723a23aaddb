/** A class whose process ended in between. */
import { describe, expect, test } from 'vitest';
import { classroom, START } from '../support/classroom.js';
import { Tutor } from '../support/tutor.js';

const { on, Person, kim, roundId, joins, concluded } = classroom();

describe('across restarts', () => {
  test('requested again, there is one class and one board', async () => {
    const again = { requested: { id: 'web:r1' } };
    await kim.says(START, again);
    const id = await roundId();
    const answers = kim.asker.answers.length;
    await kim.says(START, again);
    expect(await roundId()).toBe(id);
    expect(kim.asker.answers).toHaveLength(answers);
    const next = { requested: { id: 'web:r2' } };
    await kim.says('/class next', next);
    const second = await roundId();
    await kim.says('/class next', next);
    expect(await roundId()).toBe(second);
  });

  test('people who got a deal have their run, though the process ended in between', async () => {
    await kim.says(START);
    const id = await roundId();
    // Dealt, but not yet on the board.
    await on.tutor.classStore.join(id, { id: 'web:Ada', name: 'Ada' }, 0);
    on.tutor.classes.stopTimers();
    on.tutor = new Tutor({ earlier: on.tutor });
    await on.tutor.resume();
    await kim.says('/class close');
    expect(await concluded(id)).toContain('Runs that count, by value: 10: 1.');
  });

  test('a round that was to be closed is, and shows its result', async () => {
    // A dead process trains nothing more.
    on.tutor.pool.hold = true;
    await kim.says(START);
    const id = await roundId();
    await joins('Ada', 'Bo');
    on.tutor.classes.stopTimers();
    // Closed, but its board is not.
    await on.tutor.classStore.closeRound(id);
    on.tutor = new Tutor({ earlier: on.tutor });
    await on.tutor.resume();
    expect(await concluded(id)).toContain('Runs that count, by value: 10: 1 · 100: 1.');
  });

  test('a class whose board nobody ever saw blocks no channel', async () => {
    const failing = { reply: () => Promise.reject(new Error('nobody is there')) };
    await on.tutor.dispatcher.text(START, kim.asker.invocation(failing));
    on.tutor.faults.length = 0;
    expect(await new Person('Lee').says(START)).toContain('Class lab of Lee');
  });
});
