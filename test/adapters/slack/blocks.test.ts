import { describe, expect, test } from 'vitest';
import { fitsSlack, slackMessage } from '../../../src/adapters/slack/blocks.js';
import { unescapeText } from '../../../src/adapters/slack/unescape.js';
import { blockMrkdwn, escapeMrkdwn } from '../../../src/adapters/slack/mrkdwn.js';
import type { ChatMessage } from '../../../src/chat/message.js';

function saying(text: string): ChatMessage {
  return { blocks: [{ kind: 'text', text: [{ text }] }], spoken: text };
}

describe('what a person typed stays text', () => {
  test.each(['<!channel>', '<@U1>', '<http://x.example|here>', '&lt;'])('%s', (typed) => {
    expect(escapeMrkdwn(typed)).not.toMatch(/<|&lt;(?!.)/);
    expect(unescapeText(escapeMrkdwn(typed).replaceAll('\u200b', ''))).toBe(typed);
  });

  test.each(['*bold*', '_it_', '~no~', '`code`', ':tada:', 'https://x.example'])('%s', (typed) => {
    const escaped = escapeMrkdwn(typed);
    expect(escaped).not.toBe(typed);
    expect(escaped.replaceAll('\u200b', '')).toBe(typed);
  });

  test('nothing inside a code block can close it', () => {
    const block = blockMrkdwn({ kind: 'code', text: 'a\n```\n<!channel>' });
    expect(block.match(/```/g)).toHaveLength(2);
    expect(block).not.toContain('<!');
  });
});

describe('what Slack sends is read as it was typed', () => {
  test.each([
    ['<@U123> fit epochs:5', 'fit epochs:5'],
    ['a &lt; b &amp;&amp; c', 'a < b && c'],
    ['see <https://keras.io|keras.io> now', 'see keras.io now'],
    ['see <https://keras.io>', 'see https://keras.io'],
  ])('%s', (written, typed) => {
    expect(unescapeText(written)).toBe(typed);
  });
});

test('only sections, actions and images: an edit never switches between block families', () => {
  const { blocks } = slackMessage({
    blocks: [
      { kind: 'heading', text: [{ text: 'Run' }] },
      { kind: 'code', text: 'Epoch 1/2' },
      { kind: 'list', items: [[{ text: 'one' }]] },
    ],
    spoken: 'Run',
    buttons: [{ label: 'Stop', command: '/stop run:k3f9qd', style: 'danger' }],
  });
  expect(blocks.map(({ type }) => type)).toEqual(['section', 'section', 'section', 'actions']);
  expect(blocks.every((block) => block.block_id === undefined)).toBe(true);
});

test('explanations are one menu in a block below the buttons', () => {
  const { blocks } = slackMessage({
    ...saying('Run'),
    buttons: [{ label: 'Stop', command: '/stop run:k3f9qd', style: 'danger' }],
    explanations: {
      asks: 'What does … mean?',
      buttons: [
        { label: 'l'.repeat(76), command: '/explain concept:loss' },
        { label: 'too long to be one', command: `/ask ${'x'.repeat(150)}` },
      ],
    },
  });
  const text = (words: string) => ({ type: 'plain_text', text: words, emoji: false });
  expect(blocks.slice(2)).toEqual([
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: 'menu:explanations',
          placeholder: text('What does … mean?'),
          options: [{ text: text(`${'l'.repeat(74)}…`), value: '/explain concept:loss' }],
        },
      ],
    },
  ]);
  expect(
    slackMessage({ ...saying('Run'), explanations: { asks: '?', buttons: [] } }).blocks,
  ).toHaveLength(1);
});

test('a section holds 3,000 characters', () => {
  expect(fitsSlack(saying('a'.repeat(3_000)))).toBe(true);
  expect(fitsSlack(saying('a'.repeat(3_001)))).toBe(false);
});

test('longer text is cut into sections at line breaks', () => {
  const text = Array.from({ length: 400 }, (_, line) => `line ${line} of a script`).join('\n');
  const { blocks } = slackMessage({ blocks: [{ kind: 'code', text }], spoken: '' });
  expect(blocks.length).toBeGreaterThan(1);
  for (const block of blocks) {
    const section = (block as { text: { text: string } }).text.text;
    expect(section).toMatch(/^```\n[\s\S]*\n```$/);
    expect(section.length).toBeLessThanOrEqual(3_000);
  }
});
