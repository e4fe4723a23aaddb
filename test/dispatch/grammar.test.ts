import { beforeEach, describe, expect, test } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../src/dispatch/dispatcher.js';
import { Asker } from '../support/invocation.js';
import { sampleCommands } from '../support/sample-commands.js';

let asker: Asker;
/** The values the command received. */
let received: unknown[];
let logged: object[];
let dispatcher: Dispatcher;

const say = (line: string): Promise<void> => dispatcher.text(line, asker.invocation());

beforeEach(() => {
  asker = new Asker();
  received = [];
  logged = [];
  dispatcher = createDispatcher({
    commands: sampleCommands,
    services: { received },
    chosenLocale: () => Promise.resolve(undefined),
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
    // Decomposed Hangul, as macOS may send it: letter by letter.
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

  test('quotes keep spaces and special characters', async () => {
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

  test('choices have synonyms', async () => {
    await say('/fit optimizer:아담');
    expect(received).toEqual([{ optimizer: 'adam' }]);
  });

  test("a pasted call without epochs means Keras' own default, one", async () => {
    await say('model.fit(X, y, validation_split=0.2)');
    expect(received).toEqual([{ epochs: 1, validation: 0.2 }]);
  });

  test.each([
    'model.fit(X, y, epochs=2) 돌려줘',
    "mean, std = X.mean(), X.std()\nX = X.merge(z, how='left') - mean\nmodel.compile(loss='mean_squared_error')\nmodel.fit(X, y, epochs=2)",
    'model.fit(X, y, epochs=2)  # what the lesson says, 왜 2인지는 나중에',
    'please run this for me\nmodel.fit(X, y, epochs=2)',
  ])('a pasted call without a question is a run: %s', async (line) => {
    await say(line);
    expect(received).toMatchObject([{ epochs: 2 }]);
  });

  test('unsupported settings in a pasted call are named to the person who pasted it', async () => {
    await say('model.fit(X, y, epochs=2, callbacks=[TensorBoard()], class_weight={0: 1, 1: 5})');
    expect(asker.seen).toEqual([
      { audience: 'everyone', words: 'training 2' },
      {
        audience: 'asker',
        words:
          'Your code also has class_weight, TensorBoard, which I cannot use, so I left that out.',
      },
    ]);
    expect(received).toEqual([{ epochs: 2 }]);
  });

  test('a platform passes typed values', async () => {
    await dispatcher.typed('fit', { epochs: 20, optimizer: 'sgd' }, asker.invocation());
    expect(received).toEqual([{ epochs: 20, optimizer: 'sgd' }]);
  });
});

describe('text that is no command is a question', () => {
  test.each([
    'data is hard to find',
    'explain yourself',
    'explain epoch and batch',
    'help me please',
    'note: the loss fell',
    'epochs=20 batch_size=10?',
    'epochs=20 batch_size=10이면 몇 번 고쳐요',
    '/fit epochs:20 batch:10 치면 총 몇 스텝 도는 거예요? 데이터는 8천 개예요',
    '/fit epochs:5 on 300 rows: how many updates?',
    'model.fit(X, y, epoch=20) throws a TypeError',
    'model.fit(X, y, epoch=20, batch_size=10)\n이렇게 쳤는데 TypeError 나요',
    'what does model.fit(X, y, epochs=3) do?',
    'model.fit(X, y, epochs=3)이 뭐예요',
    'history = model.fit(X, y, epochs=3)  -> what is inside history',
    'model.fit(x, y, epochs=5, batch_size=64) 여기서 epochs랑 batch_size 뭐 의미하는지 설명좀 부탁드려요',
    'why does the bar end at 800 here: model.fit(X, y, epochs=20, batch_size=10)',
    'model.fit(X, y, epochs=3)\n두 번째 줄이 왜 나오는지 모르겠어요',
    '👍',
  ])('%s', async (line) => {
    await say(line);
    expect(asker.seen).toEqual([{ audience: 'everyone', words: `asked: ${line}` }]);
    expect(received).toEqual([{ question: line }]);
  });

  test('after its command too, with the options the command has', async () => {
    await say('/ask why 1875, with batch_size=32? run:abc');
    await say('/ask question:epochs=20 is what');
    await say('/ask');
    expect(received).toEqual([
      { question: 'why 1875, with batch_size=32?', run: 'abc' },
      { question: 'epochs=20 is what' },
      {},
    ]);
  });

  test('empty text, as when somebody only mentions the tutor, gets help', async () => {
    await say(' ');
    expect(asker.seen).toEqual([{ audience: 'asker', words: 'help' }]);
  });
});

test('nothing a person types causes an internal error', async () => {
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
