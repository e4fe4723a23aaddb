/** What rooms may be called: the name stands in the link, after `/#`. */

/** In characters, after they were made alike; the words say it, too. */
const longestRoomName = 40;

/**
 * The one way in which a room's name is written: composed, in small letters, with hyphens for spaces.
 * Undefined when it is not letters (of any script), digits and hyphens, or is too long.
 */
export function roomName(given: string): string | undefined {
  const tidy = given.trim().replace(/^#/, '').replace(/\s+/gu, '-');
  const name = tidy.normalize('NFC').toLowerCase().normalize('NFC');
  const isFit = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(name);
  return isFit && Array.from(name).length <= longestRoomName ? name : undefined;
}
