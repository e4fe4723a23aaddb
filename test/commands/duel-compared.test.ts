/** How two settings can differ, and what cannot be compared. */
import { beforeEach, describe, expect, test } from 'vitest';
import { beginDuel, jun } from '../support/duels.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;

beforeEach(() => {
  tutor = new Tutor();
});

describe('possible differences', () => {
  test.each([
    ['lr:0.1,0.001', 'learning_rate 0.1 against learning_rate 0.001', 'learning_rate that made'],
    ['layers:6,6|32', 'layers 6,6 against layers 32', 'layers that made'],
    ['activation:relu,tanh', 'activation relu against activation tanh', 'activation that made'],
    ['dropout:0,0.3', 'dropout 0 against dropout 0.3', 'compare them on the test rows'],
    ['l2:0,0.01', 'l2 0 against l2 0.01', 'each loss includes its own penalty'],
    ['momentum:0,0.9 optimizer:sgd', 'momentum 0 against momentum 0.9', 'At equal epochs'],
    ['optimizer:adam,sgd', 'optimizer adam against optimizer sgd', 'cannot show which one'],
  ])('%s', async (options, title, why) => {
    let calls = 0;
    const losses = new Map<unknown, number>();
    tutor.pool.loss = (_, { settings }) => {
      const key = JSON.stringify(settings);
      if (!losses.has(key)) losses.set(key, 0.3 + calls++ / 10);
      return losses.get(key) ?? NaN;
    };
    const duel = await beginDuel(tutor, `/duel ${options} epochs:2`);
    expect(duel.words).toContain(`Duel: ${title}`);
    const words = await duel.over();
    expect(words).toContain('so that also holds at equal updates.');
    expect(words).toContain(why);
    expect(words).toContain('Nobody bet. The right answer was: ');
    expect(tutor.faults).toEqual([]);
  });

  test('other /fit options are the same for both', async () => {
    const { record } = await tutor.train(
      '/fit epochs:3 layers:4 validation:0.2 patience:2 l2:0.01 pace:fast',
    );
    const duel = await beginDuel(
      tutor,
      `/duel batch:8|16 like:${record.id} optimizer:sgd momentum:0.5`,
    );
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

describe('it says what cannot be compared', () => {
  test('a loss that overflowed', async () => {
    tutor.pool.loss = (_, { settings }) => (settings.learningRate > 1 ? NaN : 0.3);
    const duel = await beginDuel(tutor, '/duel lr:5,0.01 epochs:3');
    await duel.bet('learning_rate 0.01');
    const words = await duel.over();
    expect(words).toContain('The loss of learning_rate 5 became nan');
    expect(words).not.toContain('ahead');
    expect(words).toContain('One person bet, but the bet could not be decided.');
  });

  test('stopped runs: as far as they got', async () => {
    tutor.pool.hold = true;
    const duel = await beginDuel(tutor, '/duel batch:10,100 epochs:9');
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
    expect(words).toContain('One person bet, but the bet could not be decided.');
    expect(await duel.mine(jun)).toContain('could not be');
  });

  test('a run that was stopped before its first epoch ended', async () => {
    tutor.pool.hold = true;
    const duel = await beginDuel(tutor, '/duel batch:10,100 epochs:1');
    const epochs = [await tutor.pool.next(), await tutor.pool.next()];
    const [first] = await duel.runs();
    await tutor.say(`/stop run:${first?.record.id ?? ''}`);
    epochs.find(({ task }) => task.settings.batchSize === 100)?.finish();
    const words = await duel.over();
    expect(words).toContain('batch_size 10 ended before it finished an epoch');
    expect(words).not.toContain('ahead');
  });
});
