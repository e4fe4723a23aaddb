/** A class: opened, joined, guessed in, left and closed, by several people. */
import { describe, expect, test, vi } from 'vitest';
import { classroom, START } from '../support/classroom.js';
import { codeLines, messageText } from '../support/message-text.js';
import { Tutor } from '../support/tutor.js';

const { on, Person, kim, roundId, joins, concluded } = classroom();

describe('a round', () => {
  test('opens with one message for everybody: what is dealt, and how long people can join', async () => {
    const board = await kim.says(START);
    expect(kim.asker.last.audience).toBe('everyone');
    expect(board).toContain('Class lab of Kim, round 1');
    expect(board).toContain('Which one? <@1> *x*');
    expect(board).toContain(
      'dealt one value of batch (10 · 100) and trains it for 2 epochs on churn',
    );
    expect(board).toMatch(/Press Join: [45] minutes are left\./);
    const labels = kim.asker.last.message.buttons?.map(({ label }) => label);
    expect(labels).toEqual(['Join', 'End joining (teacher)', 'Stop all']);
  });

  test('deals to each privately, lets them guess, and shows everybody the result', async () => {
    await kim.says(START);
    const id = await roundId();
    const [ada, bo, cem, dan] = await joins('Ada', 'Bo', 'Cem', 'Dan');
    if (!ada || !bo || !cem || !dan) throw new Error('four joined');
    const dealt = [ada, bo, cem, dan].map(({ asker }) => asker.last);
    expect(dealt.map(({ audience }) => audience)).toEqual(dealt.map(() => 'asker'));
    expect(dealt.map(({ words }) => /dealt (batch_size \d+)/.exec(words)?.[1])).toEqual([
      ...['batch_size 10', 'batch_size 100', 'batch_size 10', 'batch_size 100'],
    ]);
    const seeds = dealt.map(({ words }) => Number(/seed (\d+)/.exec(words)?.[1]));
    expect(seeds[1]).toBe(seeds[0]);
    expect(seeds[2]).not.toBe(seeds[0]);
    const { settings } = (await on.tutor.classes.find(id))?.states[0]?.record ?? {};
    expect(settings?.epochs).toBe(2);

    await kim.says('/class close');
    const words = await concluded(id);
    expect(words).toContain('Joining is over.');
    expect(words).toContain('Runs that count, by value: 10: 2 · 100: 2.');
    expect(words).toContain('has the lowest training loss');
    const files = on.tutor.port.latest.attachments?.map(({ name }) => name);
    expect(files).toEqual([`class-${id}.png`, expect.stringMatching(/-history\.csv$/)]);
    const states = (await on.tutor.classes.find(id))?.states ?? [];
    expect(states.map(({ phase }) => phase)).toEqual(states.map(() => 'completed'));
    const shown = codeLines(on.tutor.port.latest).join('\n');
    for (const { record, finished } of states) {
      const loss = finished.at(-1)?.logs.loss.toFixed(4) ?? 'none';
      expect(shown).toMatch(new RegExp(`${record.ownerName} .*2/2 ${loss}`));
    }
  });

  test('keeps the first guess until one’s run is over, and tells each person privately how they did', async () => {
    on.tutor.pool.hold = true;
    await kim.says(START);
    const id = await roundId();
    const [ada, bo, cem] = await joins('Ada', 'Bo', 'Cem');
    if (!ada || !bo || !cem) throw new Error('three joined');
    expect(await ada.presses('batch_size 10')).toContain('You expect: batch_size 10.');
    expect(await ada.presses('batch_size 100')).toBe(
      'Your first answer counts, and that was batch_size 10.',
    );
    await bo.presses('about equal');
    expect(bo.asker.last.audience).toBe('asker');
    expect(await ada.says(`/class join round:${id}`)).toContain('You expect: batch_size 10.');
    expect(await ada.says(`/class show:mine round:${id}`)).toContain('not over yet');
    await kim.says('/class close');
    for (let epochs = 0; epochs < 6; epochs += 1) (await on.tutor.pool.next()).finish();
    const words = await concluded(id);
    expect(words).toContain('2 people said what they expected, and one was right: batch_size 10.');
    expect(await cem.presses('batch_size 10')).toContain('Your run is over');
    expect(await ada.says(`/class show:mine round:${id}`)).toContain(
      'You were right: batch_size 10',
    );
    expect(await bo.says(`/class show:mine round:${id}`)).toContain('You guessed about equal.');
    expect(await cem.says(`/class show:mine round:${id}`)).toContain('You did not guess.');
    expect(await new Person('Eve').says(`/class show:mine round:${id}`)).toContain(
      'no run in this',
    );
    expect(await ada.says(`/class guess:4 round:${id}`)).toContain('1 to 3');
  });

  test('accepts nobody after its time, and then ends by itself', async () => {
    // A dead process trains nothing more.
    on.tutor.pool.hold = true;
    await kim.says(START);
    const id = await roundId();
    await joins('Ada');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      // As the next process finds it.
      const next = new Tutor({ earlier: on.tutor });
      next.pool.loss = () => 0.4;
      on.tutor.classes.stopTimers();
      await next.resume();
      on.tutor = next;
      await vi.advanceTimersByTimeAsync(2 * 60_000);
      await vi.waitFor(() => {
        expect(messageText(on.tutor.port.latest)).toMatch(/Press Join: [34] minutes are left\./);
      }, 20_000);
      // By the test's clock, the time before the restart has not passed.
      await vi.advanceTimersByTimeAsync(4 * 60_000);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(async () => {
      expect((await on.tutor.classes.find(id))?.isClosed).toBe(true);
    }, 20_000);
    expect(await new Person('Late').says(`/class join round:${id}`)).toBe(
      'Joining round 1 is over (it was open for 5 minutes at most); watch the board, and join the next round.',
    );
  });
});

describe('joining and leaving', () => {
  test('joining again shows one’s own setting again, without a second run', async () => {
    await kim.says(START);
    const [ada] = await joins('Ada');
    const first = ada?.asker.last.words;
    await Promise.all([1, 2, 3].map(async () => ada?.says(`/class join round:${await roundId()}`)));
    expect(ada?.asker.last.words).toBe(first);
    const now = await on.tutor.classes.find(await roundId());
    const lines = (await on.tutor.boards.find(now?.boardId ?? ''))?.board.lines;
    expect(lines).toHaveLength(1);
  });

  test('leaving removes one’s run and line, and returning gives the same deal', async () => {
    on.tutor.pool.hold = true;
    await kim.says(START);
    const id = await roundId();
    const [ada, bo] = await joins('Ada', 'Bo');
    if (!ada || !bo) throw new Error('two joined');
    expect(bo.asker.last.words).toContain('batch_size 100');
    const held = [await on.tutor.pool.next(), await on.tutor.pool.next()];
    expect(await bo.presses('Leave')).toContain('you will be dealt batch_size 100 again');
    expect(await bo.says(`/class leave round:${id}`)).toContain('You have not joined this round');
    for (const epoch of held) epoch.finish();
    const [run] = await on.tutor.runs.recent('web:Bo', 1);
    await on.tutor.runs.ended(run?.record.id ?? '');
    expect((await on.tutor.classes.find(id))?.states.map(({ record }) => record.ownerName)).toEqual(
      ['Ada'],
    );
    expect(codeLines(on.tutor.port.latest).join('\n')).not.toContain('Bo');
    expect(await bo.says(`/class join round:${id}`)).toContain('dealt batch_size 100');
    on.tutor.pool.hold = false;
    (await on.tutor.pool.next()).finish();
    await kim.says('/class close');
    expect(await concluded(id)).toContain('Runs that count, by value: 10: 1 · 100: 1.');
    expect(await bo.presses('Leave')).toContain('Your run is already over, and it counts');
  });

  test('after leaving five times nobody is let in again', async () => {
    on.tutor.pool.hold = true;
    await kim.says(START);
    const id = await roundId();
    const ada = new Person('Ada');
    for (let times = 0; times < 5; times += 1) {
      expect(await ada.says(`/class join round:${id}`)).toContain('You were dealt');
      const left = await ada.says(`/class leave round:${id}`);
      expect(left).toContain(times < 4 ? 'you can come back' : 'you cannot come back to it');
    }
    const refused =
      'You have left this round 5 times, so you cannot come back to it; watch the board, and join the next round.';
    expect(await ada.says(`/class join round:${id}`)).toBe(refused);
    expect(await ada.says(`/class join round:${id}`)).toBe(refused);
    const now = await on.tutor.classes.find(id);
    expect(now?.participants.every(({ hasLeft }) => hasLeft)).toBe(true);
    expect((await on.tutor.boards.find(now?.boardId ?? ''))?.board.lines).toHaveLength(5);
    const [bo] = await joins('Bo');
    expect(bo?.asker.last.words).toContain('You were dealt');
  });

  test('after everything was stopped nobody can join', async () => {
    await kim.says(START);
    const id = await roundId();
    const { boardId } = (await on.tutor.classes.find(id)) ?? {};
    await kim.says(`/stop board:${boardId ?? ''}`);
    expect(await new Person('Ada').says(`/class join round:${id}`)).toContain('is over');
  });

  test('with nobody in it, it says so', async () => {
    await kim.says(START);
    const id = await roundId();
    await kim.says('/class close');
    expect(await concluded(id)).toContain('Nobody joined, so there is nothing to compare.');
  });
});

test.each([
  ['/class', 'needs an action'],
  ['/class start', 'needs one option with'],
  ['/class start batch:10', 'needs one option with'],
  ['/class start batch:10,100 lr:0.1,0.01', 'deals out the values of one option'],
  ['/class start batch:1,2,3,4,5,6,7,8,9', '9 values; a class deals 8 at most'],
  ['/class start batch:10,x', 'batch was “x”'],
  ['/class start batch:10,100 minutes:0', 'minutes was “0”'],
  ['/class join batch:10', 'batch belongs to /class start and /class next'],
  ['/class join', 'There is no class in this channel right now'],
  ['/class join round:nothing', 'There is no such round here'],
])('%s is refused in one sentence', async (line, words) => {
  expect(await kim.says(line)).toContain(words);
});
