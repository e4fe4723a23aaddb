/** What people are called in the room. */

const longestName = 30;
/** Beyond that, who wants the same name gets letters of their own instead of a number. */
const mostOfOneName = 99;

/**
 * A name as it may be shown: without control and direction characters, spaces single, at most 30
 * characters. Undefined when nothing is left that can be seen.
 */
export function cleanName(given: string): string | undefined {
  const tidy = given.normalize('NFC').replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim();
  const name = Array.from(tidy).slice(0, longestName).join('').trim();
  return nameKey(name) === '' ? undefined : name;
}

/**
 * Names that look the same have the same key: case, spaces, invisible characters (UAX #44,
 * Default_Ignorable_Code_Point) and compatibility forms do not tell people apart.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{DI}]/gu, '');
}

/** The name itself, then "민지 2", "민지 3"… for who comes later, then with `tag`. */
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
