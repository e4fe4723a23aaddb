/** A duel with another person: who is asked, who accepts, and what each may press. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { messageText } from '../support/message-text.js';
import { jun, kim } from '../support/duels.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor();
});

describe('with another person', () => {
  const asked = (line = '/duel batch:10 epochs:4 seed:3 with:<@2|Jun>'): ReturnType<Tutor['say']> =>
    tutor.say(line, { requested: { id: `r${tutor.asker.answers.length}` } });

  async function press(
    label: string,
    who: object,
    message = tutor.asker.last.message,
  ): Promise<Awaited<ReturnType<Tutor['say']>>> {
    const button = message.buttons?.find((one) => one.label === label);
    if (!button) throw new Error(`no ${label}`);
    return tutor.say(button.command, { pressed: true, ...who });
  }

  test('each picks their own setting, both are named on one board, and the others bet', async () => {
    tutor.pool.hold = true;
    tutor.pool.loss = (_, { settings }) => (settings.batchSize === 10 ? 0.3 : 0.4);
    const invitation = await asked();
    expect(invitation.audience).toBe('everyone');
    expect(invitation.words.split('\n')).toEqual([
      'Invitation to a duel with Mina',
      '<@2> · Mina trains churn for 4 epochs with batch:10. Who will train against it, with another batch?',
      'Accept, and pick your value. The invitation is open for an hour.',
    ]);
    expect((await press('Accept', {}, invitation.message)).words).toContain('your own invitation');
    expect((await press('Accept', kim, invitation.message)).words).toContain('for somebody else');
    const picks = await press('Accept', jun, invitation.message);
    expect(picks.audience).toBe('asker');
    expect(picks.message.buttons?.map(({ label }) => label)).toEqual([
      ...['batch 1', 'batch 32', 'batch 100', 'batch 500', 'batch 1000'],
    ]);
    const stolen = picks.message.buttons?.[0]?.command ?? '';
    expect((await tutor.say(stolen, { pressed: true, ...kim })).words).toContain('somebody else');
    const same = stolen.replace('value:1', 'value:10');
    expect((await tutor.say(same, { pressed: true, ...jun })).words).toContain(
      'is what you are up',
    );
    const board = await press('batch 100', jun, picks.message);
    expect(board.audience).toBe('everyone');
    expect(board.words).toContain('Duel: Mina (batch_size 10) against Jun (batch_size 100)');
    expect(board.words).toContain('Everybody but the two can bet');
    const betOn = (who: object) => press('batch_size 10', who, board.message);
    const asks = tutor.port.seen.filter((spoken) => spoken === invitation.message.spoken);
    expect(asks, 'its buttons are gone').toHaveLength(1);
    expect((await betOn(jun)).words).toContain('betting is for the others');
    expect((await betOn({})).words).toContain('betting is for the others');
    expect((await betOn(kim)).words).toContain('Your bet: batch_size 10.');
    expect((await press('batch 32', jun, picks.message)).words).toBe(
      'That duel has already started.',
    );
    expect((await press('Accept', jun, invitation.message)).words).toBe(
      'That duel has already started.',
    );
    for (let epochs = 0; epochs < 8; epochs += 1) (await tutor.pool.next()).finish();
    const id = /board:(\w+)/.exec(board.message.buttons?.[0]?.command ?? '')?.[1] ?? '';
    await tutor.boards.settled(id);
    const words = messageText(tutor.port.latest);
    expect(words).toContain('At equal epochs Mina (batch_size 10) is ahead.');
    expect(words).toContain('One person bet, and was right. The right answer was: batch_size 10.');
    const runs = await Promise.all(['web:1', 'web:2'].map((one) => tutor.runs.recent(one, 5)));
    expect(runs.map((own) => own.map(({ record }) => record.settings.batchSize))).toEqual([
      [10],
      [100],
    ]);
    expect(runs.flat().map(({ record }) => record.settings.seed)).toEqual([3, 3]);
    expect(tutor.faults).toEqual([]);
  });

  test('by a typed name: the first to accept, but not the challenger', async () => {
    tutor.pool.hold = true;
    const invitation = await asked('/duel optimizer:adam with:@Jun');
    expect(invitation.words).toContain('For Jun: accept, and pick your value.');
    expect((await press('Accept', {}, invitation.message)).words).toContain('your own');
    expect((await press('Decline', kim, invitation.message)).words).toContain('for somebody else');
    const picks = await press('Accept', kim, invitation.message);
    expect(picks.message.buttons?.map(({ label }) => label)).toEqual([
      ...['optimizer sgd', 'optimizer rmsprop'],
    ]);
    expect((await press('Accept', jun, invitation.message)).words).toBe(
      'Kim has already accepted that invitation.',
    );
    // A double press creates one duel, and the second press is answered too.
    const predicted = vi.spyOn(tutor.predictions, 'create');
    const before = tutor.asker.answers.length;
    await Promise.all([
      press('optimizer sgd', kim, picks.message),
      press('optimizer rmsprop', kim, picks.message),
    ]);
    const answers = tutor.asker.answers.slice(before).map(({ words }) => words.split('\n')[0]);
    expect(answers.toSorted()).toEqual([
      'Duel: Mina (optimizer adam) against Kim (optimizer sgd)',
      'That duel has already started.',
    ]);
    expect(predicted).toHaveBeenCalledOnce();
    await tutor.pool.next();
    await tutor.pool.next();
    expect(tutor.runs.active('web:1')).toHaveLength(1);
    expect(tutor.runs.active('web:3')).toHaveLength(1);
    expect(tutor.faults).toEqual([]);
  });

  test('declined, or withdrawn: then nobody can accept', async () => {
    const first = await asked();
    const declined = await press('Decline', jun, first.message);
    expect(declined).toMatchObject({
      audience: 'everyone',
      words: 'Jun declined the duel with Mina.',
    });
    await expect.poll(() => tutor.port.latest.blocks).toEqual(first.message.blocks);
    expect(tutor.port.latest.buttons, 'nobody presses there any more').toEqual([]);
    expect((await press('Accept', jun, first.message)).words).toContain('declined or taken back');
    expect((await asked()).words).toBe(
      'You invited them less than an hour ago, and that duel has not started; wait until the hour is over.',
    );
    const second = await asked('/duel batch:10 with:@Jun');
    expect((await press('Decline', {}, second.message)).words).toBe(
      'Mina took the invitation back.',
    );
    expect((await press('Accept', jun, second.message)).words).toContain('declined or taken back');
  });

  test('while it begins it cannot be declined', async () => {
    tutor.pool.hold = true;
    const asks = await asked();
    const picks = await press('Accept', jun, asks.message);
    await Promise.all([
      press('batch 100', jun, picks.message),
      press('Decline', jun, asks.message),
      press('Decline', {}, asks.message),
    ]);
    const answers = tutor.asker.answers.slice(-3).map(({ words }) => words.split('\n')[0]);
    expect(answers.toSorted()).toEqual([
      'Duel: Mina (batch_size 10) against Jun (batch_size 100)',
      'That duel has already started.',
      'That duel has already started.',
    ]);
  });

  test('a press that an earlier process did not answer shows what it began', async () => {
    tutor.pool.hold = true;
    const picks = await press('Accept', jun, (await asked()).message);
    const [value = ''] = (picks.message.buttons ?? []).map(({ command }) => command).slice(2);
    const predicted = vi.spyOn(tutor.predictions, 'create');
    const failed = { reply: () => Promise.reject(new Error('no connection')) };
    await tutor.say(value, { pressed: true, ...jun, ...failed }).catch(() => undefined);
    const next = new Tutor({ earlier: tutor });
    next.pool.hold = true;
    const leftOver = { requested: { id: 'press', leftOver: 'fresh' } } as const;
    const shown = await next.say(value, { pressed: true, ...jun, ...leftOver });
    expect(shown.words).toContain('Duel: Mina (batch_size 10) against Jun (batch_size 100)');
    expect(predicted).toHaveBeenCalledOnce();
    await next.say(value, { pressed: true, ...jun, ...leftOver });
    expect(next.asker.answers).toHaveLength(1);
  });

  test('a friend with two runs in progress is told, and may press again', async () => {
    tutor.pool.hold = true;
    const picks = await press('Accept', jun, (await asked()).message);
    for (const who of [jun, {}]) {
      await tutor.say('/fit epochs:1', who);
      await tutor.say('/fit epochs:1', who);
    }
    expect((await press('batch 100', jun, picks.message)).words).toContain(
      'already have 2 runs going',
    );
    for (let held = 0; held < 4; held += 1) (await tutor.pool.next()).finish();
    await expect.poll(() => tutor.runs.active('web:1').length).toBe(0);
    await expect.poll(() => tutor.runs.active('web:2').length).toBe(0);
    expect((await press('batch 100', jun, picks.message)).words).toContain('Duel: Mina');
  });

  test('the challenger has two runs in progress: the friend is told why it cannot begin yet', async () => {
    tutor.pool.hold = true;
    const picks = await press('Accept', jun, (await asked()).message);
    await tutor.say('/fit epochs:1');
    await tutor.say('/fit epochs:1');
    expect((await press('batch 100', jun, picks.message)).words).toContain(
      'Mina has as many runs going as one person may',
    );
  });

  test('across a restart it can be accepted, picked and trained', async () => {
    const invitation = await asked();
    const next = new Tutor({ earlier: tutor });
    const accept = invitation.message.buttons?.[0]?.command ?? '';
    const picks = await next.say(accept, { pressed: true, ...jun });
    const after = new Tutor({ earlier: next });
    const value = picks.message.buttons?.[2]?.command ?? '';
    const begun = await after.say(value, { pressed: true, ...jun });
    expect(begun.words).toContain('Jun (batch_size 100)');
    const id = /board:(\w+)/.exec(begun.message.buttons?.[0]?.command ?? '')?.[1] ?? '';
    await after.boards.settled(id);
    expect(messageText(after.port.latest)).toContain('At equal epochs');
    expect([...tutor.faults, ...next.faults, ...after.faults]).toEqual([]);
  });

  test.each([
    ['/duel with:@Jun', 'With a friend, name just one option'],
    ['/duel batch:10,100 with:@Jun', 'With a friend, name just one option'],
    ['/duel batch:10 lr:0.1 with:@Jun', 'With a friend, name just one option'],
    ['/duel batch:10 with:<@1>', 'You cannot duel yourself'],
    ['/duel invitation:nowhere press:accept', 'That invitation is no longer open'],
    ['/duel batch:10 epochs:500 data:churn with:', 'with has no value'],
  ])('%s', async (line, words) => {
    expect((await tutor.say(line)).words).toContain(words);
    expect(tutor.faults).toEqual([]);
  });

  test('a name pings nobody and cannot break out', async () => {
    const { words, message } = await asked('/duel batch:10 with:@everyone');
    expect(words).toContain('For everyone: accept');
    const spans = message.blocks.flatMap((block) => (block.kind === 'text' ? block.text : []));
    expect(spans.map(({ style }) => style)).not.toContain('person');
  });
});
