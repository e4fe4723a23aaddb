/** Room names: a name is part of the link, after `/#`. */

/** In characters, after normalization; the messages state it, too. */
const longestRoomName = 40;

/**
 * Normalizes a room's name: NFC, lower case, hyphens for spaces.
 * Undefined when it is not letters (of any script), digits and hyphens, or is too long.
 */
export function roomName(given: string): string | undefined {
  const tidy = given.trim().replace(/^#/, '').replace(/\s+/gu, '-');
  const name = tidy.normalize('NFC').toLowerCase().normalize('NFC');
  const isFit = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(name);
  return isFit && Array.from(name).length <= longestRoomName ? name : undefined;
}
