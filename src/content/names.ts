/**
 * What commands, options and choices are called in other languages beside the names they have everywhere.
 * They can be typed wherever the others can; a platform that can show names in its users' language
 * shows these.
 */
import { names as ko } from './ko/names.js';
import type { Locale } from './locale.js';

export interface Names {
  readonly commands: Readonly<Record<string, string>>;
  /** By the option's own name, whatever command it belongs to. */
  readonly options: Readonly<Record<string, string>>;
  /** Where one means something else in a command. */
  readonly optionsOf: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly choices: Readonly<Record<string, string>>;
}

const tables: Readonly<Partial<Record<Locale, Names>>> = { ko };

/** A name by language; only where there is one beside the name that everybody knows. */
export type LocalNames = Readonly<Partial<Record<Locale, string>>>;

export function commandNames(command: string): LocalNames {
  return inEach(({ commands }) => commands[command]);
}

export function optionNames(command: string, option: string): LocalNames {
  return inEach(({ options, optionsOf }) => optionsOf[command]?.[option] ?? options[option]);
}

/** Of a choice that is a command's name, that command's. */
export function choiceNames(choice: string): LocalNames {
  return inEach(({ choices, commands }) => choices[choice] ?? commands[choice]);
}

/** Whether one of these names is meant, however it is written: capitals, spaces and hyphens aside. */
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
