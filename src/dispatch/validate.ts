/** Validates the input against a command's spec. Every error is one sentence naming option, value and range. */
import type { IncomingFile } from '../chat/port.js';
import { UserError } from '../errors.js';
import { namesOf, optionCalled, type Found } from './called.js';
import { nearest } from './nearest.js';
import { readValue, theFile, type GivenValue } from './read-value.js';
import { shown } from '../content/shown.js';
import type { CommandSpec, OptionSpec } from './spec.js';

export interface Given {
  readonly name: string;
  readonly value: GivenValue;
}

interface Named {
  readonly found: Found;
  readonly value: GivenValue;
}

/**
 * @param loose words without an option name; together they are the positional option's value
 * @returns a value for every option given, of the type in its spec
 * @throws UserError naming the first error
 */
export function validate(
  spec: CommandSpec,
  given: readonly Given[],
  loose: readonly string[],
  files: readonly IncomingFile[],
): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  const named = given.map(({ name, value }) => ({ found: findOption(spec, name), value }));
  const known = loose.flatMap((word) => {
    const found = optionLooking(spec, word);
    return found ? [{ found, value: word }] : [];
  });
  const others = loose.filter((word) => !optionLooking(spec, word));
  for (const { found, value } of withLoose(spec, [...named, ...known], others)) {
    const [option, optionSpec] = found;
    if (option in args) throw new UserError('error.twice', { option });
    args[option] = readValue(option, optionSpec, value, files);
  }
  for (const [option, optionSpec] of Object.entries(spec.options)) {
    // A dropped file's option is clear from its type.
    if (optionSpec.type === 'file' && !(option in args) && files.length > 0) {
      args[option] = theFile(option, files);
    }
    if (optionSpec.required && !(option in args)) throw missing(spec.name, option, optionSpec);
  }
  return args;
}

/** The only option whose pattern a loose word matches. */
export function optionLooking({ options }: CommandSpec, word: string): Found | undefined {
  return Object.entries(options).find(
    ([, option]) => option.type === 'string' && option.looksLike?.test(word),
  );
}

/** The positional option. */
export function positionalOption(spec: CommandSpec): Found | undefined {
  return Object.entries(spec.options).find(([, option]) => option.positional);
}

/**
 * Loose words form one value (`/explain batch size`), even if its name comes
 * before the first of them (`/compare runs:k3f9qd m2x8ab`).
 */
function withLoose(
  spec: CommandSpec,
  named: readonly Named[],
  loose: readonly string[],
): readonly Named[] {
  const [first] = loose;
  if (first === undefined) return named;
  const found = positionalOption(spec);
  if (!found) {
    const takesNone = Object.keys(spec.options).length === 0;
    throw takesNone ? takesNoOptions(spec, first) : looseWord(spec, first);
  }
  const begun = named.find((one) => one.found[0] === found[0]);
  const rest = loose.join(' ');
  if (!begun) return [...named, { found, value: rest }];
  if (typeof begun.value !== 'string') throw looseWord(spec, first);
  const [option, optionSpec] = found;
  const whole = `${begun.value} ${rest}`;
  const goesOn =
    optionSpec.type === 'string'
      ? optionSpec.several === true
      : optionSpec.type === 'choice' && accepts(spec, option, whole);
  if (!goesOn) throw looseWord(spec, first);
  return named.map((one) => (one === begun ? { found, value: whole } : one));
}

function looseWord({ name }: CommandSpec, word: string): UserError {
  return new UserError('error.looseWord', { word: shown(word), command: name });
}

function takesNoOptions({ name }: CommandSpec, word: string): UserError {
  return new UserError('error.takesNoOptions', { option: shown(word), command: name });
}

/** Whether an option accepts a value, as `validate` would parse it. */
export function accepts(spec: CommandSpec, given: string, value: string): boolean {
  const found = optionCalled(spec, given);
  if (!found) return false;
  try {
    readValue(...found, value, []);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

export function hasOption(spec: CommandSpec, given: string): boolean {
  return optionCalled(spec, given) !== undefined;
}

function findOption(spec: CommandSpec, given: string): Found {
  const found = optionCalled(spec, given);
  if (found) return found;
  const options = Object.keys(spec.options);
  const known = options.flatMap((option) => namesOf(spec, option));
  const close = nearest(given, known);
  const params = { option: shown(given), command: spec.name };
  if (close !== undefined) throw new UserError('error.unknownOptionNearest', { ...params, close });
  if (options.length === 0) throw takesNoOptions(spec, given);
  throw new UserError('error.unknownOption', { ...params, options: options.join(', ') });
}

function missing(command: string, option: string, spec: OptionSpec): UserError {
  if (spec.type !== 'choice') return new UserError('error.missing', { option, command });
  const choices = spec.choices.join(', ');
  const example = `/${command} ${spec.positional ? '' : `${option}:`}${spec.choices[0] ?? ''}`;
  return new UserError('error.missingChoice', { option, command, choices, example });
}
