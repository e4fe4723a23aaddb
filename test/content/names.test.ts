/** Localized names of commands, options and choices, checked against the existing commands. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { choiceNames, commandNames, optionNames } from '../../src/content/names.js';
import { names as korean } from '../../src/content/ko/names.js';
import { offeredOptions, type OptionSpec } from '../../src/dispatch/spec.js';

const specs = commands.map(({ spec }) => spec);
const options = specs.flatMap((spec) =>
  offeredOptions(spec).map(([name, option]) => ({ command: spec.name, name, option })),
);

/** In Korean they are written the same way. */
const properNames = [
  ...['relu', 'tanh', 'sigmoid', 'adam', 'sgd', 'rmsprop'],
  ...['keras', 'pytorch', 'tensorflow'],
];

function menuOf(option: OptionSpec): readonly string[] {
  // Others have their own labels.
  return option.type === 'choice' && !option.labels ? option.choices : [];
}

describe('everything has a Korean name', () => {
  test.each(specs)('/$name', ({ name }) => {
    expect(commandNames(name).ko).toBeDefined();
  });

  test.each(options)('/$command $name', ({ command, name, option }) => {
    expect(optionNames(command, name).ko).toBeDefined();
    const nameless = menuOf(option).filter((choice) => choiceNames(choice).ko === undefined);
    expect(nameless.filter((choice) => !properNames.includes(choice))).toEqual([]);
  });
});

test('nothing nonexistent has one', () => {
  const existing = {
    commands: specs.map(({ name }) => name),
    options: options.map(({ name }) => name),
    choices: options.flatMap(({ option }) => menuOf(option)),
  };
  for (const kind of ['commands', 'options', 'choices'] as const) {
    expect(Object.keys(korean[kind]).filter((name) => !existing[kind].includes(name))).toEqual([]);
  }
});

test('no two in one place share a name, or use another’s', () => {
  const called = specs.flatMap(({ name }) => [name, commandNames(name).ko]);
  expect(new Set(called).size).toBe(called.length);
  for (const spec of specs) {
    const all = Object.entries(spec.options).flatMap(([name, { aliases = [], byButtons }]) => {
      const own = byButtons ? undefined : optionNames(spec.name, name).ko;
      return [name, ...aliases, ...(own === undefined || own === name ? [] : [own])];
    });
    expect(all.length, spec.name).toBe(new Set(all).size);
  }
});
