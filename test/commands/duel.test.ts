/** Two settings against each other, as people see and bet on them. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Invocation } from '../../src/chat/port.js';
import type { RunState } from '../../src/runs/run.js';
import { codeLines, messageText } from '../support/message-text.js';
import { textFile, Tutor } from '../support/tutor.js';

let tutor: Tutor;
const jun = { user: { id: 'web:2', name: 'Jun' } };
const kim = { user: { id: 'web:3', name: 'Kim' } };

beforeEach(() => {
  tutor = new Tutor();
});

interface Duel {
  readonly id: string;
  readonly words: string;
  readonly labels: readonly string[];
  /** Lines of those buttons. */
  readonly bets: readonly string[];
  /** Presses the answer of that label as it stood when the duel began. */
  readonly bet: (label: string, who?: object) => Promise<string>;
  readonly mine: (who?: object) => Promise<string>;
  readonly over: () => Promise<string>;
  readonly runs: () => Promise<readonly (RunState | undefined)[]>;
}

async function begin(line: string, at = tutor, files: Invocation['files'] = []): Promise<Duel> {
  const { message, words, audience } = await at.say(line, { files });
  expect(audience).toBe('everyone');
  const buttons = message.buttons ?? [];
  const id = /board:(\w+)/.exec(buttons[0]?.command ?? '')?.[1] ?? '';
  return {
    ...{ id, words, labels: buttons.map(({ label }) => label) },
    bets: buttons.map(({ command }) => command),
    bet: async (label, who = {}) => {
      const command = buttons.find((one) => one.label === label)?.command ?? label;
      return (await at.say(command, { pressed: true, ...who })).words;
    },
    mine: async (who = {}) =>
      (await at.say(`/predict board:${id} action:result`, { pressed: true, ...who })).words,
    over: async () => {
      await at.boards.settled(id);
      return messageText(at.port.latest);
    },
    runs: async () => {
      const { board } = (await at.boards.find(id)) ?? {};
      return Promise.all((board?.lines ?? []).map(({ runId = '' }) => at.runs.find(runId)));
    },
  };
}

test('two batch sizes: bet on, trained from one seed, and told who is ahead at equal epochs and at equal updates', async () => {
  tutor.pool.hold = true;
  tutor.pool.loss = (epoch, { settings }) =>
    settings.batchSize === 10 ? 0.5 - epoch / 100 : 0.6 - epoch / 100;
  const duel = await begin('/duel batch:10,100 epochs:20 seed:7');
  expect(duel.words.split('\n').slice(0, 3)).toEqual([
    'Duel: batch_size 10 against batch_size 100',
    'Same seed (7), same 8,000 training rows of churn, 20 epochs each.',
    'Which one will end with the lower training loss? Bet with a button until epoch 5 of one of them is over. Only you see your bet.',
  ]);
  expect(duel.labels).toEqual(['batch_size 10', 'batch_size 100', 'about equal', 'Stop all']);
  expect(await duel.bet('batch_size 100')).toMatch(/^Your bet: batch_size 100\. Only you see this/);
  expect(await duel.bet('batch_size 10')).toContain('Your bet: batch_size 10.');
  await duel.bet('batch_size 100', jun);
  expect(await duel.mine()).toContain('not measured yet');
  for (let epochs = 0; epochs < 40; epochs += 1) (await tutor.pool.next()).finish();
  const words = await duel.over();
  const [first, second] = await duel.runs();
  expect(words).toContain(
    [
      'At equal epochs batch_size 10 is ahead.',
      'At about equal weight updates batch_size 100 is ahead.',
      'After 20 epochs each, the training loss is 0.3000 (batch_size 10) · 0.4000 (batch_size 100): lowest for batch_size 10.',
      'batch_size 10 made 16,000 weight updates in all, batch_size 100 only 1,600. At about equal updates (batch_size 100 after 1,600, batch_size 10 after 1,600, its epoch 2) the loss is 0.4000 against 0.4800.',
    ].join('\n'),
  );
  expect(words).toContain(
    'So update for update batch_size 100 is ahead; what it lacks is updates.',
  );
  expect(words).toContain('2 people bet, 1 of them right. The right answer was: batch_size 10.');
  expect(await duel.mine()).toMatch(/^You were right: batch_size 10\./);
  expect(await duel.mine(jun)).toMatch(/^You guessed batch_size 100\. It was batch_size 10\./);
  expect(await duel.mine(kim)).toBe('You had not guessed. It was batch_size 10.');
  expect([first, second].map((run) => run?.record.settings.seed)).toEqual([7, 7]);
  const rows = codeLines(tutor.port.latest).slice(1);
  expect(rows[0]).toMatch(
    new RegExp(`^▲ batch_size 10 .*20/20 ${first?.finished.at(-1)?.logs.loss.toFixed(4) ?? ''}`),
  );
  expect(tutor.port.latest.attachments?.map(({ name }) => name)).toEqual([
    `${duel.id}.png`,
    `${duel.id}-history.csv`,
  ]);
  expect(tutor.faults).toEqual([]);
});

test('nothing is trained until there was time to bet, a restart or not; nobody begins it early', async () => {
  const waitMs = 1_500;
  const earlier = new Tutor({ timeToBetMs: waitMs });
  const before = performance.now();
  const duel = await begin('/duel batch:10,100 epochs:2', earlier);
  expect(duel.words).toContain('Training starts about 1.5 seconds after this message.');
  expect(await duel.bet('batch_size 10', jun)).toContain('Your bet: batch_size 10.');
  await earlier.boards.close(AbortSignal.abort());
  await earlier.runs.close();
  expect(await earlier.runs.recent('web:1', 1)).toEqual([]);

  const next = new Tutor({ earlier, timeToBetMs: waitMs });
  await next.resume();
  expect((await next.say(duel.bets[0] ?? '', { pressed: true, ...kim })).words).toContain(
    'Your bet',
  );
  await expect
    .poll(async () => (await next.boards.find(duel.id))?.board.lines.map(({ runId }) => runId), {
      timeout: 10_000,
    })
    .not.toContain(undefined);
  expect(performance.now() - before).toBeGreaterThanOrEqual(waitMs - 1);
  await next.boards.settled(duel.id);
  const words = messageText(next.port.latest);
  expect(words).toContain('2 people bet');
  expect(words).not.toContain('Training starts');
});

test('one that is stopped before it began trains nothing and takes no bets', async () => {
  const at = new Tutor({ timeToBetMs: 60_000 });
  const duel = await begin('/duel batch:10,100 epochs:2', at);
  expect((await at.say(`/stop board:${duel.id}`, { pressed: true })).words).toContain(
    'are being stopped',
  );
  await at.boards.settled(duel.id);
  expect(messageText(at.port.latest)).toContain('nothing to compare');
  expect((await at.say(duel.bets[0] ?? '', { pressed: true, ...jun })).words).toContain('over');
  expect(await at.runs.recent('web:1', 1)).toEqual([]);
});

test('bets on a table of one’s own count', async () => {
  tutor.pool.hold = true;
  tutor.pool.loss = (_, { settings }) => (settings.batchSize === 10 ? 0.3 : 0.4);
  const patients = textFile('patients.csv', 'glucose,age,ill\n1,2,0\n2,3,1\n');
  const duel = await begin('/duel batch:10,100 epochs:4', tutor, [patients]);
  await duel.bet('batch_size 10', jun);
  for (let epochs = 0; epochs < 8; epochs += 1) (await tutor.pool.next()).finish();
  expect(await duel.over()).toContain(
    'One person bet, and was right. The right answer was: batch_size 10.',
  );
  expect(await duel.mine(jun)).toMatch(/^You were right: batch_size 10\./);
});

test('betting closes when one of them has trained a quarter of the epochs, and says so', async () => {
  tutor.pool.hold = true;
  const duel = await begin('/duel lr:0.01,0.001 epochs:8');
  const epochs = [await tutor.pool.next(), await tutor.pool.next()];
  epochs[0]?.finish();
  await tutor.pool.next();
  expect(await duel.bet('learning_rate 0.01', jun)).toContain('Your bet');
  const held = epochs[1];
  held?.finish();
  // Its second epoch ends: a quarter of eight.
  (await tutor.pool.next()).finish();
  (await tutor.pool.next()).finish();
  await expect
    .poll(async () => (await duel.runs()).some((run) => (run?.finished.length ?? 0) >= 2))
    .toBe(true);
  expect(await duel.bet('learning_rate 0.01', kim)).toBe(
    'Betting is over: it was open until one of the two had finished epoch 2.',
  );
  await expect
    .poll(() => tutor.port.latest.buttons?.map(({ label }) => label))
    .toEqual(['Stop all']);
});

describe('what can differ', () => {
  test.each([
    ['lr:0.1,0.001', 'learning_rate 0.1 against learning_rate 0.001', 'learning_rate that made'],
    ['layers:6,6|32', 'layers 6,6 against layers 32', 'layers that made'],
    ['activation:relu,tanh', 'activation relu against activation tanh', 'activation that made'],
    ['dropout:0,0.3', 'dropout 0 against dropout 0.3', 'compare them on the test rows'],
    ['l2:0,0.01', 'l2 0 against l2 0.01', 'each loss includes its own penalty'],
    ['momentum:0,0.9 optimizer:sgd', 'momentum 0 against momentum 0.9', 'At equal epochs'],
    ['optimizer:adam,sgd', 'optimizer adam against optimizer sgd', 'cannot tell which of them'],
  ])('%s', async (options, title, why) => {
    let calls = 0;
    const losses = new Map<unknown, number>();
    tutor.pool.loss = (_, { settings }) => {
      const key = JSON.stringify(settings);
      if (!losses.has(key)) losses.set(key, 0.3 + calls++ / 10);
      return losses.get(key) ?? NaN;
    };
    const duel = await begin(`/duel ${options} epochs:2`);
    expect(duel.words).toContain(`Duel: ${title}`);
    const words = await duel.over();
    expect(words).toContain('so that holds at equal updates, too.');
    expect(words).toContain(why);
    expect(words).toContain('Nobody bet. The right answer was: ');
    expect(tutor.faults).toEqual([]);
  });

  test('what /fit takes besides is the same for both', async () => {
    const { record } = await tutor.train(
      '/fit epochs:3 layers:4 validation:0.2 patience:2 l2:0.01 pace:fast',
    );
    const duel = await begin(`/duel batch:8|16 like:${record.id} optimizer:sgd momentum:0.5`);
    await duel.over();
    const settings = (await duel.runs()).map((run) => run?.record.settings);
    for (const one of settings) {
      expect(one).toMatchObject({
        ...{ epochs: 3, layers: [4], l2: 0.01, optimizer: 'sgd', momentum: 0.5 },
        validationSplit: 0.2,
      });
      expect(one?.patience).toBeUndefined();
    }
  });
});

describe('what cannot be compared is said', () => {
  test('a loss that overflowed', async () => {
    tutor.pool.loss = (_, { settings }) => (settings.learningRate > 1 ? NaN : 0.3);
    const duel = await begin('/duel lr:5,0.01 epochs:3');
    await duel.bet('learning_rate 0.01');
    const words = await duel.over();
    expect(words).toContain('The loss of learning_rate 5 became nan');
    expect(words).not.toContain('ahead');
    expect(words).toContain('One person bet, but what the bet was about was not measured.');
  });

  test('runs that were stopped: as far as they came', async () => {
    tutor.pool.hold = true;
    const duel = await begin('/duel batch:10,100 epochs:9');
    await duel.bet('batch_size 10', jun);
    const epochs = [await tutor.pool.next(), await tutor.pool.next()];
    for (const epoch of epochs) epoch.finish();
    await tutor.pool.next();
    await tutor.pool.next();
    await tutor.say(`/stop board:${duel.id}`);
    const words = await duel.over();
    expect(words).toContain('batch_size 10 ended after 1 of 9 epochs');
    expect(words).toContain('batch_size 100 ended after 1 of 9 epochs');
    expect(words).toContain('After 1 epoch each');
    expect(words).toContain('One person bet, but what the bet was about was not measured.');
    expect(await duel.mine(jun)).toContain('was not measured');
  });

  test('a run that was stopped before its first epoch ended', async () => {
    tutor.pool.hold = true;
    const duel = await begin('/duel batch:10,100 epochs:1');
    const epochs = [await tutor.pool.next(), await tutor.pool.next()];
    const [first] = await duel.runs();
    await tutor.say(`/stop run:${first?.record.id ?? ''}`);
    epochs.find(({ task }) => task.settings.batchSize === 100)?.finish();
    const words = await duel.over();
    expect(words).toContain('batch_size 10 ended before its first epoch did');
    expect(words).not.toContain('ahead');
  });
});

test.each([
  [
    '/duel',
    'needs one option with two values, as in batch:10,100; that can be batch, lr, layers, optimizer, activation, dropout, l2, momentum.',
  ],
  ['/duel batch:10', 'needs one option with two values'],
  ['/duel layers:6,32', 'layers:6,32 is one network; put | between two of them'],
  ['/duel batch:10,100 lr:0.1,0.01', 'Two options have several values (batch, lr)'],
  ['/duel batch:1,10,100', 'batch has 3 values, and a duel is between two; /sweep takes up to 8.'],
  ['/duel batch:10,10', 'batch names 10 twice'],
  [
    '/duel epochs:10,20',
    'epochs was “10,20”; it takes one whole number from 1 to 500, not several.',
  ],
  // A comma in front of three digits groups them: that is one number.
  ['/duel epochs:1,000', 'epochs was “1,000”; it must be a whole number from 1 to 500.'],
  ['/duel batch:0,10', 'batch was “0”; it must be a whole number from 1 to 100,000.'],
  ['/duel lr:0.1,99', 'lr was “99”; it must be a number from 0.000001 to 10.'],
  ['/duel optimizer:adam,lion', 'optimizer was “lion”; it can be adam, sgd, rmsprop.'],
  ['/duel layers:6|9999', 'layers was “9999”'],
  ['/duel batch:10,100 dropout:0.2 layers:none', 'dropout'],
  ['/duel batch:10,100 epochs:0', 'epochs was “0”'],
  ['/predict board:nowhere guess:1', 'There is no duel nowhere here.'],
])('%s is refused in a sentence', async (line, words) => {
  const answer = await tutor.say(line);
  expect(answer.words).toContain(words);
  expect(answer.audience).toBe('asker');
  expect(tutor.runs.active('web:1')).toEqual([]);
  expect(tutor.faults).toEqual([]);
});

test('beside a run of one’s own there is no room for two', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:3');
  const { id } = (await tutor.newest()).record;
  expect((await tutor.say('/duel batch:10,100')).words).toContain(`you have one going (${id});`);
});

test('asked once more after a restart, it is the same duel', async () => {
  tutor.pool.hold = true;
  const asked = { requested: { id: 'r1' } };
  await tutor.say('/duel batch:10,100', asked);
  await tutor.pool.next();
  await tutor.say('/duel batch:10,100', asked);
  expect(tutor.asker.answers).toHaveLength(1);
  expect(tutor.runs.active('web:1')).toHaveLength(2);
});

test('the next process goes on with it: bets are kept, and it ends as if nothing had been', async () => {
  tutor.pool.hold = true;
  const duel = await begin('/duel batch:10,100 epochs:8 seed:1');
  await duel.bet('batch_size 10', jun);
  (await tutor.pool.next()).finish();
  await tutor.pool.next();
  const closing = tutor.runs.close();
  await tutor.boards.close(AbortSignal.abort());
  await closing;

  const next = new Tutor({ earlier: tutor });
  next.pool.hold = true;
  await next.resume();
  const bet = `/predict board:${duel.id} guess:2`;
  await next.pool.next();
  expect((await next.say(bet, kim)).words).toContain('Your bet: batch_size 100.');
  const over = new Tutor({ earlier: next });
  const closed = next.runs.close();
  await next.boards.close(AbortSignal.abort());
  await closed;
  await over.resume();
  await over.boards.settled(duel.id);
  expect(messageText(over.port.latest)).toContain('2 people bet');
  expect(over.faults).toEqual([]);
});

describe('with somebody else', () => {
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

  test('each picks their own, both are named on one board, and the others bet', async () => {
    tutor.pool.hold = true;
    tutor.pool.loss = (_, { settings }) => (settings.batchSize === 10 ? 0.3 : 0.4);
    const invitation = await asked();
    expect(invitation.audience).toBe('everyone');
    expect(invitation.words.split('\n')).toEqual([
      'Invitation to a duel with Mina',
      '<@2> · Mina trains churn for 4 epochs with batch:10. Who trains against it, with another batch?',
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
    expect((await betOn(jun)).words).toContain('bets are for the others');
    expect((await betOn({})).words).toContain('bets are for the others');
    expect((await betOn(kim)).words).toContain('Your bet: batch_size 10.');
    expect((await press('batch 32', jun, picks.message)).words).toBe(
      'That duel has begun already.',
    );
    expect((await press('Accept', jun, invitation.message)).words).toBe(
      'That duel has begun already.',
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

  test('by a name that is typed: whoever accepts first, but not who asked', async () => {
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
      'Kim has accepted that invitation already.',
    );
    // Pressed twice, as quick fingers do, there is one duel, and the second press is answered.
    const predicted = vi.spyOn(tutor.predictions, 'create');
    const before = tutor.asker.answers.length;
    await Promise.all([
      press('optimizer sgd', kim, picks.message),
      press('optimizer rmsprop', kim, picks.message),
    ]);
    const answers = tutor.asker.answers.slice(before).map(({ words }) => words.split('\n')[0]);
    expect(answers.toSorted()).toEqual([
      'Duel: Mina (optimizer adam) against Kim (optimizer sgd)',
      'That duel has begun already.',
    ]);
    expect(predicted).toHaveBeenCalledOnce();
    await tutor.pool.next();
    await tutor.pool.next();
    expect(tutor.runs.active('web:1')).toHaveLength(1);
    expect(tutor.runs.active('web:3')).toHaveLength(1);
    expect(tutor.faults).toEqual([]);
  });

  test('declined, or taken back: then nobody accepts any more', async () => {
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
      'You invited them less than an hour ago, and that duel has not begun; wait until the hour is over.',
    );
    const second = await asked('/duel batch:10 with:@Jun');
    expect((await press('Decline', {}, second.message)).words).toBe(
      'Mina took the invitation back.',
    );
    expect((await press('Accept', jun, second.message)).words).toContain('declined or taken back');
  });

  test('while it begins it is not declined', async () => {
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
      'That duel has begun already.',
      'That duel has begun already.',
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

  test('somebody with two runs going is told, and may press again', async () => {
    tutor.pool.hold = true;
    const picks = await press('Accept', jun, (await asked()).message);
    for (const who of [jun, {}]) {
      await tutor.say('/fit epochs:1', who);
      await tutor.say('/fit epochs:1', who);
    }
    expect((await press('batch 100', jun, picks.message)).words).toContain('2 runs going already');
    for (let held = 0; held < 4; held += 1) (await tutor.pool.next()).finish();
    await expect.poll(() => tutor.runs.active('web:1').length).toBe(0);
    await expect.poll(() => tutor.runs.active('web:2').length).toBe(0);
    expect((await press('batch 100', jun, picks.message)).words).toContain('Duel: Mina');
  });

  test('the challenger with two runs going: the friend is told why it cannot begin yet', async () => {
    tutor.pool.hold = true;
    const picks = await press('Accept', jun, (await asked()).message);
    await tutor.say('/fit epochs:1');
    await tutor.say('/fit epochs:1');
    expect((await press('batch 100', jun, picks.message)).words).toContain(
      'Mina has as many runs going as one person may',
    );
  });

  test('over a restart it can be accepted, picked and trained', async () => {
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
    ['/duel invitation:nowhere press:accept', 'That invitation is over'],
    ['/duel batch:10 epochs:500 data:churn with:', 'with has no value'],
  ])('%s', async (line, words) => {
    expect((await tutor.say(line)).words).toContain(words);
    expect(tutor.faults).toEqual([]);
  });

  test('a name pings nobody and breaks out of nothing', async () => {
    const { words, message } = await asked('/duel batch:10 with:@everyone');
    expect(words).toContain('For everyone: accept');
    const spans = message.blocks.flatMap((block) => (block.kind === 'text' ? block.text : []));
    expect(spans.map(({ style }) => style)).not.toContain('person');
  });
});
