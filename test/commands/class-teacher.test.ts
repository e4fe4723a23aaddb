/** Who owns a class: its teacher continues it, ends it and exports its table. */
import { describe, expect, test, vi } from 'vitest';
import { steadyNowMs } from '../../src/clock.js';
import { CLASS_RESTS_MS } from '../../src/tutor/class/round.js';
import { classroom, START } from '../support/classroom.js';

const { on, Person, kim, roundId, joins, concluded } = classroom();
const room = { platform: 'web', key: 'room' } as const;

describe('ownership of a class', () => {
  test('one class per channel at a time, and another one elsewhere', async () => {
    await kim.says(START);
    const lee = new Person('Lee');
    expect(await lee.says(START)).toBe(
      'Kim has a class going here (round 1), and a channel can have only one at a time; the person who opened it, or a moderator, can end it with /class end.',
    );
    const elsewhere = { place: { platform: 'web', key: 'other' } } as const;
    expect(await lee.says(START, elsewhere)).toContain('Class lab of Lee, round 1');
    expect(await lee.says(`/class join round:${await roundId()}`, elsewhere)).toContain(
      'There is no such round here',
    );
  });

  test('only its teacher and moderators end it or continue it', async () => {
    await kim.says(START);
    const ada = new Person('Ada');
    for (const action of ['close', 'next', 'end']) {
      expect(await ada.says(`/class ${action}`)).toBe(
        'Only Kim, who opened this class, or a moderator can do that.',
      );
    }
    expect(await ada.says('/class end', { moderates: true })).toContain('This class has ended');
    expect(await kim.says('/class next')).toContain('There is no class in this channel right now');
    expect(await ada.says(START)).toContain('Class lab of Ada, round 1');
  });

  test('it ends with its newest round, even if the button is under an earlier one', async () => {
    await kim.says(START);
    const first = await roundId();
    await kim.says('/class next');
    const second = await roundId();
    expect(await kim.says(`/class end round:${first}`, { pressed: true })).toContain('has ended');
    expect((await on.tutor.classes.find(second))?.isClosed).toBe(true);
    await concluded(second);
  });

  test('it ends by itself if no round follows', async () => {
    await kim.says(START);
    const now = await on.tutor.classes.goingAt({ platform: 'web', key: 'room' });
    const endsAtMs = (now?.round.endsAtMs ?? 0) + CLASS_RESTS_MS;
    const channel = 'web room';
    expect(endsAtMs).toBeGreaterThan(steadyNowMs());
    expect(await on.tutor.classStore.goingIn(channel, endsAtMs - 1)).toBeDefined();
    expect(await on.tutor.classStore.goingIn(channel, endsAtMs)).toBeUndefined();
  });

  test('the table is for its teacher alone, not for a moderator', async () => {
    await kim.says(START);
    const id = await roundId();
    const [ada] = await joins('Ada', 'Bo');
    await kim.says('/class close');
    await concluded(id);
    expect(await ada?.says(`/class show:table round:${id}`, { moderates: true })).toBe(
      'Only Kim, who opened this class, gets its table.',
    );
    await kim.says(`/class show:table round:${id}`);
    expect(kim.asker.last.audience).toBe('asker');
    const [file] = kim.asker.last.message.attachments ?? [];
    const rows = Buffer.from(file?.bytes ?? [])
      .toString()
      .split('\r\n');
    expect(rows[0]).toContain('setting,name,epochs,loss,accuracy,expected,prediction,run');
    expect(rows[1]).toMatch(/^batch_size 10,Ada,2,0\.\d+,/);
    expect(rows[2]).toMatch(/^batch_size 100,Bo,2,0\.\d+,/);
  });
});

describe('the next round', () => {
  test('deals the same again, or what is given, and keeps the rest', async () => {
    await kim.says(START);
    const [first, before] = [await roundId(), (await on.tutor.classes.goingAt(room))?.round.plan];
    const again = await kim.says(`/class next round:${first}`, { pressed: true });
    expect(again).toContain('round 2');
    expect(again).toContain('Which one?');
    const second = (await on.tutor.classes.goingAt(room))?.round.plan;
    expect(second?.values).toEqual(['10', '100']);
    expect(second?.settings[0]?.seed).not.toBe(before?.settings[0]?.seed);
    expect((await on.tutor.classes.find(first))?.isClosed).toBe(true);
    expect(await kim.says(`/class next round:${first}`, { pressed: true })).toBe(
      'The next round is already open, further down.',
    );

    await kim.says('/class next lr:0.1,0.01,0.001 minutes:2');
    const third = (await on.tutor.classes.goingAt(room))?.round.plan;
    expect(third).toMatchObject({ option: 'lr', values: ['0.1', '0.01', '0.001'], minutes: 2 });
    expect(third?.settings.map(({ batchSize, epochs }) => [batchSize, epochs])).toEqual([
      ...[
        [32, 2],
        [32, 2],
        [32, 2],
      ],
    ]);
    expect(third?.question).toBeUndefined();
    await kim.says('/class next epochs:3 data:moons');
    const fourth = (await on.tutor.classes.goingAt(room))?.round.plan;
    expect(fourth?.settings.map(({ learningRate, epochs }) => [learningRate, epochs])).toEqual([
      ...[
        [0.1, 3],
        [0.01, 3],
        [0.001, 3],
      ],
    ]);
    expect(fourth?.settings[0]?.dataset).toEqual({ kind: 'builtin', name: 'moons' });
  });
});

test('a next round whose board could not be posted can be tried again', async () => {
  await kim.says(START);
  const first = await roundId();
  const failing = { reply: () => Promise.reject(new Error('nobody is there')) };
  await on.tutor.dispatcher.text('/class next', kim.asker.invocation(failing));
  on.tutor.faults.length = 0;
  expect(await roundId()).toBe(first);
  const again = await kim.says(`/class next round:${first}`, { pressed: true });
  expect(again).toContain('Class lab of Kim, round 3');
  expect(await kim.says(`/class next round:${first}`, { pressed: true })).toContain('already open');
});

test('a round whose teacher had it deleted accepts nobody once its time is up', async () => {
  await kim.says(START);
  const now = await on.tutor.classes.goingAt(room);
  await joins('Ada');
  // Deletes everything of the class but its board.
  vi.spyOn(on.tutor.classStore, 'find').mockResolvedValue(undefined);
  await on.tutor.classes.close(now?.round.id ?? '');
  await on.tutor.boards.settled(now?.boardId ?? '');
  expect((await on.tutor.boards.find(now?.boardId ?? ''))?.board.isClosed).toBe(true);
});
