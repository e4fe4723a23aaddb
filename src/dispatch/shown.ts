/** What is shown of a person's own text in an answer. */
const SHOWN_CHARACTERS = 60;

/** A person's own words, short, on one line, and without what cannot be seen. */
export function shown(text: string): string {
  const characters = Array.from(text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
  if (characters.length <= SHOWN_CHARACTERS) return characters.join('');
  return `${characters.slice(0, SHOWN_CHARACTERS).join('')}…`;
}
