/** Several values in one option, as people write them: `batch:10,100`, `layers:6,6|32`. */

/** Separators that never occur inside a value. */
const between = /\s*[|;/]\s*|\s+vs\.?\s+/i;

/**
 * Values that contain no commas. Thousands separators are not allowed: `10,100` is two numbers, and 1,000
 * must be written `1000`.
 */
export function severalValues(text: string): readonly string[] {
  return parted(text) ?? items(text, ',');
}

/**
 * Values that are lists themselves. Commas alone make one list, as elsewhere, so two lists need
 * another separator: `6,6|32`, or as in Python `[6,6],[32]`; or hyphens inside lists: `6-6,32`.
 */
export function severalLists(text: string): readonly string[] {
  const lists = parted(text);
  if (lists) return lists.map(untied);
  const bracketed = [...text.matchAll(/[[(][^[\]()]*[\])]/g)].map(([list]) => list);
  if (bracketed.length > 1) return bracketed;
  return /\d\s*-\s*\d/.test(text) ? items(text, ',').map(untied) : [text];
}

function parted(text: string): readonly string[] | undefined {
  const values = items(text, between);
  return values.length > 1 ? values : undefined;
}

/** Splits at the separators; empty parts are dropped. */
function items(text: string, sign: string | RegExp): readonly string[] {
  return text
    .split(sign)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** `6-6` is `6,6`. */
function untied(list: string): string {
  return list.replace(/(?<=\d)\s*-\s*(?=\d)/g, ',');
}
