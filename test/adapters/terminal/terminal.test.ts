import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../src/adapters/terminal/arguments.js';
import type { ChatMessage } from '../../../src/chat/message.js';
import { Output, screenText, terminalOn } from '../../support/terminal.js';

function message(code: string, words: string): ChatMessage {
  return {
    blocks: [
      { kind: 'code', text: code },
      { kind: 'text', text: [{ text: words }] },
    ],
    spoken: words,
  };
}

describe('in a pipe', () => {
  test('every line is written once, when it no longer changes, and the words at the end', async () => {
    const stdout = new Output();
    const terminal = terminalOn(stdout);
    const ref = await terminal.invocation([]).reply(message('Epoch 1/2\n1/9', 'going'), 'everyone');
    await terminal.port.edit(ref, message('Epoch 1/2\n5/9', 'going'));
    await terminal.port.edit(ref, message('Epoch 1/2\n9/9\nEpoch 2/2\n1/9', 'going'));
    expect(stdout.text).toBe('Epoch 1/2\n9/9\n');
    await terminal.port.edit(ref, message('Epoch 1/2\n9/9\nEpoch 2/2\n9/9', 'done'));
    await terminal.finish();
    expect(stdout.text).toBe('Epoch 1/2\n9/9\nEpoch 2/2\n9/9\n\ndone\n');
  });

  test('people’s input cannot control the terminal', async () => {
    const stdout = new Output();
    const terminal = terminalOn(stdout);
    await terminal.invocation([]).reply(message('a\nb', '\u001b[2Jcolumn\u0007\u009b'), 'everyone');
    await terminal.finish();
    expect(stdout.text).toBe('a\nb\n\n[2Jcolumn\n');
  });
});

describe('on a terminal', () => {
  const epochs = (newest: number, bar: string): string =>
    Array.from({ length: newest }, (_, index) => {
      const epoch = index + 1;
      return `Epoch ${epoch}/30\n${epoch < newest ? '9/9' : bar}`;
    }).join('\n');

  test('finished epochs stay above, and only the newest is redrawn', async () => {
    const stdout = new Output(40, 10);
    const terminal = terminalOn(stdout);
    const ref = await terminal.invocation([]).reply(message(epochs(1, '1/9'), 'going'), 'everyone');
    for (let newest = 1; newest <= 30; newest += 1) {
      await terminal.port.edit(ref, message(epochs(newest, '3/9'), `${newest} of 30`));
    }
    expect(screenText(stdout.text)).toBe(`${epochs(30, '3/9')}\n\n30 of 30`);
    await terminal.port.edit(ref, message(epochs(30, '9/9'), 'done'));
    await terminal.finish();
    expect(screenText(stdout.text)).toBe(`${epochs(30, '9/9')}\n\ndone`);
  });

  test('an end taller than the window is shown in full', async () => {
    const stdout = new Output(40, 10);
    const terminal = terminalOn(stdout);
    const words = Array.from({ length: 20 }, (_, index) => `word${index}`).join('\n');
    await terminal.invocation([]).reply(message(epochs(1, '9/9'), words), 'everyone');
    await terminal.finish();
    expect(screenText(stdout.text)).toBe(`${epochs(1, '9/9')}\n\n${words}`);
  });

  test('words that do not fit the line are wrapped, with Hangul counted as two columns', async () => {
    const stdout = new Output(12, 10);
    const terminal = terminalOn(stdout);
    await terminal
      .invocation([])
      .reply(message('Epoch 1/1', '학습용 행을 전부 썼어요'), 'everyone');
    await terminal.finish();
    expect(screenText(stdout.text)).toBe('Epoch 1/1\n\n학습용 행을 \n전부 썼어요');
  });
});

test('a compact epoch whose bar disappears at its end is written in its final form', async () => {
  const stdout = new Output();
  const terminal = terminalOn(stdout);
  const first = 'Epoch 1/2 0s\n9/9 [====]\nloss 0.6';
  const ref = await terminal.invocation([]).reply(message(first, 'going'), 'everyone');
  const over = 'Epoch 1/2 0s\nloss 0.6\nEpoch 2/2 0s\n9/9 [====]\nloss 0.5';
  await terminal.port.edit(ref, message(over, 'done'));
  await terminal.finish();
  expect(stdout.text).toBe(`${over}\n\ndone\n`);
});

test('text above the code is written above it, once', async () => {
  const stdout = new Output();
  const terminal = terminalOn(stdout);
  const run = { kind: 'text' as const, text: [{ text: 'Run k3f9qd' }] };
  const headed = ({ blocks, ...rest }: ChatMessage) => ({ ...rest, blocks: [run, ...blocks] });
  const reply = headed(message('Epoch 1/2\n1/9', 'going'));
  const ref = await terminal.invocation([]).reply(reply, 'everyone');
  await terminal.port.edit(ref, headed(message('Epoch 1/2\n9/9\nEpoch 2/2\n9/9', 'done')));
  await terminal.finish();
  expect(stdout.text).toBe('Run k3f9qd\n\nEpoch 1/2\n9/9\nEpoch 2/2\n9/9\n\ndone\n');
});

test('a command to try next is in shell form', async () => {
  const stdout = new Output();
  const terminal = terminalOn(stdout);
  const text = [{ text: 'Next: ' }, { text: '/fit like:k3f9qd seed:42', style: 'code' as const }];
  const next: ChatMessage = { blocks: [{ kind: 'text', text }], spoken: '' };
  await terminal.invocation([]).reply(next, 'everyone');
  await terminal.finish();
  expect(stdout.text).toBe('Next: npm run fit -- like:k3f9qd seed:42\n');
});

test('errors and help go to stderr', async () => {
  const [stdout, stderr] = [new Output(), new Output()];
  const words = [{ kind: 'text' as const, text: [{ text: 'epochs was “0”.' }] }];
  await terminalOn(stdout, stderr).invocation([]).reply({ blocks: words, spoken: '' }, 'asker');
  expect(stderr.text).toBe('epochs was “0”.\n');
  expect(stdout.text).toBe('');
});

test('files are saved, and their location is printed', async () => {
  const terminal = terminalOn(new Output());
  const attachments = [{ name: 'history.csv', mediaType: 'text/csv', bytes: new Uint8Array(1) }];
  await terminal.invocation([]).reply({ ...message('a', 'b'), attachments }, 'everyone');
  expect(await terminal.finish()).toEqual(['/kept/history.csv']);
});

describe('arguments', () => {
  test('are the command line that a chat would get', () => {
    expect(readArguments(['epochs:20', 'batch:10'])).toEqual({
      line: '/fit epochs:20 batch:10',
      csvPath: undefined,
      asksForHelp: false,
    });
  });

  test('may have the dashes that shell users type', () => {
    expect(readArguments(['--epochs=20', '-batch:10', 'lr:-1']).line).toBe(
      '/fit epochs=20 batch:10 lr:-1',
    );
    const help = { line: '/help fit', csvPath: undefined, asksForHelp: true };
    for (const word of ['--help', '-h', 'help']) expect(readArguments([word])).toEqual(help);
  });

  test('get back the quotes the shell removed', () => {
    expect(readArguments(['target:Left the bank', 'layers=6, 6']).line).toBe(
      '/fit target:"Left the bank" layers="6, 6"',
    );
  });

  test('csv names a file by its path', () => {
    expect(readArguments(['csv:my data/a:b.csv', 'epochs:3'])).toEqual({
      line: '/fit epochs:3',
      csvPath: 'my data/a:b.csv',
      asksForHelp: false,
    });
  });
});
