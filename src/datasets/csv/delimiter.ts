/** Finds out which character stands between a file's cells. */

const delimiters = [',', ';', '\t'];

/** The candidate that the first line holds most often outside quotes; a comma when none is there. */
export function detectDelimiter(text: string): string {
  const counts = new Map(delimiters.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const char of firstLines(text)) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && /[\r\n]/.test(char)) break;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const [best] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  return best;
}

/** Enough of the text for a header line; the rest need not be walked through. */
function firstLines(text: string): string {
  return text.trimStart().slice(0, 100_000);
}
