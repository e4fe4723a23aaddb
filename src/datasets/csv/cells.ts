/** Whether a cell is a gap, and its cleaned text. */

/** Spellings of "no value" from spreadsheets, R, pandas and SQL, in lower case. */
export const missingMarkers: ReadonlySet<string> = new Set([
  ...['', '-', '?', 'na', 'n/a', '#n/a', 'nan', 'null'],
]);
const longestMarker = 4;

export function isMissing(cell: string): boolean {
  // Fast path: most cells are numbers, which start with a digit.
  const first = cell.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return false;
  const text = cell.trim();
  return text.length <= longestMarker && missingMarkers.has(text.toLowerCase());
}

/** More spellings that count only among numbers; among categories they may be ordinary values. */
const noNumbers = new Set(
  [
    'none|nil|missing|unknown|nat|n.a.|nd|n.d.|n/d|k.a.|s.o.|s/o|(null)|tbd|.|..|...|--|---|–|—',
    'inf|+inf|-inf|infinity|-infinity|-nan|+nan|1.#ind|-1.#ind|1.#inf|-1.#inf',
    '없음|결측|미상|모름|해당없음|해당 없음|자료없음|미측정|不明|無',
  ].flatMap((spellings) => spellings.split('|')),
);

/** Spreadsheets' error values, in several languages: `#DIV/0!`, `#WERT!`, `#NV`, `#####`. */
const failedFormula = /^#(?:[\p{Lu}¡/0]+[!?]|N\/?[ADV]|#+)$/u;

export function meansNoNumber(cell: string): boolean {
  const text = cell.trim();
  return noNumbers.has(text.toLowerCase()) || failedFormula.test(text.toUpperCase());
}

const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;

/** The cell without invisible characters, with plain spaces, and full-width forms as normal ones. */
export function cleaned(cell: string): string {
  if (isAscii(cell)) return unwrapped(cell.trim());
  const narrow = cell.replace(/[\uFF01-\uFF5E]/g, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  return unwrapped(narrow.replace(invisible, '').replace(spaces, ' ').trim());
}

/** Excel's `="00123"` in a quoted cell. */
function unwrapped(cell: string): string {
  if (!cell.startsWith('=')) return cell;
  return /^="(.*)"$/.exec(cell)?.[1]?.trim() ?? cell;
}

/** Called for millions of cells: a loop takes a third of the time of a regular expression. */
function isAscii(cell: string): boolean {
  for (let at = 0; at < cell.length; at += 1) if (cell.charCodeAt(at) > 0x7f) return false;
  return true;
}
