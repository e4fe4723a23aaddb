/** A name as an option's value: quoted where necessary (`dispatch/words.ts`). */
export function asTyped(name: string): string {
  return /[\s,:=']/.test(name) ? `"${name}"` : name;
}
