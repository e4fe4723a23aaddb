import { shown } from '../../content/shown.js';

/**
 * Column names from a header line: safe to show, none empty, no duplicates (`age`, `age.1`, as pandas
 * numbers them).
 */
export function columnNames(header: readonly string[]): string[] {
  const used = new Set<string>();
  return header.map((cell, index) => {
    const base = shown(cell) || `column_${index + 1}`;
    let name = base;
    for (let count = 1; used.has(name); count += 1) name = `${base}.${count}`;
    used.add(name);
    return name;
  });
}
