/** A name as it can be typed behind an option: in quotes where it would end there (`dispatch/words.ts`). */
export function asTyped(name: string): string {
  return /[\s,:=']/.test(name) ? `"${name}"` : name;
}
