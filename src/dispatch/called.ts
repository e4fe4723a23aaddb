/** Resolves a word to a command or option: its own name, an alias in the spec, or one in another language. */
import { commandNames, isCalled, optionNames } from '../content/names.js';
import type { CommandSpec, OptionSpec } from './spec.js';

/** An option's name and spec. */
export type Found = readonly [string, OptionSpec];

export function commandCalled(
  word: string,
  specs: readonly CommandSpec[],
): CommandSpec | undefined {
  const typed = word.toLowerCase();
  return (
    specs.find(({ name }) => name === typed) ??
    specs.find(({ name }) => isCalled(commandNames(name), typed))
  );
}

export function optionCalled(spec: CommandSpec, word: string): Found | undefined {
  const typed = word.toLowerCase();
  const options = Object.entries(spec.options);
  return (
    options.find(([name, { aliases }]) => name === typed || aliases?.includes(typed)) ??
    options.find(
      ([name, option]) => isOffered(option) && isCalled(optionNames(spec.name, name), typed),
    )
  );
}

/** All of an option's names, its own first. */
export function namesOf(
  { name: command, options }: CommandSpec,
  option: string,
): readonly string[] {
  const spec = options[option];
  if (!spec) return [option];
  const others = isOffered(spec) ? Object.values(optionNames(command, option)) : [];
  return [option, ...(spec.aliases ?? []), ...others];
}

/** Options that only our own buttons fill in. */
function isOffered({ byButtons }: OptionSpec): boolean {
  return !byButtons;
}
