/** Holds what was given against a command's spec. Every fault is one sentence naming option, value and range. */
import type { IncomingFile } from '../chat/port.js';
import { UserError } from '../errors.js';
import { nearest } from './nearest.js';
import type { ChoiceOption, CommandSpec, OptionSpec } from './spec.js';

/** As text from a line, or already typed by a platform. */
export type GivenValue = string | number | IncomingFile;

export interface Given {
  readonly name: string;
  readonly value: GivenValue;
}

/** An option's name and spec. */
type Found = readonly [string, OptionSpec];

/** What is shown of a person's own text in an answer. */
const SHOWN_CHARACTERS = 60;

/**
 * @param loose words without a name; they fill the positional options in order
 * @returns a value for every option that was given, of the type its spec says
 * @throws UserError naming the first fault
 */
export function validate(
  spec: CommandSpec,
  given: readonly Given[],
  loose: readonly string[],
  files: readonly IncomingFile[],
): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  const named = given.map(({ name, value }) => ({ found: findOption(spec, name), value }));
  for (const { found, value } of [...named, ...positional(spec, named, loose)]) {
    const [option, optionSpec] = found;
    if (option in args) throw new UserError('error.twice', { option });
    args[option] = readValue(option, optionSpec, value, files);
  }
  for (const [option, optionSpec] of Object.entries(spec.options)) {
    // A dropped file says by itself which option it is for.
    if (optionSpec.type === 'file' && !(option in args) && files.length > 0) {
      args[option] = theFile(option, files);
    }
    if (optionSpec.required && !(option in args)) throw missing(spec.name, option, optionSpec);
  }
  return args;
}

/** The option that may be given without its name. */
export function positionalOption(spec: CommandSpec): Found | undefined {
  return Object.entries(spec.options).find(([, option]) => option.positional);
}

/** Words without a name are one value together: `/explain batch size`. */
function positional(
  spec: CommandSpec,
  named: readonly { readonly found: Found }[],
  loose: readonly string[],
): readonly { readonly found: Found; readonly value: string }[] {
  const [first] = loose;
  if (first === undefined) return [];
  const found = positionalOption(spec);
  if (!found || named.some((other) => other.found[0] === found[0])) {
    const takesNone = Object.keys(spec.options).length === 0;
    throw takesNone ? takesNoOptions(spec, first) : looseWord(spec, first);
  }
  return [{ found, value: loose.join(' ') }];
}

function looseWord({ name }: CommandSpec, word: string): UserError {
  return new UserError('error.looseWord', { word: shown(word), command: name });
}

function takesNoOptions({ name }: CommandSpec, word: string): UserError {
  return new UserError('error.takesNoOptions', { option: shown(word), command: name });
}

export function hasOption(spec: CommandSpec, given: string): boolean {
  return optionCalled(spec, given) !== undefined;
}

function optionCalled(spec: CommandSpec, given: string): Found | undefined {
  const name = given.toLowerCase();
  return Object.entries(spec.options).find(
    ([option, { aliases }]) => option === name || aliases?.includes(name),
  );
}

function findOption(spec: CommandSpec, given: string): Found {
  const found = optionCalled(spec, given);
  if (found) return found;
  const options = Object.keys(spec.options);
  const known = Object.entries(spec.options).flatMap(([option, { aliases = [] }]) => [
    option,
    ...aliases,
  ]);
  const close = nearest(given, known);
  const params = { option: shown(given), command: spec.name };
  if (close !== undefined) throw new UserError('error.unknownOptionNearest', { ...params, close });
  if (options.length === 0) throw takesNoOptions(spec, given);
  throw new UserError('error.unknownOption', { ...params, options: options.join(', ') });
}

function readValue(
  option: string,
  spec: OptionSpec,
  value: GivenValue,
  files: readonly IncomingFile[],
): unknown {
  if (spec.type === 'file') {
    return typeof value === 'object' ? value : theFile(option, files);
  }
  if (typeof value === 'object') throw new UserError('error.notAFile', { option });
  const text = String(value).trim();
  if (text === '') throw new UserError('error.empty', { option });
  switch (spec.type) {
    case 'integer':
    case 'number':
      return readNumber(option, spec, text);
    case 'choice': {
      const choice = readChoice(spec, text);
      if (choice !== undefined) return choice;
      const choices = spec.choices.join(', ');
      throw new UserError('error.choice', { option, given: shown(text), choices });
    }
    case 'string':
      if (text.length <= spec.maxLength) return text;
      throw new UserError('error.tooLong', { option, length: text.length, max: spec.maxLength });
  }
}

/** The choice that a text means; spaces and hyphens inside do not matter: `batch size`, `배치 크기`. */
export function readChoice(spec: ChoiceOption, text: string): string | undefined {
  const key = text.toLowerCase().replace(/[\s-]+/g, '_');
  const aliases = Object.entries(spec.valueAliases ?? {});
  const joined = key.replaceAll('_', '');
  const alias = aliases.find(([word]) => word === key || word === joined)?.[1];
  return alias ?? spec.choices.find((choice) => choice === key);
}

function missing(command: string, option: string, spec: OptionSpec): UserError {
  if (spec.type !== 'choice') return new UserError('error.missing', { option, command });
  const choices = spec.choices.join(', ');
  const example = `/${command} ${spec.positional ? '' : `${option}:`}${spec.choices[0] ?? ''}`;
  return new UserError('error.missingChoice', { option, command, choices, example });
}

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** 1,000 and 1_000 are how people write thousands. */
const groupedPattern = /^[+-]?\d{1,3}(?:[,_]\d{3})+$/;

function readNumber(
  option: string,
  {
    type,
    min,
    max,
  }: { readonly type: 'integer' | 'number'; readonly min: number; readonly max: number },
  text: string,
): number {
  const digits = groupedPattern.test(text) ? text.replace(/[,_]/g, '') : text;
  const value = numberPattern.test(digits) ? Number(digits) : NaN;
  if (value >= min && value <= max && (type === 'number' || Number.isInteger(value))) return value;
  const params = { option, given: shown(text), min, max };
  throw new UserError(type === 'integer' ? 'error.integer' : 'error.number', params);
}

function theFile(option: string, files: readonly IncomingFile[]): IncomingFile {
  const [file, another] = files;
  if (!file) throw new UserError('error.needsFile', { option });
  if (another) throw new UserError('error.oneFile', { option, count: files.length });
  return file;
}

/** A person's own words, short and on one line. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= SHOWN_CHARACTERS ? line : `${line.slice(0, SHOWN_CHARACTERS)}…`;
}
