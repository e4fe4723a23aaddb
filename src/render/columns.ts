/** Text in fixed width, where some characters take two columns: Korean, Chinese and Japanese ones do. */
import { eastAsianWidth } from 'get-east-asian-width';

export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);
}

/** Cut where it is longer, filled with spaces where it is shorter. */
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
