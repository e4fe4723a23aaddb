/** Two settings against each other, as people see and bet on them. */
import { beforeEach, expect, test } from 'vitest';
import { beginDuel, jun, kim } from '../support/duels.js';
import { codeLines, messageText } from '../support/message-text.js';
import { textFile, Tutor } from '../support/tutor.js';

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor();
});

test('two batch sizes: bet on, trained from one seed, and the leader at equal epochs and at equal updates is announced', async () => {
  tutor.pool.hold = true;
  tutor.pool.loss = (epoch, { settings }) =>
    settings.batchSize === 10 ? 0.5 - epoch / 100 : 0.6 - epoch / 100;
  const duel = await beginDuel(tutor, '/duel batch:10,100 epochs:20 seed:7');
  expect(duel.words.split('\n').slice(0, 3)).toEqual([
    'Duel: batch_size 10 against batch_size 100',
    'Same seed (7), same 8,000 training rows of churn, 20 epochs each.',
    'Which one will end with the lower training loss? Bet with a button until one of them has finished epoch 5. Only you can see your bet.',
  ]);
  expect(duel.labels).toEqual(['batch_size 10', 'batch_size 100', 'about equal', 'Stop all']);
  expect(await duel.bet('batch_size 100')).toMatch(/^Your bet: batch_size 100\. Only you see this/);
  expect(await duel.bet('batch_size 10')).toContain('Your bet: batch_size 10.');
  await duel.bet('batch_size 100', jun);
  expect(await duel.mine()).toContain('not been checked yet');
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
  expect(await duel.mine(kim)).toBe('You did not guess. It was batch_size 10.');
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

test('nothing trains until the time to bet is over, restart or not; nobody can start it early', async () => {
  const waitMs = 1_500;
  const earlier = new Tutor({ timeToBetMs: waitMs });
  const before = performance.now();
  const duel = await beginDuel(earlier, '/duel batch:10,100 epochs:2');
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
  const duel = await beginDuel(at, '/duel batch:10,100 epochs:2');
  expect((await at.say(`/stop board:${duel.id}`, { pressed: true })).words).toContain(
    'are being stopped',
  );
  await at.boards.settled(duel.id);
  expect(messageText(at.port.latest)).toContain('nothing to compare');
  expect((await at.say(duel.bets[0] ?? '', { pressed: true, ...jun })).words).toContain('over');
  expect(await at.runs.recent('web:1', 1)).toEqual([]);
});

test('bets on one’s own table count', async () => {
  tutor.pool.hold = true;
  tutor.pool.loss = (_, { settings }) => (settings.batchSize === 10 ? 0.3 : 0.4);
  const patients = textFile('patients.csv', 'glucose,age,ill\n1,2,0\n2,3,1\n');
  const duel = await beginDuel(tutor, '/duel batch:10,100 epochs:4', [patients]);
  await duel.bet('batch_size 10', jun);
  for (let epochs = 0; epochs < 8; epochs += 1) (await tutor.pool.next()).finish();
  expect(await duel.over()).toContain(
    'One person bet, and was right. The right answer was: batch_size 10.',
  );
  expect(await duel.mine(jun)).toMatch(/^You were right: batch_size 10\./);
});

test('betting closes when one of them has trained a quarter of the epochs, and it says so', async () => {
  tutor.pool.hold = true;
  const duel = await beginDuel(tutor, '/duel lr:0.01,0.001 epochs:8');
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
  // A comma before three digits is a thousands separator: that is one number.
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

test('with a run of one’s own there is no room for two more', async () => {
  tutor.pool.hold = true;
  await tutor.say('/fit epochs:3');
  const { id } = (await tutor.newest()).record;
  expect((await tutor.say('/duel batch:10,100')).words).toContain(`you have one going (${id});`);
});

test('requested again after a restart, it is the same duel', async () => {
  tutor.pool.hold = true;
  const asked = { requested: { id: 'r1' } };
  await tutor.say('/duel batch:10,100', asked);
  await tutor.pool.next();
  await tutor.say('/duel batch:10,100', asked);
  expect(tutor.asker.answers).toHaveLength(1);
  expect(tutor.runs.active('web:1')).toHaveLength(2);
});

test('the next process continues it: bets are kept, and it ends as if nothing had happened', async () => {
  tutor.pool.hold = true;
  const duel = await beginDuel(tutor, '/duel batch:10,100 epochs:8 seed:1');
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
