/** Guess first, then train: as people play it. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { summary } from '../support/run-samples.js';
import { Tutor } from '../support/tutor.js';

let tutor: Tutor;
const jun = { user: { id: 'web:2', name: 'Jun' } };
const kim = { user: { id: 'web:3', name: 'Kim' } };

beforeEach(() => {
  tutor = new Tutor();
});

interface Game {
  readonly words: string;
  /** Presses the answer with that label. */
  readonly guess: (label: string, who?: object) => ReturnType<Tutor['say']>;
  readonly press: (action: string, who?: object) => ReturnType<Tutor['say']>;
}

async function play(line: string): Promise<Game> {
  const { message, words, audience } = await tutor.say(line);
  expect(audience).toBe('everyone');
  const buttons = message.buttons ?? [];
  const id = /game:(\w+)/.exec(buttons[0]?.command ?? '')?.[1] ?? '';
  return {
    words,
    guess: (label, who = {}) => {
      const button = buttons.find((one) => one.label === label);
      if (!button) throw new Error(`${label} is not among ${buttons.map((b) => b.label).join()}`);
      return tutor.say(button.command, { pressed: true, ...who });
    },
    press: (action, who = {}) =>
      tutor.say(`/predict game:${id} action:${action}`, { pressed: true, ...who }),
  };
}

/** What everybody is told when the training is over. */
async function outcome(of = tutor): Promise<string> {
  await vi.waitFor(() => {
    expect(of.port.seen.some((words) => words.startsWith('fresh: '))).toBe(true);
  }, 20_000);
  return of.port.seen.find((words) => words.startsWith('fresh: '))?.slice(7) ?? '';
}

test('iterations: guessed privately, measured, announced to everybody', async () => {
  const game = await play('/predict iterations epochs:2 batch:300 seed:1');
  expect(game.words.split('\n')).toEqual([
    'What do you expect?',
    'model.fit(…, batch_size=300, epochs=2) is about to train on the 8,000 training rows of churn.',
    'How many iterations will each epoch have?',
    'Everybody may guess, and change their guess until the training starts. Guesses are private.',
  ]);
  const noted = await game.guess('27');
  expect(noted.audience).toBe('asker');
  expect(noted.words).toContain('Your guess: 27.');
  await game.guess('300', jun);
  await game.press('start');
  const { settings, id } = (await tutor.newest()).record;
  expect(settings).toMatchObject({ epochs: 2, batchSize: 300 });
  expect(await outcome()).toBe(
    'How many iterations will each epoch have? ' +
      `Measured: 27 iterations in each epoch of run ${id}. ` +
      '26 full batches of 300, then a last one of 200 rows, which counts, too: 27 iterations. ' +
      '2 people guessed, 1 of them right.',
  );
  expect(await game.press('result')).toMatchObject({
    audience: 'asker',
    words: expect.stringMatching(/^You were right: 27\.\n26 full batches/) as string,
  });
  expect((await game.press('result', jun)).words.split('\n')).toEqual([
    'You guessed 300. It was 27.',
    '300 is how many rows one batch has, not how many batches there are.',
    '26 full batches of 300, then a last one of 200 rows, which counts, too: 27 iterations.',
  ]);
  expect((await game.press('result', kim)).words).toBe('You did not guess. It was 27.');
});

test('updates: without options the lesson’s numbers', async () => {
  const game = await play('/predict updates');
  expect(game.words).toContain('batch_size=10, epochs=20');
  await game.guess('16,000');
  await game.press('start');
  expect(await outcome()).toMatch(
    /Measured: 16,000 weight updates in run \w+\. 800 iterations per/,
  );
});

describe('batch sizes', () => {
  async function trained(losses: Record<number, number>): Promise<string> {
    tutor.pool.loss = (_, { settings }) => losses[settings.batchSize] ?? NaN;
    const game = await play('/predict batches epochs:2');
    expect(game.words).toContain('They differ in batch_size: 10 · 100.');
    await game.guess('batch_size 10');
    await game.guess('batch_size 100', jun);
    await game.guess('about equal', kim);
    await game.press('start');
    return outcome();
  }

  test('are both trained from the same start, and their losses compared', async () => {
    expect(await trained({ 10: 0.3, 100: 0.4 })).toBe(
      'Which one will end with the lower training loss? (Less than 1 % apart counts as equal.) ' +
        'Measured after 2 epochs: loss 0.3000 with batch_size 10 (1,600 updates), loss 0.4000 with batch_size 100 (160 updates). ' +
        'The smaller batch made more weight updates in the same epochs, and here that got it further. ' +
        '3 people guessed, 1 of them right.',
    );
    const runs = await tutor.runs.recent('web:1', 5);
    expect(runs.map(({ record }) => record.settings.batchSize).sort()).toEqual([10, 100]);
    expect(new Set(runs.map(({ record }) => record.settings.seed)).size).toBe(1);
  });

  test('the larger one may win, and then the text says so', async () => {
    expect(await trained({ 10: 0.5, 100: 0.4 })).toContain('The larger batch won with fewer');
  });

  test('less than 1 % apart is equal', async () => {
    expect(await trained({ 10: 0.4, 100: 0.403 })).toContain('so it counts as equal');
  });

  test('a loss that overflowed grades nobody', async () => {
    expect(await trained({ 10: 0.4, 100: NaN })).toMatch(/ended early or its loss overflowed/);
  });

  test('need both of a person’s places for runs', async () => {
    tutor.pool.hold = true;
    await tutor.say('/fit epochs:3');
    const going = (await tutor.newest()).record.id;
    const game = await play('/predict batches');
    await game.guess('about equal');
    expect((await game.press('start')).words).toContain(`you have one going (${going});`);
    expect(tutor.runs.active('web:1')).toHaveLength(1);
  });

  test('leave none behind if the second is refused', async () => {
    tutor.pool.hold = true;
    const game = await play('/predict batches');
    await game.guess('about equal');
    let described = 0;
    tutor.pool.describe = () => {
      described += 1;
      return described > 1 ? Promise.reject(new Error('lost')) : Promise.resolve(summary());
    };
    expect((await game.press('start')).words).toContain('Something broke on our side');
    const { record } = await tutor.newest();
    expect((await tutor.runs.ended(record.id)).phase).toBe('stopped');
  });
});

describe('an earlier run', () => {
  test('provides its settings and data', async () => {
    tutor.pool.data = { ...summary(240), name: 'penguins' };
    const { record } = await tutor.train('/fit data:penguins epochs:3 batch:7 layers:4 pace:fast');
    const game = await play(`/predict iterations like:${record.id} epochs:1`);
    expect(game.words).toContain(
      'batch_size=7, epochs=1) is about to train on the 240 training rows',
    );
    await game.guess('35');
    await game.press('start');
    const { settings } = (await tutor.newest()).record;
    expect(settings).toMatchObject({ layers: [4], dataset: { name: 'penguins' }, pace: 'fast' });
  });

  test('provides all but its patience: the guess is about all epochs', async () => {
    const { record } = await tutor.train(
      '/fit epochs:3 dropout:0.2 l2:0.01 optimizer:sgd momentum:0.9 validation:0.2 patience:2 engine:tensorflow pace:fast',
    );
    const game = await play(`/predict iterations like:${record.id}`);
    await game.guess('250');
    await game.press('start');
    const { patience, ...settings } = (await tutor.newest()).record.settings;
    expect(patience).toBeUndefined();
    expect(settings).toMatchObject({
      ...{ dropout: 0.2, l2: 0.01, momentum: 0.9 },
      ...{ validationSplit: 0.2, engine: 'tensorflow' },
    });
  });
});

describe('the training', () => {
  test('is started by a person who has guessed, and is theirs', async () => {
    const game = await play('/predict iterations epochs:1');
    expect((await game.press('start', jun)).words).toBe(
      'Guess first, then start the training: that is the game.',
    );
    await game.guess('800', jun);
    await game.press('start', jun);
    expect(await tutor.runs.recent('web:2', 5)).toHaveLength(1);
    expect(await tutor.runs.recent('web:1', 5)).toHaveLength(0);
  });

  test('starts once, however many press, and closes the guessing', async () => {
    tutor.pool.hold = true;
    const game = await play('/predict iterations');
    await game.guess('800');
    await game.guess('800', jun);
    await Promise.all([game.press('start'), game.press('start', jun)]);
    const all = await Promise.all(['web:1', 'web:2'].map((id) => tutor.runs.recent(id, 5)));
    expect(all.flat()).toHaveLength(1);
    expect((await game.guess('800', kim)).words).toMatch(/has already started \(\w{6}\)/);
    expect((await game.press('start', jun)).words).toMatch(/has already started/);
    expect((await game.press('result')).words).toContain('not been checked yet');
  });

  test('stopped early grades what was measured, and nothing else', async () => {
    tutor.pool.hold = true;
    const game = await play('/predict updates');
    await game.guess('16,000');
    await game.press('start');
    (await tutor.pool.next()).finish();
    await tutor.pool.next();
    await tutor.say('/stop');
    expect(await outcome()).toMatch(/ended early or its loss overflowed, so the guesses could/);
    expect((await game.press('result')).words).toContain('could not be');
  });

  test('that outlives the process is graded by the next one', async () => {
    tutor.pool.hold = true;
    const game = await play('/predict iterations epochs:2');
    await game.guess('800');
    await game.press('start');
    (await tutor.pool.next()).finish();
    await tutor.pool.next();
    await tutor.runs.close();
    expect(tutor.port.seen.filter((words) => words.startsWith('fresh: '))).toEqual([]);
    const next = new Tutor({ earlier: tutor });
    await next.resume();
    expect(await outcome(next)).toContain('Measured: 800 iterations in each epoch');
    const again = new Tutor({ earlier: next });
    await vi.waitFor(async () => {
      expect(await next.predictions.unrevealed()).toEqual([]);
    }, 20_000);
    await again.resume();
    expect(next.port.seen.filter((words) => words.startsWith('fresh: '))).toHaveLength(1);
  });
});

describe('reports', () => {
  test('a guess without a game', async () => {
    expect((await tutor.say('/predict guess:1')).words).toMatch(
      /^guess and action belong to a game/,
    );
  });

  test('an unknown game', async () => {
    expect((await tutor.say('/predict game:no\u202Ewhere guess:1')).words).toBe(
      'There is no game no where; /predict starts a new one.',
    );
  });

  test('an invalid answer', async () => {
    const { message } = await tutor.say('/predict batches');
    const command = message.buttons?.[0]?.command.replace('guess:1', 'guess:4') ?? '';
    expect((await tutor.say(command)).words).toBe('guess was 4; this game has answers 1 to 3.');
  });

  test('a training run too large for this machine, before anybody guesses', async () => {
    tutor.pool.data = summary(400_000);
    expect((await tutor.say('/predict iterations epochs:500')).words).toContain(
      'epochs can be at most 12',
    );
  });
});

test('the game’s name asks again, for anyone who wants to see it', async () => {
  const { message, words } = await tutor.say('/predict batches');
  const game = /game:\w+/.exec(message.buttons?.[0]?.command ?? '')?.[0] ?? '';
  expect(await tutor.say(`/predict ${game}`)).toMatchObject({ audience: 'asker', words });
});

test('buttons fit every platform, with the largest numbers, in both languages', async () => {
  tutor.pool.data = summary(9_999);
  for (const locale of ['en', 'ko'] as const) {
    for (const about of ['iterations', 'updates', 'batches']) {
      for (const batch of [1, 9_999, 100_000]) {
        const line = `/predict ${about} epochs:500 batch:${batch}`;
        const { buttons = [] } = (await tutor.say(line, { locale })).message;
        expect(buttons.length).toBeLessThanOrEqual(5);
        expect(new Set(buttons.map(({ label }) => label)).size).toBe(buttons.length);
        for (const { label, command } of buttons) {
          expect(label.length).toBeLessThanOrEqual(40);
          expect(command.length).toBeLessThanOrEqual(100);
        }
      }
    }
  }
  expect(tutor.faults).toEqual([]);
});

test.each([
  ['iterations', '27'],
  ['batches', 'about equal'],
])(
  '%s pressed by two people at once: it starts once, and the second is told what started',
  async (about, guess) => {
    const game = await play(`/predict ${about} epochs:1 batch:300 seed:1`);
    await game.guess(guess);
    await game.guess(guess, jun);
    await Promise.all([game.press('start'), game.press('start', jun)]);
    const told = tutor.asker.answers.map(({ words }) => words);
    const runs = await tutor.runs.recent((await tutor.newest()).record.ownerId, 5);
    const ids = runs.map(({ record }) => record.id);
    expect(ids).toHaveLength(about === 'batches' ? 2 : 1);
    const inBrackets = new RegExp(`\\((?:${ids.join('|')}|, )+\\)`);
    expect(told.filter((words) => words.includes('already started'))).toEqual([
      expect.stringMatching(inBrackets),
    ]);
  },
);

test.each([
  ['/predict ()', 'about was “()”; it can be iterations, updates, batches.'],
  ['/predict epochs:()', 'epochs was “()”; it must be a whole number from 1 to 500.'],
  ['/predict [] batch:{}', 'batch was “{}”; it must be a whole number from 1 to 100,000.'],
])('%s: empty brackets are neither a number nor a game, and are named', async (line, words) => {
  expect(await tutor.say(line)).toMatchObject({ audience: 'asker', words });
});
