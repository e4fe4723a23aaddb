import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../src/adapters/terminal/arguments.js';
import type { ChatMessage } from '../../../src/chat/message.js';
import { Output, terminalOn } from '../../support/terminal.js';

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
  test('every line is written once, when it changes no more, and the words at the end', async () => {
    const stdout = new Output();
    const terminal = terminalOn(stdout);
    const ref = await terminal.invocation([]).reply(message('Epoch 1/2\n1/9', 'going'), 'everyone');
    await terminal.port.edit(ref, message('Epoch 1/2\n5/9', 'going'));
    await terminal.port.edit(ref, message('Epoch 1/2\n9/9\nEpoch 2/2\n1/9', 'going'));
    expect(stdout.text).toBe('Epoch 1/2\n9/9\nEpoch 2/2\n');
    await terminal.port.edit(ref, message('Epoch 1/2\n9/9\nEpoch 2/2\n9/9', 'done'));
    await terminal.finish();
    expect(stdout.text).toBe('Epoch 1/2\n9/9\nEpoch 2/2\n9/9\n\ndone\n');
  });

  test('what people typed cannot steer the terminal', async () => {
    const stdout = new Output();
    const terminal = terminalOn(stdout);
    await terminal.invocation([]).reply(message('a\nb', '\u001b[2Jcolumn\u0007\u009b'), 'everyone');
    await terminal.finish();
    expect(stdout.text).toBe('a\nb\n\n[2Jcolumn\n');
  });
});

describe('on a terminal', () => {
  test('a message must fit the screen to be redrawn in place', () => {
    const terminal = terminalOn(new Output(40, 10));
    expect(terminal.port.fits(message('one\ntwo', 'three'))).toBe(true);
    expect(terminal.port.fits(message('line\n'.repeat(9), 'more'))).toBe(false);
    expect(terminal.port.fits(message('x', 'a long paragraph '.repeat(30)))).toBe(false);
  });
});

test('errors and help go to stderr', async () => {
  const [stdout, stderr] = [new Output(), new Output()];
  const words = [{ kind: 'text' as const, text: [{ text: 'epochs was “0”.' }] }];
  await terminalOn(stdout, stderr).invocation([]).reply({ blocks: words, spoken: '' }, 'asker');
  expect(stderr.text).toBe('epochs was “0”.\n');
  expect(stdout.text).toBe('');
});

test('files are kept, and where is told', async () => {
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
    });
  });

  test('get the quotes back that the shell took', () => {
    expect(readArguments(['target:Left the bank', 'layers=6, 6']).line).toBe(
      '/fit target:"Left the bank" layers="6, 6"',
    );
  });

  test('csv names a file by its path', () => {
    expect(readArguments(['csv:my data/a:b.csv', 'epochs:3'])).toEqual({
      line: '/fit epochs:3',
      csvPath: 'my data/a:b.csv',
    });
  });
});
