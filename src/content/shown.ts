/** A name in a sentence; longer ones would push the sentence itself out of sight. */
const NAME_CHARACTERS = 40;

/**
 * A person's own words, fit for one line of ours: characters that cannot be seen, that break lines or
 * that turn the direction of writing become spaces, and what is too long is cut.
 */
export function shown(text: string, mostCharacters = NAME_CHARACTERS): string {
  const characters = Array.from(text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
  if (characters.length <= mostCharacters) return characters.join('');
  return `${characters.slice(0, mostCharacters - 1).join('')}…`;
}
