/** Several values in one option, as people write them: `batch:10,100`, `layers:6,6|32`. */

/** Marks that stand between values and never inside one. */
const between = /\s*[|;/]\s*|\s+vs\.?\s+/i;

/**
 * Values of which none holds a comma. There are no thousands here: `10,100` is two numbers, and 1,000
 * is written `1000`.
 */
export function severalValues(text: string): readonly string[] {
  return parted(text) ?? items(text, ',');
}

/**
 * Values that are lists themselves. Commas alone make one list, as everywhere else, so something else has
 * to stand between two: `6,6|32`, or as in Python `[6,6],[32]`; or the lists are tied: `6-6,32`.
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

/** What stands before the first sign, between two and behind the last; an empty one is dropped. */
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
