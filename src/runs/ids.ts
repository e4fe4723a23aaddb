/** Ids that people read, type and say aloud. */
import { randomInt } from 'node:crypto';

/** Lower-case letters and digits, without those that look alike (0 o, 1 i l) or make words (vowels). */
const alphabet = '23456789bcdfghjkmnpqrstvwxyz';

/** Six characters: about 480 million ids. */
export function newId(): string {
  return Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
