import { expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { concepts } from '../../src/content/concepts.js';
import { translator } from '../../src/content/translator.js';
import { commandHints } from '../../src/dispatch/completion.js';

function optionHint(locale: 'en' | 'ko', command: string, option: string) {
  const hints = commandHints(commands, translator(locale));
  return hints.find(({ name }) => name === command)?.options.find(({ name }) => name === option);
}

test('an option is suggested with its words and its range, in the room’s language', () => {
  expect(optionHint('en', 'fit', 'batch')).toEqual({
    name: 'batch',
    description: 'Rows per iteration, batch_size in Keras (32 if left out)',
    type: 'integer',
    choices: [],
    range: '1–100,000',
    positional: false,
  });
  expect(optionHint('ko', 'fit', 'batch')?.description).toContain('이터레이션 한 번에');
});

test('a choice is suggested with its values', () => {
  expect(optionHint('en', 'explain', 'concept')).toMatchObject({
    choices: concepts,
    range: '',
    positional: true,
  });
});

test('a command without a description is our own mistake', () => {
  const nameless = { spec: { name: 'nameless', options: {} } };
  expect(() => commandHints([nameless], translator('en'))).toThrow('no words for command.nameless');
});
