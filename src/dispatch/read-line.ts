/** Parses a line of text into a command and its options. */
import { UserError } from '../errors.js';
import { commandCalled, namesOf } from './called.js';
import { withoutChannels } from './channels.js';
import { readKerasCode, type KerasCode } from './keras-code.js';
import { nearest } from './nearest.js';
import { commandKnownAs } from './other-names.js';
import { readChoice } from './read-value.js';
import { shown } from '../content/shown.js';
import type { Request } from './requests/read-request.js';
import { takesChannels, type CommandSpec } from './spec.js';
import { accepts, hasOption, optionLooking, positionalOption, type Given } from './validate.js';
import { plainSigns, splitWords, type Words } from './words.js';

export interface CommandLine {
  readonly command: string;
  readonly given: readonly Given[];
  readonly loose: readonly string[];
  /** Set where it was pasted as Keras code. */
  readonly code?: KerasCode;
  /** Requested in somebody's own words, not by its name. */
  readonly inWords?: true;
}

/**
 * `/fit epochs:20`, `fit epochs=20`, a bare `epochs=20 batch_size=10` and a pasted `model.fit(…)`.
 * Other text goes to the command that answers text, and nothing at all to `/help`.
 * A command that recognizes a text comes before all this; one that recognizes a file takes it if the
 * text names no command.
 * @param specs all commands
 * @param fileNames of the files that came with the line
 * @param readRequest reads a request made in somebody's own words
 * @throws UserError when there is no such slash command, or the text is an unclosed Keras call
 */
export function readLine(
  line: string,
  specs: readonly CommandSpec[],
  fileNames: readonly string[] = [],
  readRequest: (text: string) => Request | undefined = () => undefined,
): CommandLine {
  const text = readable(plainSigns(line).trim(), specs);
  const [, slash, word = '', rest = ''] = /^(\/?)\s*([\p{L}_-]*)([\s\S]*)$/u.exec(text) ?? [];
  const spec = commandNamed(word, rest, slash !== '', specs);
  const fit = specs.find(({ name }) => name === 'fit');
  if (!slash || spec?.answersText !== undefined) {
    const own = specs.find(({ recognises }) => recognises?.text(text));
    if (own?.onMessage !== undefined) return asked(own.name, own.onMessage, text);
  }
  const ofFile = specs.find(({ recognises }) => recognises && fileNames.some(recognises.file));
  if (text === '') return bare(ofFile?.name ?? 'help');
  if ((!slash || spec?.name === 'fit') && !errorNamed.test(text)) {
    const code = readKerasCode(
      text,
      (option, value) => fit !== undefined && accepts(fit, option, value),
    );
    if (code) return { command: 'fit', given: code.options, loose: [], code };
  }
  if (slash && spec?.onMessage !== undefined) return readWhole(spec, spec.onMessage, rest);
  if (slash && spec?.answersText !== undefined) return readAsked(spec, spec.answersText, rest);
  const words = splitWords(rest);
  const isNamed = spec !== undefined && words.loose.length === 0;
  const request = slash || isNamed ? undefined : readRequest(text);
  if (request) return { ...request, loose: [], inWords: true };
  if (spec?.takesRest !== undefined && (slash || readsAsRest(rest, words, fit))) {
    return readAsked(spec, spec.takesRest, rest, String.raw`\s*[:=]\s*`);
  }
  const isAsked = spec !== undefined && asksAbout(spec, rest, words);
  if (spec && !isAsked && (slash || (/^(\s|$)/.test(rest) && readsAsCommand(spec, words)))) {
    return { command: spec.name, given: words.options, loose: words.loose };
  }
  if (slash && !isAsked && !speaksOfCommand(word.toLowerCase(), specs))
    throw unknownCommand(word, specs);
  const whole = splitWords(text);
  if (fit && readsAsOptions(text, whole, fit)) {
    return { command: 'fit', given: whole.options, loose: whole.loose };
  }
  if (ofFile) {
    return ofFile.onMessage === undefined
      ? bare(ofFile.name)
      : asked(ofFile.name, ofFile.onMessage, text);
  }
  const answering = specs.find(({ answersText }) => answersText !== undefined);
  if (answering?.answersText === undefined) throw new RangeError('no command answers text');
  return asked(answering.name, answering.answersText, text);
}

/**
 * Without a slash a word in another language is usually just that: “데이터” asks what data is. With an
 * option of the command after it (`학습 에포크:20`) it is the command.
 */
function commandNamed(
  word: string,
  rest: string,
  hasSlash: boolean,
  specs: readonly CommandSpec[],
): CommandSpec | undefined {
  const spec = commandCalled(word, specs);
  if (!spec || hasSlash || spec.name === word.toLowerCase()) return spec;
  const { options, loose } = splitWords(rest);
  const isCommand = loose.length === 0 && options.some(({ name }) => hasOption(spec, name));
  return isCommand ? spec : undefined;
}

/** “model.fit(…, epoch=20) throws a TypeError” wants help, not a run. */
const errorNamed = /\b[A-Z][A-Za-z]*Error\b/;

/** “/fit epochs:20 batch:10: how many steps is that?” asks what the command would do. */
function asksAbout(spec: CommandSpec, rest: string, { loose }: Words): boolean {
  return loose.length > 1 && /[?？]/.test(rest) && positionalOption(spec) === undefined;
}

/** Removes channels, unless the command is about them. */
function readable(text: string, specs: readonly CommandSpec[]): string {
  const called = /^\/?\s*([\p{L}_-]*)/u.exec(text)?.[1] ?? '';
  const spec = commandCalled(called, specs);
  return spec && takesChannels(spec) ? text : withoutChannels(text);
}

/** “/help가 뭐예요?” asks about a command; Korean attaches particles to a name. */
function speaksOfCommand(word: string, specs: readonly CommandSpec[]): boolean {
  const named = /^[a-z_-]+(?=\p{sc=Hangul})/u.exec(word)?.[0];
  return specs.some(({ name }) => name === named);
}

function asked(command: string, option: string, value: string): CommandLine {
  return { command, given: [{ name: option, value }], loose: [] };
}

function bare(command: string): CommandLine {
  return { command, given: [], loose: [] };
}

/** A text option takes any text, so options are not parsed inside it: all of it is the value. */
function readWhole(spec: CommandSpec, option: string, rest: string): CommandLine {
  const { name } = spec;
  const called = namesOf(spec, option).join('|');
  const text = rest.replace(new RegExp(String.raw`^\s*(?:${called})\s*[:=]`, 'iu'), '').trim();
  return text === '' ? bare(name) : asked(name, option, text);
}

/** In a question `batch_size=10` is just a word; only the command's own options count. */
function readAsked(spec: CommandSpec, option: string, rest: string, sign = ':'): CommandLine {
  const others = Object.keys(spec.options)
    .filter((name) => name !== option)
    .flatMap((name) => namesOf(spec, name));
  const given: Given[] = [];
  const own = new RegExp(String.raw`(?:^|\s)(${others.join('|')})${sign}(\S+)`, 'giu');
  const question = rest
    .replace(own, (_whole, name: string, value: string) => {
      given.push({ name: name.toLowerCase(), value });
      return ' ';
    })
    .replace(new RegExp(String.raw`^\s*(?:${namesOf(spec, option).join('|')})${sign}`, 'iu'), '')
    .trim();
  if (question !== '') given.push({ name: option, value: question });
  return { command: spec.name, given, loose: [] };
}

/** Without a slash `try age:40` is a command; `try it with batch:5` and `try epochs:5`, an option of fit, are not. */
function readsAsRest(rest: string, { options, loose }: Words, fit?: CommandSpec): boolean {
  const isOfFit = fit && options.length > 0 && options.every(({ name }) => hasOption(fit, name));
  const namesRun = options.some(({ name }) => name.toLowerCase() === 'run');
  return /^(\s|$)/.test(rest) && (loose.length === 0 || namesRun) && !isOfFit;
}

/** `epochs=20 batch_size=10` means fit; followed by a question mark it is a question. */
function readsAsOptions(text: string, { options, loose }: Words, fit: CommandSpec): boolean {
  if (text.endsWith('?') || !loose.every((word) => optionLooking(fit, word))) return false;
  return loose.length > 0 || options.some(({ name }) => hasOption(fit, name));
}

/** Without a slash, `data is hard to find` is a sentence; `data`, `fit epochs:3` and `explain epoch` are not. */
function readsAsCommand(spec: CommandSpec, { options, loose }: Words): boolean {
  if (loose.every((word) => optionLooking(spec, word))) return true;
  const place = positionalOption(spec)?.[1];
  if (!place || options.length > 0) return false;
  return place.type === 'choice'
    ? readChoice(place, loose.join(' ')) !== undefined
    : loose.length === 1;
}

function unknownCommand(word: string, specs: readonly CommandSpec[]): UserError {
  const command = shown(word);
  const names = specs.map(({ name }) => name);
  const close = commandKnownAs(word, names) ?? nearest(word, names);
  if (close !== undefined) return new UserError('error.unknownCommandNearest', { command, close });
  const commands = names.map((name) => `/${name}`).join(', ');
  return new UserError('error.unknownCommand', { command, commands });
}
