/** Completions at the caret. Pure: depends only on the text and the commands. */
import type { CommandHint, OptionHint } from '../../../dispatch/completion.js';

export interface Completion {
  /** The text before the caret once it is accepted. */
  readonly before: string;
  readonly label: string;
  readonly description: string;
}

/** None for a line that is not a command, or whose last word is complete. */
export function completionsFor(
  before: string,
  commands: readonly CommandHint[],
): readonly Completion[] {
  const name = /^\/(\S*)$/.exec(before)?.[1];
  if (name !== undefined) return commandNames(name.toLowerCase(), commands);
  const [, typed = '', rest = ''] = /^\/(\S+)\s+(.*)$/s.exec(before) ?? [];
  const command = commands.find((one) => one.name === typed.toLowerCase());
  if (!command) return [];
  const word = /\S*$/.exec(rest)?.[0] ?? '';
  const start = before.slice(0, before.length - word.length);
  const [optionName, value] = word.split(/[:=](.*)/s);
  if (value === undefined) return optionNames(command, rest, word.toLowerCase(), start);
  const option = command.options.find((one) => one.name === optionName?.toLowerCase());
  return option ? choices(option, value.toLowerCase(), `${start}${option.name}:`) : [];
}

function commandNames(typed: string, commands: readonly CommandHint[]): readonly Completion[] {
  return commands
    .filter(({ name }) => name.startsWith(typed) && name !== typed)
    .map(({ name, description, options }) => ({
      before: options.length > 0 ? `/${name} ` : `/${name}`,
      label: `/${name}`,
      description,
    }));
}

/** Options not given yet, except files, which are dropped or picked, not typed. */
function optionNames(
  command: CommandHint,
  rest: string,
  typed: string,
  start: string,
): readonly Completion[] {
  const given = new Set([...rest.matchAll(/(\w+)[:=]/g)].map(([, name]) => name?.toLowerCase()));
  const free = command.options.filter(({ name, type }) => type !== 'file' && !given.has(name));
  const values = free
    .filter(({ positional }) => positional)
    .flatMap((option) => choices(option, typed, start));
  const names = free
    .filter(({ name, positional }) => !positional && name.startsWith(typed))
    .map(({ name, description, range }) => ({
      before: `${start}${name}:`,
      label: `${name}:`,
      description: range === '' ? description : `${description} (${range})`,
    }));
  return [...values, ...names];
}

function choices(option: OptionHint, typed: string, start: string): readonly Completion[] {
  return option.choices
    .filter((choice) => choice.startsWith(typed) && choice !== typed)
    .map((choice) => ({
      before: `${start}${choice} `,
      label: choice,
      description: option.description,
    }));
}
