/** Maximum length of a name in a sentence; longer ones would hide the sentence itself. */
const NAME_CHARACTERS = 40;

/**
 * Sanitizes a person's text for one of our lines: characters that are invisible, break lines or
 * change the writing direction become spaces, and long text is cut.
 */
export function shown(text: string, mostCharacters = NAME_CHARACTERS): string {
  const characters = Array.from(text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
  if (characters.length <= mostCharacters) return characters.join('');
  return `${characters.slice(0, mostCharacters - 1).join('')}…`;
}
