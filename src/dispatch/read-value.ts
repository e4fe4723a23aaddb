/** Parses an option's value according to its spec. */
import type { IncomingFile } from '../chat/port.js';
import { choiceNames, isCalled } from '../content/names.js';
import { UserError } from '../errors.js';
import { readChannels } from './channels.js';
import { readPerson } from './people.js';
import { shown } from '../content/shown.js';
import type { ChoiceOption, IntegerOption, NumberOption, OptionSpec } from './spec.js';

/** Text from a line, or already parsed by a platform. */
export type GivenValue = string | number | IncomingFile;

/**
 * @param files the files that came with the command
 * @throws UserError naming option, value and what is allowed
 */
export function readValue(
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
      return spec.valueAliases?.[text.toLowerCase()] ?? readNumber(option, spec, text);
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
    case 'person':
      return readPerson(text);
    case 'channels':
      return readChannels(option, spec, text);
  }
}

/** The choice that a text matches, ignoring spaces and hyphens: `batch size`, `배치 크기`. */
export function readChoice(spec: ChoiceOption, text: string): string | undefined {
  const key = text.toLowerCase().replace(/[\s-]+/g, '_');
  const aliases = Object.entries(spec.valueAliases ?? {});
  const joined = key.replaceAll('_', '');
  const alias = aliases.find(([word]) => word === key || word === joined)?.[1];
  return (
    alias ??
    spec.choices.find((choice) => choice === key) ??
    spec.choices.find((choice) => isCalled(choiceNames(choice), key))
  );
}

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** People write thousands as 1,000 and 1_000. */
const groupedPattern = /^[+-]?\d{1,3}(?:[,_]\d{3})+$/;
const severalPattern = /^\d+(?:\s*,\s*\d+)+$/;

function readNumber(
  option: string,
  { type, min, max }: IntegerOption | NumberOption,
  text: string,
): number {
  const isGrouped = groupedPattern.test(text);
  const digits = isGrouped ? text.replace(/[,_]/g, '') : text;
  const value = numberPattern.test(digits) ? Number(digits) : NaN;
  if (value >= min && value <= max && (type === 'number' || Number.isInteger(value))) return value;
  const params = { option, given: shown(text), min, max };
  if (type === 'number') throw new UserError('error.number', params);
  // Next to options that take several values, this one looks as if it did, too.
  const isSeveral = !isGrouped && severalPattern.test(text);
  throw new UserError(isSeveral ? 'error.oneInteger' : 'error.integer', params);
}

/** @throws UserError when there is none, or more than one */
export function theFile(option: string, files: readonly IncomingFile[]): IncomingFile {
  const [file, another] = files;
  if (!file) throw new UserError('error.needsFile', { option });
  if (another) throw new UserError('error.oneFile', { option, count: files.length });
  return file;
}
