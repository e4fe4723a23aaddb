/** Splits a person's text about one row: `age:40 "Estimated salary":50,000 island:Torgersen Island`. */
import { UserError } from '../../errors.js';
import { shown } from '../../content/shown.js';

export interface AskedValue {
  /** As it was written. */
  readonly name: string;
  readonly value: string;
}

/** A word, possibly with quoted parts; commas separate words, too. */
const wordPattern = /(?:"[^"]*"|'[^']*'|\S)+/gu;
const signPattern = /"[^"]*"|'[^']*'|[:=]/gu;

/**
 * Column names may have spaces, and so may values: the text between two colons is the value of one
 * column followed by the name of the next, which is the longest match with a column's name.
 * @param isColumn whether a column has this name
 * @throws UserError when some words belong to no column
 */
export function readAsked(
  text: string,
  isColumn: (name: string) => boolean,
): readonly AskedValue[] {
  const parts = partsOf(text);
  const [first = ''] = parts;
  if (parts.length === 1) {
    if (first === '') return [];
    throw new UserError('error.tryWords', { given: shown(first) });
  }
  const values: AskedValue[] = [];
  let name = unquoted(first);
  let begun = '';
  for (const [index, part] of parts.slice(1).entries()) {
    const isLast = index === parts.length - 2;
    const next = isLast ? undefined : nextName(part, isColumn);
    if (!isLast && next === undefined) {
      // The colon belongs to the value: a time of day.
      begun += `${part}:`;
      continue;
    }
    const value = begun + (next === undefined ? part : part.slice(0, next.at));
    values.push({ name, value: unquoted(value) });
    begun = '';
    if (next !== undefined) name = unquoted(part.slice(next.at));
  }
  return values;
}

/** The parts between colons outside quotes. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(signPattern)) {
    if (found.length > 1) continue;
    parts.push(text.slice(start, index).trim());
    start = index + 1;
  }
  return [...parts, text.slice(start).trim()];
}

/** Where the next column's name starts; undefined if there is only a value. */
function nextName(
  part: string,
  isColumn: (name: string) => boolean,
): { readonly at: number } | undefined {
  const starts = [...part.matchAll(wordPattern)].map(({ index }) => index);
  const known = starts.find((at) => isColumn(unquoted(part.slice(at))));
  if (known !== undefined) return { at: known };
  const last = starts.at(-1);
  // Digits before a colon are the hour of a time.
  if (last === undefined || last === 0 || /^\d+$/.test(part.slice(last))) return undefined;
  return { at: last };
}

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/,$/, '')
    .replace(/^"([^"]*)"$|^'([^']*)'$/, '$1$2')
    .trim();
}
