/** Command names and descriptions, checked against the platforms' limits. */
import { offeredOptions } from '../../src/dispatch/spec.js';
import { describe, expect, test } from 'vitest';
import { fitDefaults } from '../../commands/fit-settings.js';
import { commands } from '../../commands/index.js';
import { en } from '../../src/content/en/messages.js';
import { ko } from '../../src/content/ko/messages.js';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { commandHints } from '../../src/dispatch/completion.js';
import { readLine } from '../../src/dispatch/read-line.js';
import { validate } from '../../src/dispatch/validate.js';

/** Discord: names of commands and options, and the length of their descriptions. */
const namePattern = /^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u;
const MAX_DESCRIPTION = 100;
const MAX_OPTIONS = 25;
const MAX_CHOICES = 25;

const specs = commands.map(({ spec }) => spec);
const options = specs.flatMap((spec) =>
  offeredOptions(spec).map(([name, option]) => ({ command: spec.name, name, option })),
);

test('no two commands share a name', () => {
  const names = specs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test.each(specs)('/$name fits every platform', ({ name, options: taken }) => {
  expect(name).toMatch(namePattern);
  const all = Object.entries(taken);
  expect(all.length).toBeLessThanOrEqual(MAX_OPTIONS);
  expect(all.filter(([, { positional }]) => positional).length).toBeLessThanOrEqual(1);
  // Discord wants required options first.
  const required = all.map(([, option]) => option.required === true);
  expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
  const words = all.flatMap(([option, { aliases = [] }]) => [option, ...aliases]);
  expect(new Set(words).size, 'each word means one option').toBe(words.length);
});

test.each(options)('/$command $name fits every platform', ({ name, option }) => {
  for (const word of [name, ...(option.aliases ?? [])]) {
    expect(word).toMatch(namePattern);
    expect(word).toBe(word.toLowerCase().normalize('NFC'));
  }
  if (option.type !== 'choice') return;
  // Others are suggested while typing.
  if (!option.labels) expect(option.choices.length).toBeLessThanOrEqual(MAX_CHOICES);
  for (const meant of Object.values(option.valueAliases ?? {})) {
    expect(option.choices).toContain(meant);
  }
});

describe.each(locales)('in %s', (locale) => {
  test.each(commandHints(commands, translator(locale)))('/$name is described', (hint) => {
    for (const { description } of [hint, ...hint.options]) {
      expect(description.length, description).toBeLessThanOrEqual(MAX_DESCRIPTION);
      expect(description).not.toMatch(/\.$/);
    }
  });
});

test.each([
  ['epochs', fitDefaults.epochs],
  ['batch', fitDefaults.batchSize],
  ['data', fitDefaults.dataset.name],
  ['activation', fitDefaults.activation],
  ['optimizer', fitDefaults.optimizer],
] as const)('without %s it is %s, and the description says so', (option, value) => {
  expect(en[`command.fit.${option}`]).toContain(`(${value} if left out)`);
  expect(ko[`command.fit.${option}`]).toContain(`(안 적으면 ${value})`);
});

test('nothing nonexistent is described', () => {
  const described = Object.keys(en).filter((key) => key.startsWith('command.'));
  const existing = [
    ...specs.map(({ name }) => `command.${name}`),
    ...options.map(({ command, name }) => `command.${command}.${name}`),
    ...specs.filter(({ onMessage }) => onMessage).map(({ name }) => `command.${name}.onMessage`),
  ];
  expect(described.sort()).toEqual(existing.sort());
});

const examples = [en, ko].flatMap((messages) =>
  Object.entries(messages).flatMap(([key, message]) =>
    [...message.matchAll(/<code>(\/\w[^<{]*|model\.fit[^<{]*\))<\/code>/g)].map(
      ([, line = '']) => ({
        key,
        line,
      }),
    ),
  ),
);

test('the descriptions contain examples', () => {
  expect(examples.length).toBeGreaterThan(10);
});

const anyFile = { name: 'homes.csv', sizeBytes: 1, read: () => Promise.resolve(new Uint8Array(1)) };

test.each(examples)('$line in $key is understood', ({ line }) => {
  const { command, given, loose } = readLine(line, specs);
  const spec = specs.find(({ name }) => name === command);
  // In that case the form's file comes with the line.
  const files = line.endsWith('csv:') ? [anyFile] : [];
  expect(spec && validate(spec, given, loose, files)).toBeDefined();
});
