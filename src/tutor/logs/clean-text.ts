/** A log's characters as a reader sees them, on one line. */
import { stripVTControlCharacters } from 'node:util';

/** A notebook saved as text drops the escape character and leaves the rest: `[1m800/800[0m`. */
const strandedColour = /\[\d{1,2}(?:;\d{1,2}){0,3}m/g;

/**
 * Colours go, and whatever breaks or redraws a line becomes one space. Chats turn line breaks into
 * spaces on the way (Discord does in an option), so they must not carry any meaning.
 */
export function onOneLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(strandedColour, '')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
}
