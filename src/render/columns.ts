/** Fixed-width text, in which Korean, Chinese and Japanese characters take two columns. */
import { eastAsianWidth } from 'get-east-asian-width';

export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);
}

/** Truncates or pads with spaces to the given width. */
export function inColumns(text: string, columns: number): string {
  const cut = columnsOf(text) <= columns ? text : `${firstColumns(text, columns - 1)}…`;
  return cut + ' '.repeat(columns - columnsOf(cut));
}

function firstColumns(text: string, columns: number): string {
  let kept = '';
  let taken = 0;
  for (const character of text) {
    taken += widthOf(character);
    if (taken > columns) break;
    kept += character;
  }
  return kept;
}

function widthOf(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: false });
}
