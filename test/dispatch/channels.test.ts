/** Channels in a line, as Discord and Slack write them. */
import { describe, expect, test } from 'vitest';
import { readLine } from '../../src/dispatch/read-line.js';
import type { CommandSpec } from '../../src/dispatch/spec.js';
import { validate } from '../../src/dispatch/validate.js';
import { UserError } from '../../src/errors.js';

const specs: readonly CommandSpec[] = [
  {
    name: 'settings',
    options: {
      action: { type: 'choice', choices: ['show'], positional: true },
      channels: { type: 'channels', most: 3 },
      runs: { type: 'integer', min: 0, max: 2, valueAliases: { none: 0 } },
    },
  },
  {
    name: 'ask',
    answersText: 'question',
    options: { question: { type: 'string', maxLength: 100, positional: true } },
  },
];

function read(line: string): Record<string, unknown> {
  const { command, given, loose } = readLine(line, specs);
  const spec = specs.find(({ name }) => name === command);
  if (!spec) throw new RangeError(command);
  return validate(spec, given, loose, []);
}

test.each([
  ['/settings channels:<#123> <#45> runs:1', ['123', '45']],
  ['settings runs:1 channels: <#123>,<#45>', ['123', '45']],
  ['/settings channels=<#C0AB|study>, <#C0CD|스터디-방> runs:1', ['C0AB', 'C0CD']],
  ['/settings channels:<#C0AB|> <#C0CD> <#C0AB> runs:1', ['C0AB', 'C0CD']],
  ['/settings channels:all runs:1', []],
  ['/settings channels:전체 runs:1', []],
])('%s', (line, channels) => {
  expect(read(line)).toEqual({ channels, runs: 1 });
});

test('a word for a number', () => {
  expect(read('/settings runs:None')).toEqual({ runs: 0 });
});

test.each([
  ['/settings channels:#study #help', 'error.channels', '#study #help'],
  ['/settings channels:#study', 'error.channels', '#study'],
  ['/settings channels:"<#123> and others"', 'error.channels', 'and others'],
  ['/settings channels:<@123>', 'error.channels', '<@123>'],
  ['/settings channels:<#1"><script>', 'error.channels', '<#1"><script>'],
])('%s is refused', (line, key, given) => {
  const refused = new UserError(key as 'error.channels', { option: 'channels', given });
  expect(() => read(line)).toThrow(refused);
  expect(thrown(line)).toEqual(refused);
});

test('more channels than allowed', () => {
  const params = { option: 'channels', count: 4, max: 3 };
  expect(thrown('/settings channels:<#11> <#12> <#13> <#14>')).toEqual(
    new UserError('error.tooManyChannels', params),
  );
});

describe('where channels mean nothing', () => {
  test.each([
    ['in <#1234567890> what is an epoch', 'in   what is an epoch'],
    ['/ask <#C0AB|study> what is an epoch', 'what is an epoch'],
  ])('they are left out: %s', (line, question) => {
    expect(read(line)).toEqual({ question });
  });
});

function thrown(line: string): unknown {
  try {
    return read(line);
  } catch (error) {
    return error;
  }
}
