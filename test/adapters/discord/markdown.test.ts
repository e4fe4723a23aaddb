import { describe, expect, test } from 'vitest';
import { blockMarkdown, escapeMarkdown } from '../../../src/adapters/discord/markdown.js';

describe('what a person typed stays text', () => {
  test.each([
    ['@everyone', '\\@everyone'],
    ['<@123456789012345678>', '\\<\\@123456789012345678\\>'],
    [
      '**bold** _it_ ~~no~~ ||spoiler||',
      '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|spoiler\\|\\|',
    ],
    ['[here](https://x.example)', '\\[here\\]\\(https\\://x.example\\)'],
    ['# big', '\\# big'],
    ['> quote', '\\> quote'],
    ['-# small', '\\-\\# small'],
    ['1. one', '1\\. one'],
    ['  2) two', '  2\\) two'],
    ['one\n- two\n3. three', 'one\n\\- two\n3\\. three'],
    ['a - b', 'a - b'],
    ['-0.5', '-0.5'],
    ['0.8395 and 3.', '0.8395 and 3.'],
  ])('%s', (typed, escaped) => {
    expect(escapeMarkdown(typed)).toBe(escaped);
  });
});

test('nothing inside a code block can close it', () => {
  const block = blockMarkdown({ kind: 'code', text: 'a\n```\n@everyone' });
  expect(block.match(/```/g)).toHaveLength(2);
});

test('inline code may contain backticks', () => {
  const of = (text: string): string =>
    blockMarkdown({ kind: 'text', text: [{ text, style: 'code' }] });
  expect(of('plain')).toBe('`plain`');
  expect(of('a`b')).toBe('``a`b``');
  expect(of('``` @everyone')).not.toContain('```');
});

test('characters that format a line start are escaped there, and nowhere else', () => {
  const strong = (text: string): { text: string; style: 'strong' } => ({ text, style: 'strong' });
  const of = (...text: { text: string; style?: 'strong' }[]): string =>
    blockMarkdown({ kind: 'text', text });
  expect(of({ text: 'accuracy ' }, strong('0.8395'), { text: '- that is it' })).toBe(
    'accuracy **0.8395**- that is it',
  );
  expect(of(strong('1. one'), { text: '2. two' })).toBe('**1. one**2. two');
  expect(of({ text: 'one\n' }, { text: '- two' })).toBe('one\n\\- two');
  expect(of({ text: ' ' }, { text: '1. one' })).toBe(' 1\\. one');
  expect(blockMarkdown({ kind: 'heading', text: [{ text: '1. one' }] })).toBe('### 1. one');
  // A nested list.
  expect(blockMarkdown({ kind: 'list', items: [[{ text: '- one' }]] })).toBe('- \\- one');
});

test('numbers can be copied: they contain no invisible characters', () => {
  for (const text of ['0.8395', '1. 0.8395', 'loss:0.5 - 3) 1e-7', '-1.5\n2.5']) {
    for (const style of [undefined, 'strong', 'code'] as const) {
      const span = style ? { text, style } : { text };
      const shown = blockMarkdown({ kind: 'text', text: [span] });
      expect(shown).not.toContain('\u200b');
    }
  }
});

test('headings, bold words and lists', () => {
  const text = [{ text: 'one' }, { text: 'two', style: 'strong' }] as const;
  expect(blockMarkdown({ kind: 'heading', text })).toBe('### one**two**');
  expect(blockMarkdown({ kind: 'list', items: [text, text] })).toBe('- one**two**\n- one**two**');
});
