/**
 * Names of commands, options and choices in other languages, besides their universal names.
 * They can be typed wherever the others can; a platform that can show names in its users' language
 * shows these.
 */
import { names as ko } from './ko/names.js';
import type { Locale } from './locale.js';

export interface Names {
  readonly commands: Readonly<Record<string, string>>;
  /** By the option's own name, in any command. */
  readonly options: Readonly<Record<string, string>>;
  /** Exceptions, where an option means something else in a command. */
  readonly optionsOf: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly choices: Readonly<Record<string, string>>;
}

const tables: Readonly<Partial<Record<Locale, Names>>> = { ko };

/** A name by language, if it has one besides the universal name. */
export type LocalNames = Readonly<Partial<Record<Locale, string>>>;

export function commandNames(command: string): LocalNames {
  return inEach(({ commands }) => commands[command]);
}

export function optionNames(command: string, option: string): LocalNames {
  return inEach(({ options, optionsOf }) => optionsOf[command]?.[option] ?? options[option]);
}

/** A choice that is a command's name gets that command's names. */
export function choiceNames(choice: string): LocalNames {
  return inEach(({ choices, commands }) => choices[choice] ?? commands[choice]);
}

/** Whether one of these names matches, ignoring case, spaces and hyphens. */
export function isCalled(names: LocalNames, typed: string): boolean {
  const plain = plainName(typed);
  return Object.values(names).some((name) => plainName(name) === plain);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

function inEach(nameIn: (names: Names) => string | undefined): LocalNames {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([locale, table]) => {
      const name = nameIn(table);
      return name === undefined ? [] : [[locale, name]];
    }),
  );
}
