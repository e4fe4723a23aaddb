import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.js';
import { manifest } from '../../../src/adapters/slack/manifest.js';

const written = JSON.parse(
  readFileSync(new URL('../../../manifest.json', import.meta.url), 'utf8'),
) as unknown;

test('manifest.json is up to date with `npm run manifest`', () => {
  expect(written).toEqual(manifest(commands));
});

/** Slack's own commands; using one makes the whole manifest invalid. */
const slacksOwn = ['status', 'remind', 'topic', 'invite', 'leave', 'search', 'mute', 'open', 'who'];

test('no command is named like one of Slack’s own', () => {
  const { features } = manifest(commands) as {
    features: { slash_commands: { command: string }[] };
  };
  const names = features.slash_commands.map(({ command }) => command.slice(1));
  expect(names.filter((name) => slacksOwn.includes(name))).toEqual([]);
});

test('every command is in it, within Slack’s limits', () => {
  const { features } = manifest(commands) as {
    features: { slash_commands: { command: string; usage_hint?: string }[]; shortcuts: object[] };
  };
  expect(features.slash_commands.map(({ command }) => command)).toEqual(
    commands.map(({ spec: { name } }) => (name === 'status' ? '/tutor-status' : `/${name}`)),
  );
  expect(features.slash_commands.length).toBeLessThanOrEqual(50);
  for (const { command, usage_hint: hint = '' } of features.slash_commands) {
    expect(command).toMatch(/^\/[a-z-]{1,31}$/);
    // One line beside the command's name; `/help` has the rest.
    expect(hint.length).toBeLessThanOrEqual(60);
    expect(hint).not.toContain('private');
  }
});
