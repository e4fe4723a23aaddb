/** Whether a cell looks like a value rather than a name: a number, a date or a time, before parsing. */
import { isMissing } from './cells.js';

/** Minimum share of such cells for a numeric or date column. */
const valueShare = 0.8;

const numberLike =
  /^[(]?[+\-\u2212\u2013]?\s?(?:[A-Z]{0,3}\p{Sc}|\\)?\s?[+\-\u2212]?[.,]?\d[\d.,'’\u00A0\u202F ]*(?:e[+-]?\d+)?-?\s?(?:[\p{L}%‰°\p{Sc}㎡㎏㎥][^\s\d]{0,4})?[)]?$/iu;
const dateLike =
  /^(?:\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}\.?|\d{2,4}년(?:\s?\d{1,2}월(?:\s?\d{1,2}일)?)?)(?:[ T].*\d{1,2}[:시].*)?$|^\d{1,2}:\d{2}(?::\d{2})?/;

export function isValueLike(cell: string): boolean {
  const text = cell.trim();
  return text.length <= 40 && /\d/.test(text) && (numberLike.test(text) || dateLike.test(text));
}

/** Whether these cells of a column suggest numbers or dates. */
export function areValues(cells: readonly string[]): boolean {
  const present = cells.filter((cell) => !isMissing(cell));
  return present.length > 0 && present.filter(isValueLike).length >= valueShare * present.length;
}
