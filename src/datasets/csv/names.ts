/** Makes names from files safe and short enough to show. */

const maxNameChars = 40;

/** Control, format (bidirectional, zero-width) and line-separating characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A name from a file without what cannot be seen, at most 40 characters long. */
export function shownName(text: string): string {
  const chars = Array.from(text.replace(invisible, ' ').replace(/\s+/g, ' ').trim());
  return chars.length > maxNameChars
    ? `${chars.slice(0, maxNameChars - 1).join('')}…`
    : chars.join('');
}

/**
 * Column names from a header line: safe to show, none empty, none twice (`age`, `age.1`, as pandas
 * numbers them).
 */
export function columnNames(header: readonly string[]): string[] {
  const used = new Set<string>();
  return header.map((cell, index) => {
    const base = shownName(cell) || `column_${index + 1}`;
    let name = base;
    for (let count = 1; used.has(name); count += 1) name = `${base}.${count}`;
    used.add(name);
    return name;
  });
}
