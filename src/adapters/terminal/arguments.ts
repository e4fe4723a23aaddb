/** What a shell hands over, as a command line again. */

export interface TerminalArguments {
  /** For example `/fit epochs:20 target:"Left the bank"`. */
  readonly line: string;
  /** Given as `csv:path`: in a terminal a file is named by its path. */
  readonly csvPath: string | undefined;
}

const csvOption = /^csv[:=](?<path>.+)$/s;
/** The shell took the quotes away; a value with spaces needs them back. */
const spacedOption = /^(?<name>[^\s:=]+[:=])(?<value>.*\s.*)$/s;

export function readArguments(words: readonly string[]): TerminalArguments {
  const path = words.map((word) => csvOption.exec(word)?.groups?.path).find(Boolean);
  const rest = words
    .filter((word) => !csvOption.test(word))
    .map((word) => word.replace(spacedOption, '$<name>"$<value>"'));
  return { line: ['/fit', ...rest].join(' '), csvPath: path };
}
