/** Finds the command in a line of text, and what was given to it. */
import { UserError } from '../errors.js';
import { readKerasCall } from './keras-call.js';
import { nearest } from './nearest.js';
import { readChoice } from './read-value.js';
import { shown } from '../content/shown.js';
import type { CommandSpec } from './spec.js';
import { hasOption, positionalOption, type Given } from './validate.js';
import { plainSigns, splitWords, type Words } from './words.js';

export interface CommandLine {
  readonly command: string;
  readonly given: readonly Given[];
  readonly loose: readonly string[];
  /** Arguments of a pasted Keras call that have no option here. */
  readonly ignored: readonly string[];
}

/**
 * `/fit epochs:20`, `fit epochs=20`, a bare `epochs=20 batch_size=10` and a pasted `model.fit(…)`.
 * @param specs of all commands
 * @throws UserError when there is no such command, or the text is none
 */
export function readLine(line: string, specs: readonly CommandSpec[]): CommandLine {
  const text = plainSigns(line).trim();
  const [, slash, word = '', rest = ''] = /^(\/?)\s*([\p{L}_-]*)([\s\S]*)$/u.exec(text) ?? [];
  const command = word.toLowerCase();
  if (!slash || command === 'fit') {
    const call = readKerasCall(text);
    if (call) return { command: 'fit', given: call.options, loose: [], ignored: call.ignored };
  }
  const spec = specs.find(({ name }) => name === command);
  const words = splitWords(rest);
  if (spec && (slash || (/^(\s|$)/.test(rest) && readsAsCommand(spec, words)))) {
    return { command, given: words.options, loose: words.loose, ignored: [] };
  }
  if (slash) throw unknownCommand(word, specs);
  const fit = specs.find(({ name }) => name === 'fit');
  const whole = splitWords(text);
  if (fit && whole.loose.length === 0 && whole.options.some(({ name }) => hasOption(fit, name))) {
    return { command: 'fit', given: whole.options, loose: [], ignored: [] };
  }
  throw new UserError('error.notACommand');
}

/** Without a slash, `data is hard to find` is a sentence; `data`, `fit epochs:3` and `explain epoch` are not. */
function readsAsCommand(spec: CommandSpec, { options, loose }: Words): boolean {
  if (loose.length === 0) return true;
  const place = positionalOption(spec)?.[1];
  if (!place || options.length > 0) return false;
  return place.type === 'choice'
    ? readChoice(place, loose.join(' ')) !== undefined
    : loose.length === 1;
}

function unknownCommand(word: string, specs: readonly CommandSpec[]): UserError {
  const command = shown(word);
  const names = specs.map(({ name }) => name);
  const close = nearest(word, names);
  if (close !== undefined) return new UserError('error.unknownCommandNearest', { command, close });
  const commands = names.map((name) => `/${name}`).join(', ');
  return new UserError('error.unknownCommand', { command, commands });
}
