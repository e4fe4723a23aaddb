import { builtinDatasets, type BuiltinName } from '../src/datasets/builtin.js';

const SHOWN_ROWS = 3;

/** The tables are made anew at each call, and their first rows stay what they are. */
const made = new Map<BuiltinName, string>();

/** A line for each column with its first values, as a phone can show it: `Age          35, 66, 41`. */
export function firstRows(name: BuiltinName): string {
  const before = made.get(name);
  if (before !== undefined) return before;
  const { columns, rows } = builtinDatasets[name].table();
  const first = rows.slice(0, SHOWN_ROWS);
  const width = Math.max(...columns.map((column) => column.length));
  const lines = columns.map((column, index) => {
    const values = first.map((row) => row[index] ?? '');
    return `${column.padEnd(width)}  ${values.join(', ')}`;
  });
  const text = lines.join('\n');
  made.set(name, text);
  return text;
}
