/** A training run one press at a time, through the whole tutor: numbers, buttons, ownership, restarts. */
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatMessage } from '../../src/chat/message.js';
import { MessageGone } from '../../src/chat/port.js';
import { metricValue } from '../../src/render/keras-numbers.js';
import type { SlowResult } from '../../src/runs/slow-motion.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { messageText } from '../support/message-text.js';
import { realPool, stepsReally } from '../support/slow-motion.js';
import { Tutor } from '../support/tutor.js';

const pool = realPool();
afterAll(() => pool.close());

let stores: ReturnType<typeof databaseStores>;
let tutor: Tutor;
let made: readonly SlowResult[];
beforeEach(async () => {
  stores = databaseStores(openMemoryDatabase(), 'no uploads');
  tutor = new Tutor({ stores });
  made = await stepsReally(tutor, pool);
});

const eve = { user: { id: 'web:2', name: 'Eve' } } as const;
const seen = (): string => messageText(tutor.port.latest);
const labels = ({ buttons = [] }: ChatMessage): readonly string[] =>
  buttons.map(({ label }) => label);

function command(message: ChatMessage, label: string): string {
  const found = message.buttons?.find((button) => button.label === label)?.command;
  if (found === undefined) throw new Error(`there is no button ${label}`);
  return found;
}

/** Starts one and returns its message. */
async function begin(line: string): Promise<ChatMessage> {
  const { message, audience } = await tutor.say(line);
  expect(audience).toBe('everyone');
  return message;
}

async function press(label: string, on: ChatMessage = tutor.port.latest): Promise<string> {
  const before = tutor.asker.answers.length;
  const invocation = tutor.asker.invocation({ pressed: true });
  await tutor.dispatcher.text(command(on, label), invocation);
  expect(tutor.asker.answers.slice(before), 'nothing is said: the message changes').toEqual([]);
  return seen();
}

test('says what is about to happen, and what the three words mean', async () => {
  const message = await begin('/step epochs:2 batch:10 seed:42');
  expect(messageText(message)).toContain(
    'Nothing is learned yet: all 121 weights are random. Press Next: the network looks at one batch (10 rows), and every weight changes a little. That is one iteration.',
  );
  expect(labels(message)).toEqual(['Next', 'Next 10', 'To the end of the epoch', 'Play', 'Stop']);
  for (const { command: line } of message.buttons ?? []) {
    expect(line.length).toBeLessThanOrEqual(100);
  }
});

test('three iterations: bar, rows, answers, the mean worked out, the weight', async () => {
  const message = await begin('/step epochs:2 batch:10 seed:42');
  await press('Next', message);
  expect(seen()).toContain('(An iteration: one batch goes in, and every weight changes once.)');
  await press('Next');
  const words = await press('Next');
  const losses = made.map(({ shown }) => metricValue(shown.batch.loss));
  const [, , third] = made;
  if (!third) throw new Error('three were made');
  const { sums, weight, batch } = third.shown;
  const mean = metricValue(sums.loss / sums.rows);
  expect(words).toContain(`  3/800 [..............................] - ETA: 0s - loss: ${mean}`);
  expect(words).toContain(
    'Iteration 3 of 800 in epoch 1 of 2: the weights have now changed 3 times.',
  );
  expect(words).toContain('rows 21–30 of this epoch’s order');
  for (const { row } of batch.examples) {
    expect(words).toContain(`row ${row.toLocaleString('en')} (CreditScore`);
  }
  expect(words).toContain(`of this batch: ${losses[2] ?? ''}.`);
  expect(words).toMatch(/mean of these 3 batches: \(.*\) \/ 3 [=≈] /);
  expect(words).toContain(`(${losses.join(' + ')}) / 3`);
  expect(words).toContain(`${weight.before.toFixed(6)} → ${weight.after.toFixed(6)}`);
  expect(words).not.toContain('(An iteration');
  expect(tutor.port.latest.spoken).toContain('iteration 3 of 800 in epoch 1 of 2');
});

test('an epoch’s end shows exactly the run’s numbers, and the new row order', async () => {
  const line = '/fit epochs:2 batch:100 seed:7 pace:fast';
  tutor.pool.train = (task, onProgress, stop) => pool.train(task, onProgress, stop);
  const run = await tutor.train(line);
  const message = await begin(`/step like:${run.record.id}`);
  expect(messageText(message)).toContain(`Run ${run.record.id} in slow motion`);
  await press('Next', message);
  const words = await press('To the end of the epoch');
  const { logs } = run.finished[0] ?? {};
  expect(made.at(-1)?.shown.ended?.logs).toEqual(logs);
  expect(words).toMatch(/80\/80 \[={30}\] - 0s /);
  expect(words).toContain(`loss: ${metricValue(logs?.loss ?? NaN)}`);
  expect(words).toContain(
    `Run ${run.record.id} came to exactly these numbers in epoch 1: the same training, only slower.`,
  );
  expect(words).toMatch(/This one began with rows [\d,]+ · .*; the next one begins with [\d,]+ ·/);
  await press('To the end of the epoch');
  expect(made.at(-1)?.shown.ended?.logs).toEqual(run.finished[1]?.logs);
  expect(seen()).toContain('Done. 2 epochs × 80 iterations = 160 changes of the weights.');
  expect(labels(tutor.port.latest)).toEqual(['In slow motion again']);
});

test('with settings other than the run’s it does not claim they are the run’s', async () => {
  const run = await tutor.train('/fit epochs:1 batch:100 seed:7 pace:fast');
  const message = await begin(`/step like:${run.record.id} batch:4000`);
  expect(messageText(message)).not.toContain(run.record.id);
  await press('Next', message);
  expect(await press('Next')).toContain('Epoch 1 is over');
  expect(seen()).not.toContain('exactly these numbers');
});

test('a smaller last batch counts for its rows, and says so', async () => {
  const message = await begin('/step epochs:1 batch:3000 seed:3');
  const words = await press('Next 10', message);
  expect(words).toContain('rows 6,001–8,000 of this epoch’s order');
  expect(words).toMatch(
    /smaller, so it counts for less: \(\S+ × 3000 \+ \S+ × 3000 \+ \S+ × 2000\) \/ 8000/,
  );
});

test('validation rows are in no batch; the end of the epoch has val_loss', async () => {
  tutor.pool.data = await pool.describe({ kind: 'builtin', name: 'churn' }, 0.2);
  const message = await begin('/step epochs:1 batch:100 validation:0.2 seed:3');
  expect(messageText(message)).toContain('1,600 more rows are only for val_loss');
  expect(await press('To the end of the epoch', message)).toContain(' - val_loss: ');
});

test('with dropout it says what the answers and the loss belong to', async () => {
  const message = await begin('/step epochs:1 batch:100 dropout:0.5 seed:3');
  const words = await press('Next', message);
  expect(words).toContain('Dropout left out some hidden units at random');
  expect(words).not.toContain('of all its 100 rows');
});

test('sgd: the step is worked out', async () => {
  const message = await begin('/step epochs:1 batch:10 optimizer:sgd seed:3');
  const words = await press('Next', message);
  const { before, after } = made[0]?.shown.weight ?? { before: NaN, after: NaN };
  expect(words).toMatch(
    new RegExp(`sgd: ${before.toFixed(6)} − learning_rate 0.01 × \\S+ [=≈] ${after.toFixed(6)}`),
  );
});

describe('ownership', () => {
  test('others are told in one sentence, and nothing changes', async () => {
    const message = await begin('/step batch:10 seed:1');
    const line = command(message, 'Next');
    const { audience, words } = await tutor.say(line, { ...eve, pressed: true });
    expect(audience).toBe('asker');
    expect(words).toBe(
      'This slow motion belongs to Mina, so only they can use its buttons; /step starts one of your own.',
    );
    expect(made).toEqual([]);
  });

  test('the newest three are kept, and a removed one says so', async () => {
    const first = await begin('/step batch:10 seed:1');
    for (const seed of [2, 3, 4]) await begin(`/step batch:10 seed:${seed}`);
    const { words } = await tutor.say(command(first, 'Next'), { pressed: true });
    expect(words).toBe(
      'This slow motion is no longer kept: I keep your latest 3. /step begins a new one.',
    );
  });

  test('it is deleted with a person’s other data', async () => {
    const message = await begin('/step batch:10 seed:1');
    await press('Next', message);
    expect(await stores.personalData.counts('web:1')).toMatchObject({ slowMotions: 1 });
    const file = new TextDecoder().decode(await stores.personalData.export('web:1'));
    expect(JSON.parse(file)).toMatchObject({
      slow_motions: [{ owner_id: 'web:1', motion: { phase: 'paused', shown: { step: 1 } } }],
    });
    await stores.personalData.forget('web:1', '(deleted)');
    expect(await stores.personalData.counts('web:1')).toMatchObject({ slowMotions: 0 });
    const { words } = await tutor.say(command(message, 'Next'), { pressed: true });
    expect(words).toContain('no longer kept');
  });

  test('pressing twice begins one', async () => {
    const run = await tutor.train('/fit epochs:1 batch:100 pace:fast');
    const line = `/step like:${run.record.id}`;
    await tutor.say(line, { pressed: true });
    expect((await tutor.say(line, { pressed: true })).words).toContain('your first press');
  });
});

describe('automatic play', () => {
  const until = (words: string | RegExp): Promise<void> =>
    vi.waitFor(
      () => {
        expect(seen()).toMatch(words);
      },
      { timeout: 20_000 },
    );

  async function slowly(): Promise<void> {
    tutor = new Tutor({ stores, playEveryMs: 300 });
    made = await stepsReally(tutor, pool);
  }

  test('it plays to the end of the epoch, and no further', async () => {
    const message = await begin('/step epochs:2 batch:1000 seed:1');
    await press('Play', message);
    await until('Epoch 1 is over');
    expect(made).toHaveLength(8);
    expect(labels(tutor.port.latest)).toContain('Play');
    expect(tutor.port.live.size, 'it takes no share of the edits any more').toBe(0);
  });

  test('pausing, stepping by hand and stopping end it', async () => {
    await slowly();
    const message = await begin('/step epochs:1 batch:10 seed:1');
    await press('Play', message);
    await until('Playing');
    await until(/Iteration ([2-9]|\d\d+) of 800/);
    await press('Pause');
    const { length } = made;
    expect(seen()).not.toContain('Playing');
    await press('Next');
    expect(made).toHaveLength(length + 1);
    await press('Stop');
    expect(seen()).toContain(`Stopped. The weights changed ${length + 1} times.`);
    expect(labels(tutor.port.latest)).toEqual([]);
  });

  test('leaving it takes nobody’s edits: it pauses after a while', async () => {
    const message = await begin('/step epochs:1 batch:10 seed:1');
    await press('Play', message);
    await until('Iteration 60 of 800');
    await vi.waitFor(() => {
      expect(labels(tutor.port.latest)).toContain('Play');
    }, 20_000);
    expect(made).toHaveLength(60);
    expect(tutor.faults).toEqual([]);
  });

  test('play interrupted by the program’s end is paused by the next process', async () => {
    await slowly();
    const message = await begin('/step epochs:1 batch:10 seed:1');
    await press('Play', message);
    await until(/Iteration ([2-9]|\d\d+) of 800/);
    tutor.slowMotions.close();
    const later = new Tutor({ stores, earlier: tutor });
    await stepsReally(later, pool);
    await later.resume();
    expect(labels(later.port.latest)).toContain('Play');
    expect(messageText(later.port.latest)).not.toContain('Playing');
  });
});

test('after a restart it continues to the same numbers', async () => {
  const whole = await begin('/step epochs:1 batch:10 seed:5');
  await press('Next', whole);
  for (let turn = 0; turn < 4; turn += 1) await press('Next');
  const expected = seen();
  const message = await begin('/step epochs:1 batch:10 seed:5');
  await press('Next', message);
  await press('Next');
  tutor.slowMotions.close();
  tutor = new Tutor({ stores, earlier: tutor });
  made = await stepsReally(tutor, pool);
  await tutor.resume();
  for (let turn = 0; turn < 3; turn += 1) await press('Next', message);
  expect(seen()).toBe(expected);
});

test('a press delivered again after a restart is carried out once', async () => {
  const message = await begin('/step epochs:1 batch:10 seed:5');
  const again = { pressed: true, requested: { id: 'press-1' } } as const;
  await tutor.say(command(message, 'Next'), again);
  await tutor.say(command(message, 'Next'), again);
  expect(made).toHaveLength(1);
  expect(seen()).toContain('Iteration 1 of 800');
});

test('a request delivered again after a restart begins one', async () => {
  const again = { requested: { id: 'line-1' } } as const;
  await tutor.say('/step batch:10', again);
  await tutor.say('/step batch:10', again);
  expect(tutor.asker.answers).toHaveLength(1);
});

test('deleting its message ends it', async () => {
  const message = await begin('/step epochs:1 batch:10 seed:5');
  tutor.port.answers.push(() => Promise.reject(new MessageGone('deleted')));
  await tutor.say(command(message, 'Next'), { pressed: true });
  const id = /motion:(\w+)/.exec(command(message, 'Next'))?.[1] ?? '';
  expect((await stores.slowMotions.find(id))?.motion.phase).toBe('stopped');
  expect(await stores.slowMotions.state(id)).toBeUndefined();
});

test.each([
  ['/step layers:9999', 'layers'],
  ['/step batch:0', 'batch'],
  ['/step like:nothere', 'nothere'],
  ['/step press:next', 'buttons'],
  ['/step optimizer:adam momentum:0.5', 'momentum'],
])('%s is refused in one sentence', async (line, words) => {
  const answer = await tutor.say(line);
  expect(answer.audience).toBe('asker');
  expect(answer.words).toContain(words);
});

test('in Korean', async () => {
  const { message } = await tutor.say('/step epochs:2 batch:10 seed:42', { locale: 'ko' });
  await press('다음', message);
  const words = await press('다음');
  expect(words).toContain('이터레이션 800번 중 2번째: 지금까지 가중치가 2번 바뀌었어요.');
  expect(words).toContain('이번 에포크 순서로 11~20번째 행');
});
