/**
 * Pasted text for a field of one line. A Python comment ends with its line, so in pasted code it would
 * swallow everything behind it: it goes.
 */
export function onOneLine(pasted: string): string {
  const isCode = /\.fit\s*\(/.test(pasted);
  const kept = isCode ? pasted.replace(/#.*$/gm, '') : pasted;
  return kept.trim().replace(/\s*\n\s*/g, ' ');
}
