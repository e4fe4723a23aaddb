/** The built-in sets as files: the very rows that a network learns from. */
import { builtinDatasets, type BuiltinName } from '../builtin.js';

/** Made anew at each call, and the rows stay what they are. */
const made = new Map<BuiltinName, Uint8Array>();

/** A line of names, then a line for each row; quotes where a cell needs them (RFC 4180). */
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
