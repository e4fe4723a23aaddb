/** What people are called in the room. */

const longestName = 30;

/**
 * A name as it may be shown: without control and direction characters, spaces single, at most 30
 * characters. Undefined when nothing is left.
 */
export function cleanName(given: string): string | undefined {
  const tidy = given.normalize('NFC').replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim();
  const name = Array.from(tidy).slice(0, longestName).join('').trim();
  return name === '' ? undefined : name;
}
