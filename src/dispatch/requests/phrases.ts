/** Sticky patterns that read phrases one after another. */

/** Alternatives, alone or as part of a pattern. */
export function oneOf(...alternatives: readonly string[]): string {
  return `(?:${alternatives.join('|')})`;
}

/** A pattern that matches only at the current position, in lower case. */
export function at(pattern: string): RegExp {
  return new RegExp(pattern, 'uy');
}

/** The pattern's match at a position, if any. */
export function readAt(
  pattern: RegExp,
  text: string,
  position: number,
): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  const found = pattern.exec(text);
  return found && found[0].length > 0 ? found : undefined;
}

/** Comma-separated phrases, as patterns. */
export function listed(strings: TemplateStringsArray, ...values: readonly string[]): string[] {
  return String.raw(strings, ...values)
    .trim()
    .split(/,\s*/);
}

/** Matches any of the comma-separated phrases. */
export function any(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return oneOf(...listed(strings, ...values));
}
