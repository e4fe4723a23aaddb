/** Parses as much Python as Keras code needs: calls, their arguments, and variables. */

export interface Argument {
  readonly name: string;
  readonly value: string;
}

export interface Call {
  /** Without arguments that are `None`, which means Keras' default. */
  readonly arguments: readonly Argument[];
  /** The text after the closing bracket. */
  readonly rest: string;
}

/** Keras 1 names, which lessons still copy. */
const oldNames: Readonly<Record<string, string>> = { nb_epoch: 'epochs', output_dim: 'units' };

/** Python tokens: strings and comments, brackets, commas, and everything between them. */
const tokenPattern =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#.*|[([{]|[)\]}]|,|[^"'#()[\]{},]+|["']/g;

/**
 * Splits at the call's own commas, up to its closing bracket; undefined when that is missing.
 * @param text the text after the opening bracket
 * @param positions names of positional arguments, in order
 */
export function readArguments(text: string, positions: readonly string[]): Call | undefined {
  const parts = [''];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokenPattern)) {
    if (token.startsWith('#')) continue;
    if (depth === 0 && /^[)\]}]$/.test(token)) {
      const written = parts.map((part) => part.trim()).filter((part) => part !== '');
      return {
        arguments: written
          .map((part, place) => namedArgument(part, positions[place] ?? '*args'))
          .filter(({ value }) => value !== 'None'),
        rest: text.slice(index + 1),
      };
    }
    if (/^[([{]$/.test(token)) depth += 1;
    else if (/^[)\]}]$/.test(token)) depth -= 1;
    if (depth === 0 && token === ',') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return undefined;
}

function namedArgument(part: string, position: string): Argument {
  const { name = position, value = part } =
    /^(?<name>[A-Za-z_]\w*)\s*=(?!=)\s*(?<value>[\s\S]*)$/.exec(part)?.groups ?? {};
  return { name: oldNames[name] ?? name, value };
}

/** Longer than any layer, optimizer or callback, in characters: an unclosed call is given up there. */
const MAX_CALL = 2_000;

/** A call's arguments by name; none if it is unclosed. */
export function argumentsByName(
  text: string,
  positions: readonly string[],
): ReadonlyMap<string, string> {
  const given = readArguments(text.slice(0, MAX_CALL), positions)?.arguments ?? [];
  return new Map(given.map(({ name, value }) => [name, value]));
}

export interface FoundCall {
  readonly name: string;
  /** The offset after the opening bracket. */
  readonly text: string;
}

/** Calls whose names match the pattern. */
export function callsOf(text: string, pattern: RegExp): readonly FoundCall[] {
  const code = text.replace(/#.*$/gm, '');
  return [...code.matchAll(pattern)].map(({ 0: whole, 1: name = '', index }) => ({
    name,
    text: code.slice(index + whole.length),
  }));
}

/** Parses a value that is a call: `keras.callbacks.EarlyStopping(patience=5)`. */
export function callIn(value: string): FoundCall | undefined {
  const [, name, text] = /^(?:\w+\.)*(\w+)\s*\(([\s\S]*)$/.exec(value) ?? [];
  return name === undefined || text === undefined ? undefined : { name, text };
}

/**
 * A variable's last assigned value in the code; any other value unchanged. A name
 * after a bracket or a comma is an argument, not an assignment.
 */
export function followed(value: string, code: string): string {
  if (!/^[A-Za-z_]\w*$/.test(value)) return value;
  const assignment = new RegExp(String.raw`(?<![\w.])${value}\s*=(?!=)\s*`, 'g');
  const last = [...code.matchAll(assignment)]
    .filter(({ index }) => !/[(,]/.test(code.slice(0, index).trimEnd().at(-1) ?? ''))
    .at(-1);
  return last ? code.slice(last.index + last[0].length) : value;
}

const number = String.raw`[+-]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const onlyNumber = new RegExp(`^${number}$`);
/** The end of a statement: if line breaks became spaces, the next one follows on the same line. */
const numberAlone = new RegExp(String.raw`^(${number})(?=\s*(?:[;\n]|$)|\s+(?!if\b)[A-Za-z_@])`);

/** A number literal, or a variable that holds one; undefined for anything else. */
export function numberIn(value: string, code: string): string | undefined {
  const held = followed(value, code);
  const found = held === value ? onlyNumber.exec(held)?.[0] : numberAlone.exec(held)?.[1];
  // Python allows `1_000`.
  return found === undefined ? undefined : String(Number(found.replaceAll('_', '')));
}

/** A string's text without its quotes. */
export function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}
