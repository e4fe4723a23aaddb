/** People's names in the room. */

const longestName = 30;
/** Beyond that, people who want the same name get letters instead of a number. */
const mostOfOneName = 99;

/**
 * Sanitizes a name: without control and direction characters, single spaces, at most 30
 * characters. Undefined when nothing visible is left.
 */
export function cleanName(given: string): string | undefined {
  const tidy = given.normalize('NFC').replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim();
  const name = Array.from(tidy).slice(0, longestName).join('').trim();
  return nameKey(name) === '' ? undefined : name;
}

/**
 * Names that look the same get the same key: case, spaces, invisible characters (UAX #44,
 * Default_Ignorable_Code_Point) and compatibility forms are ignored.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{DI}]/gu, '');
}

/** Candidates: the name itself, then "민지 2", "민지 3"…, then with `tag`. */
export function* numbered(name: string, tag: string): Generator<string> {
  if (!reserved.has(nameKey(name))) yield name;
  for (let number = 2; number <= mostOfOneName; number += 1) yield withEnd(name, String(number));
  yield withEnd(name, tag);
}

/** The tutor's own names. */
const reserved = new Set(['tutor', '튜터']);

function withEnd(name: string, end: string): string {
  const room = longestName - end.length - 1;
  return `${Array.from(name).slice(0, room).join('').trim()} ${end}`;
}
