import { beforeEach, describe, expect, test } from 'vitest';
import { textMessage } from '../../src/chat/message.js';
import type { IncomingFile, Invocation } from '../../src/chat/port.js';
import type { Locale } from '../../src/content/locale.js';
import { createDispatcher, type Dispatcher } from '../../src/dispatch/dispatcher.js';
import { defineCommand, type Command } from '../../src/dispatch/spec.js';
import { Asker } from '../support/invocation.js';

let asker: Asker;
/** What the command was handed. */
let received: unknown[];
let logged: object[];
let chosen: Locale | undefined;
let dispatcher: Dispatcher;

interface Services {
  readonly received: unknown[];
}

const train = defineCommand(
  {
    name: 'fit',
    options: {
      epochs: { type: 'integer', min: 1, max: 500, aliases: ['에포크'] },
      batch: { type: 'integer', min: 1, max: 100_000, aliases: ['batch_size'] },
      lr: { type: 'number', min: 1e-7, max: 10 },
      validation: { type: 'number', min: 0, max: 0.9, aliases: ['validation_split'] },
      layers: { type: 'string', maxLength: 20 },
      target: { type: 'string', maxLength: 100 },
      optimizer: { type: 'choice', choices: ['adam', 'sgd'], valueAliases: { 아담: 'adam' } },
      csv: { type: 'file' },
    },
  },
  async (args, context, services: Services) => {
    services.received.push(args);
    await context.answer(textMessage([{ text: `training ${args.epochs ?? 'default'}` }]));
  },
);

const explain = defineCommand(
  {
    name: 'explain',
    options: {
      concept: {
        type: 'choice',
        choices: ['epoch', 'batch_size'],
        required: true,
        positional: true,
        valueAliases: { 배치크기: 'batch_size' },
      },
    },
  },
  async (args, context, services: Services) => {
    services.received.push(args);
    await context.answer(textMessage([{ text: args.concept }]));
  },
);

const broken: Command<Services> = defineCommand({ name: 'data', options: {} }, () => {
  throw new Error('the disk is full of secrets');
});

const file = (name: string): IncomingFile => ({
  name,
  sizeBytes: 3,
  read: () => Promise.resolve(new Uint8Array(3)),
});

const say = (line: string, changes?: Partial<Invocation>): Promise<void> =>
  dispatcher.text(line, asker.invocation(changes));

beforeEach(() => {
  asker = new Asker();
  received = [];
  logged = [];
  chosen = undefined;
  dispatcher = createDispatcher<Services>({
    commands: [train, explain, broken],
    services: { received },
    chosenLocale: () => Promise.resolve(chosen),
    log: { error: (details) => logged.push(details) },
  });
});

describe('one grammar', () => {
  test.each([
    '/fit epochs:20 batch:10',
    '/fit epochs=20 batch_size=10',
    '/FIT Epochs:20, Batch:10',
    'fit epochs : 20 batch = 10',
    '／fit　epochs：２０ batch：１０',
    'epochs=20 batch_size=10',
    'epochs:20, batch:10',
    '\ufeff/fit epochs:\u200b20 batch:10',
    '/fit 에포크:20 batch:10',
    // Hangul as macOS may hand it over: letter by letter.
    '/fit 에포크:20 batch:10'.normalize('NFD'),
    '/fit epochs:"20" batch:“10”',
    'model.fit(X_train, y_train, batch_size=10, epochs=20)',
    'history = model.fit(X_train, y_train, batch_size = 10, epochs = 20, verbose=1)',
    '/fit model.fit(X_train, y_train, 10, 20)',
    'model.fit(x=X[:, 3:13], y=y, batch_size=10, epochs=2_0, shuffle=True)',
    '>>> model.fit(np.array([[1, 2], [3, 4]]), load("a,b)#.npy"), batch_size=10, epochs=20)',
    'model.fit(X, y, batch_size=10, epochs=20, validation_split=None)',
    'model.compile(loss="mse")\nmodel.fit(X, y, batch_size=10, epochs=20)\nmodel.evaluate(X_test, y_test)',
    '`model.fit(X, y, batch_size=10, epochs=20)`',
    '```python\nmodel.fit(\n    X_train, y_train,\n    batch_size=10,  # rows\n    epochs=20,\n)\n```',
  ])('%s', async (line) => {
    await say(line);
    expect(asker.seen).toEqual([{ audience: 'everyone', words: 'training 20' }]);
    expect(received).toEqual([{ epochs: 20, batch: 10 }]);
  });

  test('a list keeps its commas, the next option its name', async () => {
    await say('/fit layers: 32, 16, epochs=3 lr:1e-3 validation:.2');
    expect(received).toEqual([{ layers: '32,16', epochs: 3, lr: 0.001, validation: 0.2 }]);
  });

  test('quotes keep spaces and signs', async () => {
    await say(`/fit target:"Left the bank: yes, or no"`);
    expect(received).toEqual([{ target: 'Left the bank: yes, or no' }]);
  });

  test('thousands may be grouped', async () => {
    await say('/fit batch:100,000');
    expect(received).toEqual([{ batch: 100_000 }]);
  });

  test.each([
    ['/explain Epoch', 'epoch'],
    ['explain epoch', 'epoch'],
    ['/explain batch size', 'batch_size'],
    ['Explain batch-size', 'batch_size'],
    ['/explain 배치 크기', 'batch_size'],
  ])('words without a name fill the positional option: %s', async (line, concept) => {
    await say(line);
    expect(received).toEqual([{ concept }]);
  });

  test('choices have other words', async () => {
    await say('/fit optimizer:아담');
    expect(received).toEqual([{ optimizer: 'adam' }]);
  });

  test("a pasted call without epochs means Keras' own default, one", async () => {
    await say('model.fit(X, y, validation_split=0.2)');
    expect(received).toEqual([{ epochs: 1, validation: 0.2 }]);
  });

  test('what a pasted call asks for beyond our options is named to the one who pasted it', async () => {
    await say(
      'model.fit(X, y, epochs=2, callbacks=[EarlyStopping(patience=3)], class_weight={0: 1, 1: 5})',
    );
    expect(asker.seen).toEqual([
      { audience: 'everyone', words: 'training 2' },
      {
        audience: 'asker',
        words:
          'From your Keras call I cannot use callbacks, class_weight; the run goes on without.',
      },
    ]);
    expect(received).toEqual([{ epochs: 2 }]);
  });

  test('a platform hands over typed values', async () => {
    await dispatcher.typed('fit', { epochs: 20, optimizer: 'sgd' }, asker.invocation());
    expect(received).toEqual([{ epochs: 20, optimizer: 'sgd' }]);
  });
});

describe('what a person can mend is one sentence, to them alone', () => {
  test.each([
    ['/fit epochs:0', 'epochs was “0”; it must be a whole number from 1 to 500.'],
    ['/fit epochs:20.5', 'epochs was “20.5”; it must be a whole number from 1 to 500.'],
    ['/fit epochs:many', 'epochs was “many”; it must be a whole number from 1 to 500.'],
    ['/fit epochs:0x10', 'epochs was “0x10”; it must be a whole number from 1 to 500.'],
    ['/fit validation:1', 'validation was “1”; it must be a number from 0 to 0.9.'],
    ['/fit lr:0', 'lr was “0”; it must be a number from 1e-7 to 10.'],
    ['/fit optimizer:lion', 'optimizer was “lion”; it can be adam, sgd.'],
    ['/fit epoch:20', '/fit has no option epoch; did you mean epochs?'],
    [
      '/fit temperature:20',
      '/fit has no option temperature; it has epochs, batch, lr, validation, layers, target, optimizer, csv.',
    ],
    ['/fit epochs:1 epochs:2', 'epochs was given twice; give it once.'],
    ['/fit epochs:1 에포크:2', 'epochs was given twice; give it once.'],
    ['/fit 20', '/fit cannot place “20”; write options as name:value, for example epochs:20.'],
    ['/fit layers:1,1,1,1,1,1,1,1,1,1,1', 'layers has 21 characters; it may have 20.'],
    ['/fit csv:my.csv', 'csv needs a file; attach one CSV file to the command.'],
    ['/fit target:""', 'target has no value; write it right behind the colon, as in epochs:20.'],
    [
      '/fit epochs: batch:10',
      'epochs has no value; write it right behind the colon, as in epochs:20.',
    ],
    [
      '/fit batch:10 epochs:',
      'epochs has no value; write it right behind the colon, as in epochs:20.',
    ],
    ['/fit epochs:1e3', 'epochs was “1e3”; it must be a whole number from 1 to 500.'],
    ['epoch=20 batch=10', '/fit has no option epoch; did you mean epochs?'],
    [
      '/fit x:1',
      '/fit has no option x; it has epochs, batch, lr, validation, layers, target, optimizer, csv.',
    ],
    ['model.fit(X, y, epochs=N)', 'epochs was “N”; it must be a whole number from 1 to 500.'],
    [
      'model.fit(X, y, epochs=3',
      'The end of your model.fit( is missing; paste the whole call, up to its closing bracket, without comments.',
    ],
    ['/explain', '/explain needs concept; it can be epoch, batch_size.'],
    ['/explain loss', 'concept was “loss”; it can be epoch, batch_size.'],
    [
      '/explain concept:epoch batch',
      '/explain cannot place “batch”; write options as name:value, for example epochs:20.',
    ],
    ['/data x:1', '/data takes no options, so leave x out.'],
    ['/fti epochs:20', 'There is no command /fti; did you mean /fit?'],
    ['/dance', 'There is no command /dance; there are /fit, /explain, /data.'],
  ])('%s', async (line, words) => {
    await say(line);
    expect(asker.seen).toEqual([{ audience: 'asker', words }]);
    expect(received).toEqual([]);
    expect(logged).toEqual([]);
  });

  test.each([
    '',
    'data is hard to find',
    'explain yourself',
    'help me please',
    'note: the loss fell',
    'what does model.fit(X, y, epochs=3) do?',
    'model.fit(X, y, epochs=3)이 뭐예요',
  ])('a sentence is no command: %s', async (line) => {
    await say(line);
    expect(asker.seen).toEqual([
      {
        audience: 'asker',
        words:
          'That is not a command I know yet. Type /fit epochs:20 batch:10 to train a network, or /help to see everything.',
      },
    ]);
    expect(received).toEqual([]);
  });

  test('in the language that the person chose', async () => {
    chosen = 'ko';
    await say('/fit epochs:0');
    expect(asker.last.words).toBe('epochs 값이 “0”인데, 1부터 500까지의 정수만 쓸 수 있어요.');
  });

  test('long input is not sent back whole', async () => {
    await say(`/fit epochs:${'9'.repeat(5000)}`);
    expect(asker.last.words.length).toBeLessThan(200);
  });
});

test('a file that came along is the csv, named or not', async () => {
  const mine = file('mine.csv');
  await say('/fit epochs:3', { files: [mine] });
  await say('/fit csv:mine.csv epochs:3', { files: [mine] });
  expect(received).toEqual([
    { epochs: 3, csv: mine },
    { epochs: 3, csv: mine },
  ]);
  await say('/fit', { files: [mine, file('other.csv')] });
  expect(asker.last.words).toBe('csv takes one file, and 2 came; attach just one.');
});

test('a pressed button answers only who pressed it', async () => {
  await say('/explain concept:epoch', { pressed: true });
  expect(asker.seen).toEqual([{ audience: 'asker', words: 'epoch' }]);
});

test('a fault gets an id; its cause goes to the log, never to the chat', async () => {
  await say('/data');
  expect(asker.last.words).toMatch(/^Something broke on our side, .* id helps: [0-9a-f]{8}\.$/);
  expect(asker.last.words).not.toContain('secrets');
  expect(logged).toHaveLength(1);
  const id = /[0-9a-f]{8}/.exec(asker.last.words)?.[0];
  expect(logged[0]).toMatchObject({ faultId: id, user: 'web:1' });
});

test('a reply that cannot be delivered crashes nothing', async () => {
  const unreachable = { reply: () => Promise.reject(new Error('gone')) };
  await say('/fit epochs:0', unreachable);
  await say('/explain epoch', unreachable);
  expect(logged.length).toBeGreaterThan(0);
});

test('nothing that a person types is a fault of ours', async () => {
  const signs = [
    '/',
    'fit',
    ' ',
    'epochs',
    ':',
    '=',
    '"',
    "'",
    ',',
    '(',
    ')',
    '[',
    '{',
    '\n',
    '에포크',
    '：',
    '𝟙',
    '\u0000',
    '<',
    '`',
    'model.fit(',
    '\\',
    '20',
  ];
  let state = 7;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  for (let round = 0; round < 3000; round += 1) {
    const line = Array.from({ length: next() % 12 }, () => signs[next() % signs.length]).join('');
    await say(line);
  }
  expect(logged).toEqual([]);
});
