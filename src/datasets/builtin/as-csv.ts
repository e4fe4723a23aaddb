/** The built-in sets as CSV files: exactly the rows that a network learns from. */
import { builtinDatasets, type BuiltinName } from '../builtin.js';

/** Generated on each call; the rows never change. */
const made = new Map<BuiltinName, Uint8Array>();

/** A header line, then a line per row; cells are quoted where needed (RFC 4180). */
export function csvOf(name: BuiltinName): Uint8Array {
  const before = made.get(name);
  if (before) return before;
  const { columns, rows } = builtinDatasets[name].table();
  const lines = [columns, ...rows].map((cells) => cells.map(quotedWhereNeeded).join(','));
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  made.set(name, bytes);
  return bytes;
}

function quotedWhereNeeded(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
