/** Finds the command in a line of text, and what was given to it. */
import { UserError } from '../errors.js';
import { readKerasCall } from './keras-call.js';
import { nearest } from './nearest.js';
import type { Given } from './validate.js';
import { shown } from './validate.js';
import { plainSigns, splitWords } from './words.js';

export interface CommandLine {
  readonly command: string;
  readonly given: readonly Given[];
  readonly loose: readonly string[];
  /** Arguments of a pasted Keras call that have no option here. */
  readonly ignored: readonly string[];
}

/**
 * `/fit epochs:20`, `fit epochs=20` and a pasted `model.fit(…)`.
 * @param names of all commands
 * @throws UserError when there is no such command, or the text is none
 */
export function readLine(line: string, names: readonly string[]): CommandLine {
  const text = plainSigns(line).trim();
  const [, slash, word = '', rest = ''] = /^(\/?)\s*([\p{L}_-]*)([\s\S]*)$/u.exec(text) ?? [];
  const command = word.toLowerCase();
  const call = readKerasCall(text);
  if (call && (!slash || command === 'fit')) {
    return { command: 'fit', given: call.options, loose: [], ignored: call.ignored };
  }
  const { options, loose } = splitWords(rest);
  if (names.includes(command) && (slash || looksLikeCommand(rest, options.length, loose.length))) {
    return { command, given: options, loose, ignored: [] };
  }
  if (!slash) throw new UserError('error.notACommand');
  const close = nearest(command, names);
  if (close !== undefined) {
    throw new UserError('error.unknownCommandNearest', { command: shown(word), close });
  }
  throw new UserError('error.unknownCommand', {
    command: shown(word),
    commands: names.map((name) => `/${name}`).join(', '),
  });
}

/** Without a slash, `data is hard to find` is a sentence; `data`, `fit epochs:3` and `explain epoch` are not. */
function looksLikeCommand(rest: string, options: number, loose: number): boolean {
  return /^(\s|$)/.test(rest) && (loose === 0 || (loose === 1 && options === 0));
}
