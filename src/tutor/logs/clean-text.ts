/** Cleans a log's text and joins it into one line. */
import { stripVTControlCharacters } from 'node:util';

/** A notebook saved as text drops the escape character but keeps the rest: `[1m800/800[0m`. */
const strandedColour = /\[\d{1,2}(?:;\d{1,2}){0,3}m/g;

/**
 * Colours are removed, and anything that breaks or redraws a line becomes one space. Chats turn line breaks into
 * spaces (Discord does so in options), so they must not carry any meaning.
 */
export function onOneLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(strandedColour, '')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
}
