/** Completion data: every command and option with its description and its range. */
import { hasMessage, type Translator } from '../content/translator.js';
import { offeredOptions, type Command, type OptionSpec } from './spec.js';

export interface OptionHint {
  readonly name: string;
  readonly description: string;
  readonly type: OptionSpec['type'];
  /** For choices. */
  readonly choices: readonly string[];
  /** For numbers, in readable form: `1–500`. */
  readonly range: string;
  /** May be typed without its name. */
  readonly positional: boolean;
}

export interface CommandHint {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionHint[];
}

export function commandHints(
  commands: readonly Pick<Command<never>, 'spec'>[],
  t: Translator,
): readonly CommandHint[] {
  const numbers = new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 21 });
  return commands.map(({ spec }) => ({
    name: spec.name,
    description: wordsFor(`command.${spec.name}`, t),
    options: offeredOptions(spec).map(([name, option]) => ({
      name,
      description: wordsFor(`command.${spec.name}.${name}`, t),
      type: option.type,
      choices: option.type === 'choice' ? option.choices : [],
      range: 'min' in option ? `${numbers.format(option.min)}–${numbers.format(option.max)}` : '',
      positional: option.positional ?? false,
    })),
  }));
}

/** @throws RangeError when a command or option has no description; a test would catch it. */
export function wordsFor(key: string, t: Translator): string {
  if (!hasMessage(key)) throw new RangeError(`no words for ${key}`);
  return t.plain(key);
}
