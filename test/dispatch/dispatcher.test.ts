import { beforeEach, describe, expect, test } from 'vitest';
import type { IncomingFile, Invocation } from '../../src/chat/port.js';
import type { Locale } from '../../src/content/locale.js';
import { createDispatcher, type Dispatcher } from '../../src/dispatch/dispatcher.js';
import { Asker } from '../support/invocation.js';
import { sampleCommands } from '../support/sample-commands.js';

let asker: Asker;
/** The values the command received. */
let received: unknown[];
let logged: object[];
let chosen: Locale | undefined;
let dispatcher: Dispatcher;
let isClosing: boolean;
let undelivered: string[];

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
  isClosing = false;
  undelivered = [];
  dispatcher = createDispatcher({
    commands: sampleCommands,
    services: { received },
    chosenLocale: () => Promise.resolve(chosen),
    log: { error: (details) => logged.push(details) },
    isClosing: () => isClosing,
    undelivered: (id) => undelivered.push(id),
  });
});

describe('a mistake the person can fix gets one sentence, to them alone', () => {
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
    [
      '/fit 20',
      'I don’t know what “20” means in /fit; write options as name:value, for example epochs:20.',
    ],
    ['/fit layers:1,1,1,1,1,1,1,1,1,1,1', 'layers has 21 characters; it may have at most 20.'],
    [
      '/fit csv:my.csv',
      'csv needs a file: add it with the paper clip beside the message field, or drop it onto this page.',
    ],
    ['/fit target:""', 'target has no value; write it right after the colon, as in epochs:20.'],
    [
      '/fit epochs: batch:10',
      'epochs has no value; write it right after the colon, as in epochs:20.',
    ],
    [
      '/fit batch:10 epochs:',
      'epochs has no value; write it right after the colon, as in epochs:20.',
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
    ['/explain', '/explain needs concept; it can be epoch, batch_size, as in /explain epoch.'],
    ['/explain loss', 'concept was “loss”; it can be epoch, batch_size.'],
    [
      '/explain concept:epoch batch',
      'I don’t know what “batch” means in /explain; write options as name:value, for example epochs:20.',
    ],
    ['/data all', '/data takes no options, so leave all out.'],
    ['/data x:1', '/data takes no options, so leave x out.'],
    ['/fti epochs:20', 'There is no command /fti; did you mean /fit?'],
    ['/dance', 'There is no command /dance; the commands are /fit, /explain, /data, /ask, /help.'],
  ])('%s', async (line, words) => {
    await say(line);
    expect(asker.seen).toEqual([{ audience: 'asker', words }]);
    expect(received).toEqual([]);
    expect(logged).toEqual([]);
  });

  test('in the person’s chosen language', async () => {
    chosen = 'ko';
    await say('/fit epochs:0');
    expect(asker.last.words).toBe('epochs 값이 “0”인데, 1부터 500까지의 정수만 쓸 수 있어요.');
  });

  test('long input is not repeated in full', async () => {
    await say(`/fit epochs:${'9'.repeat(5000)}`);
    expect(asker.last.words.length).toBeLessThan(200);
  });
});

test('an attached file is the csv, named or not', async () => {
  const mine = file('mine.csv');
  await say('/fit epochs:3', { files: [mine] });
  await say('/fit csv:mine.csv epochs:3', { files: [mine] });
  expect(received).toEqual([
    { epochs: 3, csv: mine },
    { epochs: 3, csv: mine },
  ]);
  await say('/fit', { files: [mine, file('other.csv')] });
  expect(asker.last.words).toBe('csv takes one file, but 2 were sent; send just one.');
});

test('a pressed button answers only the person who pressed it', async () => {
  await say('/explain concept:epoch', { pressed: true });
  expect(asker.seen).toEqual([{ audience: 'asker', words: 'epoch' }]);
});

test('an internal error gets an id; its cause goes to the log, never to the chat', async () => {
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

describe('when the program ends', () => {
  const aboutToRestart = {
    en: 'I’m about to restart; please try again in a moment.',
    ko: '지금 막 다시 시작하려던 참이에요. 잠시 뒤에 다시 해 주세요.',
  };

  test.each(['en', 'ko'] as const)('nothing new is begun (%s)', async (locale) => {
    isClosing = true;
    await say('/fit epochs:20', { locale });
    expect(received).toEqual([]);
    expect(asker.seen).toEqual([{ audience: 'asker', words: aboutToRestart[locale] }]);
  });

  test('work in progress fails, and it is nobody’s fault', async () => {
    const closing = createDispatcher({
      commands: [
        {
          spec: { name: 'fit', options: {} },
          run: () => {
            isClosing = true;
            return Promise.reject(new Error('the pool is closed'));
          },
        },
      ],
      services: {},
      chosenLocale: () => Promise.resolve(undefined),
      log: { error: (details) => logged.push(details) },
      isClosing: () => isClosing,
    });
    await closing.text('/fit', asker.invocation());
    expect(asker.last.words).toBe(aboutToRestart.en);
    expect(logged).toEqual([]);
  });

  test('an undelivered answer is identified by its request', async () => {
    const reply = (): Promise<never> => Promise.reject(new Error('the platform is closed'));
    await say('/fit epochs:20', { reply, requested: { id: 'web:r1' } });
    expect(undelivered).toEqual(['web:r1']);
  });
});

describe('a request left unanswered by an earlier process', () => {
  const left = (leftOver: 'fresh' | 'late') => ({ requested: { id: 'web:r1', leftOver } });

  test('is carried out', async () => {
    await say('/fit epochs:20', left('fresh'));
    expect(received).toHaveLength(1);
    expect(asker.last.words).toBe('training 20');
  });

  test('is offered again if it is late, with a button that does it', async () => {
    await say('/fit epochs:20', left('late'));
    expect(received).toEqual([]);
    expect(asker.last.words).toContain(
      'I was restarted before I could answer /fit epochs:20; shall I do it now?',
    );
    const [button] = asker.last.message.buttons ?? [];
    expect(button).toMatchObject({ label: 'Do it now', command: '/fit epochs:20' });
    await say(button?.command ?? '', { pressed: true });
    expect(received).toHaveLength(1);
  });

  test('in the asker’s language', async () => {
    chosen = 'ko';
    await say('/fit epochs:20', left('late'));
    expect(asker.last.words).toContain('지금 할까요?');
    expect(asker.last.message.buttons).toMatchObject([{ label: '지금 하기' }]);
  });

  test('a command typed option by option is the same when it is pressed', async () => {
    const values = { epochs: 20, target: 'the price', optimizer: 'adam' };
    await dispatcher.typed('fit', values, asker.invocation(left('late')));
    const [button] = asker.last.message.buttons ?? [];
    expect(button?.command).toBe('/fit epochs:20 target:"the price" optimizer:adam');
    await say(button?.command ?? '');
    expect(received).toEqual([values]);
  });

  test('a command that fits no button has to be sent again', async () => {
    await say(`/fit target:${'x'.repeat(100)}`, left('late'));
    expect(asker.last.words).toContain('please send it once more.');
    expect(asker.last.message.buttons).toBeUndefined();
    await say('/fit epochs:20', { ...left('late'), files: [file('my.csv')] });
    expect(asker.last.words).toContain('with its file');
    await dispatcher.typed('fit', { csv: file('my.csv') }, asker.invocation(left('late')));
    expect(asker.last.words).toContain('/fit; please send it once more, with its file');
  });
});
