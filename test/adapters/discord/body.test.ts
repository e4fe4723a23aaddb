import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { fitsDiscord, outgoing, outgoingEdit } from '../../../src/adapters/discord/body.js';
import type { Button, ChatMessage } from '../../../src/chat/message.js';
import { checkBody } from '../../support/discord/validation.js';

function words(count: number): ChatMessage {
  return { blocks: [{ kind: 'text', text: [{ text: 'a'.repeat(count) }] }], spoken: 'a' };
}

function file(name: string, text: string): { name: string; mediaType: string; bytes: Uint8Array } {
  return { name, mediaType: 'text/plain', bytes: new TextEncoder().encode(text) };
}

const button = (number: number): Button => ({
  label: `try ${number}`,
  command: `/fit batch:${number}`,
});

test('2,000 characters are one message, 2,001 are two', () => {
  expect(fitsDiscord(words(2_000))).toBe(true);
  expect(fitsDiscord(words(2_001))).toBe(false);
  const parts = outgoing(words(2_001)).map(({ body }) => body.content);
  expect(parts.join('')).toBe('a'.repeat(2_001));
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
});

test('a long code block continues in the next message as code', () => {
  const text = Array.from({ length: 300 }, (_, line) => `line ${line}`).join('\n');
  const parts = outgoing({ blocks: [{ kind: 'code', text }], spoken: '' });
  expect(parts.length).toBeGreaterThan(1);
  for (const { body } of parts) expect(body.content).toMatch(/^```\n[\s\S]*\n```$/);
});

test('code that also comes as a file is left out if the message would be too long', () => {
  const code = 'x = 1\n'.repeat(400);
  const [first, ...rest] = outgoing({
    blocks: [
      { kind: 'text', text: [{ text: 'Your script:' }] },
      { kind: 'code', text: code },
    ],
    spoken: '',
    attachments: [file('fit.py', code)],
  });
  expect(first.body.content).toBe('Your script:');
  expect(first.files).toHaveLength(1);
  expect(rest).toEqual([]);
});

test('buttons come five in a row, and each command only once', () => {
  const buttons = [...Array.from({ length: 7 }, (_, index) => button(index)), button(0)];
  const [{ body }] = outgoing({ ...words(1), buttons });
  expect(body.components.map((row) => row.components.length)).toEqual([5, 2]);
});

test('explanations are one menu below the buttons, with at most 25 entries, none repeated', () => {
  const buttons = Array.from({ length: 30 }, (_, index) => button(index));
  const many = [button(1), ...buttons];
  const explanations = { asks: '?'.repeat(151), buttons: many };
  const [{ body }] = outgoing({ ...words(1), buttons, explanations });
  expect(body.components.map((row) => row.components.length)).toEqual([5, 5, 5, 5, 1]);
  const menu = body.components.at(-1)?.components[0];
  if (menu?.type !== ComponentType.StringSelect) throw new Error('there is no menu');
  expect(menu.placeholder).toHaveLength(150);
  expect(menu.options).toHaveLength(25);
  expect(menu.options.slice(0, 3)).toEqual([
    { label: 'try 1', value: '/fit batch:1' },
    { label: 'try 0', value: '/fit batch:0' },
    { label: 'try 2', value: '/fit batch:2' },
  ]);
  checkBody('message', body);
  const fits = (count: number): boolean =>
    fitsDiscord({
      ...words(1),
      buttons: buttons.slice(0, 20),
      explanations: { asks: '?', buttons: buttons.slice(0, count) },
    });
  expect([fits(25), fits(26)]).toEqual([true, false]);
});

test('an empty menu is left out', () => {
  const [{ body }] = outgoing({ ...words(1), explanations: { asks: '?', buttons: [] } });
  expect(body.components).toEqual([]);
});

test('nobody is ever pinged', () => {
  const [{ body }] = outgoing(words(1));
  expect(body.allowed_mentions).toEqual({ parse: [] });
  expect(outgoingEdit(words(1), []).body.allowed_mentions).toEqual({ parse: [] });
});

test('an edit without files leaves attachments alone', () => {
  expect(outgoingEdit(words(1), [{ id: '1' }]).body).not.toHaveProperty('attachments');
});

test('an edit with files keeps the earlier ones, except one with the same name', () => {
  const kept = [
    { id: '11', filename: 'chart.png' },
    { id: '12', filename: 'old.csv' },
  ];
  const { body } = outgoingEdit({ ...words(1), attachments: [file('chart.png', 'new')] }, kept);
  expect(body.attachments).toEqual([{ id: '12' }, { id: '0', filename: 'chart.png' }]);
});

test('a file that is too large is left out, and the message still goes out', () => {
  const bytes = new Uint8Array(10 * 1024 * 1024 + 1);
  const [{ files, body }] = outgoing({
    ...words(1),
    attachments: [{ name: 'big', mediaType: 'text/plain', bytes }],
  });
  expect(files).toEqual([]);
  expect(body.content).toBe('a');
});
