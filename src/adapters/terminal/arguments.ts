/** Rebuilds a command line from shell arguments. */

export interface TerminalArguments {
  /** For example `/fit epochs:20 target:"Left the bank"`. */
  readonly line: string;
  /** Given as `csv:path`: in a terminal a file is given by its path. */
  readonly csvPath: string | undefined;
  /** `--help` was given: nothing is trained. */
  readonly asksForHelp: boolean;
}

/** Strips the dashes that shell users put before options. */
const dashes = /^--?(?=\p{L})/u;
const csvOption = /^csv[:=](?<path>.+)$/s;
/** The shell removed the quotes; a value with spaces needs them back. */
const spacedOption = /^(?<name>[^\s:=]+[:=])(?<value>.*\s.*)$/s;

export function readArguments(given: readonly string[]): TerminalArguments {
  const words = given.map((word) => word.replace(dashes, ''));
  if (words.some((word) => word === 'help' || word === 'h')) {
    return { line: '/help fit', csvPath: undefined, asksForHelp: true };
  }
  const path = words.map((word) => csvOption.exec(word)?.groups?.path).find(Boolean);
  const rest = words
    .filter((word) => !csvOption.test(word))
    .map((word) => word.replace(spacedOption, '$<name>"$<value>"'));
  return { line: ['/fit', ...rest].join(' '), csvPath: path, asksForHelp: false };
}
