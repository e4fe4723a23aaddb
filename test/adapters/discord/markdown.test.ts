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
    ['1. one', '1\u200b. one'],
    ['a - b', 'a - b'],
  ])('%s', (typed, escaped) => {
    expect(escapeMarkdown(typed)).toBe(escaped);
  });
});

test('nothing inside a code block can close it', () => {
  const block = blockMarkdown({ kind: 'code', text: 'a\n```\n@everyone' });
  expect(block.match(/```/g)).toHaveLength(2);
});

test('code in a line may hold backticks', () => {
  const of = (text: string): string =>
    blockMarkdown({ kind: 'text', text: [{ text, style: 'code' }] });
  expect(of('plain')).toBe('`plain`');
  expect(of('a`b')).toBe('``a`b``');
  expect(of('``` @everyone')).not.toContain('```');
});

test('headings, strong words and lists', () => {
  const text = [{ text: 'one' }, { text: 'two', style: 'strong' }] as const;
  expect(blockMarkdown({ kind: 'heading', text })).toBe('### one**two**');
  expect(blockMarkdown({ kind: 'list', items: [text, text] })).toBe('- one**two**\n- one**two**');
});
