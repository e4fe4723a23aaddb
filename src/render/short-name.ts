/**
 * A name from somebody's file, fit for one line: control, formatting and line-breaking characters
 * become spaces, so that it cannot turn the text around it, and a long one is cut.
 */
export function shortName(name: string, maxLength = 32): string {
  const characters = Array.from(name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
  if (characters.length <= maxLength) return characters.join('');
  return `${characters.slice(0, maxLength - 1).join('')}…`;
}
