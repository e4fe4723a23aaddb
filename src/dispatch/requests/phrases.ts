/** Patterns that read words one after the other, from where the last one ended. */

/** Alternatives, as they stand or as parts of patterns. */
export function oneOf(...alternatives: readonly string[]): string {
  return `(?:${alternatives.join('|')})`;
}

/** A pattern that matches only where reading goes on. It reads lower case. */
export function at(pattern: string): RegExp {
  return new RegExp(pattern, 'uy');
}

/** What a pattern reads at a position; undefined where something else stands there. */
export function readAt(
  pattern: RegExp,
  text: string,
  position: number,
): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  const found = pattern.exec(text);
  return found && found[0].length > 0 ? found : undefined;
}

/** Phrases with commas between them, as patterns. */
export function listed(strings: TemplateStringsArray, ...values: readonly string[]): string[] {
  return String.raw(strings, ...values)
    .trim()
    .split(/,\s*/);
}

/** Any of the phrases that stand there with commas between them. */
export function any(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return oneOf(...listed(strings, ...values));
}
