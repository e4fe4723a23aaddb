import {
  builtinDatasets,
  pictureOf,
  type BuiltinName,
  type RowPicture,
} from '../src/datasets/builtin.js';

const SHOWN_ROWS = 3;
/** How many images fit side by side on a phone. */
const SHOWN_PICTURES = 2;
/** From empty to full; doubled in width, they are about square. */
const shades = ['  ', '░░', '▒▒', '▓▓', '██'];

/** Cached, as tables are generated on each call and their first rows never change. */
const made = new Map<BuiltinName, string>();

/**
 * A line for each column with its first values, narrow enough for a phone: `Age          35, 66, 41`. Image
 * rows are drawn.
 */
export function firstRows(name: BuiltinName): string {
  const before = made.get(name);
  if (before !== undefined) return before;
  const { columns, rows } = builtinDatasets[name].table();
  const picture = pictureOf(name);
  const text = picture
    ? drawn(picture, rows.slice(0, SHOWN_PICTURES), columns)
    : listed(columns, rows.slice(0, SHOWN_ROWS));
  made.set(name, text);
  return text;
}

function listed(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = Math.max(...columns.map((column) => column.length));
  const lines = columns.map((column, index) => {
    const values = rows.map((row) => row[index] ?? '');
    return `${column.padEnd(width)}  ${values.join(', ')}`;
  });
  return lines.join('\n');
}

/** Images side by side, each with a caption: `digit 0`. */
function drawn(
  { width, height, darkest }: RowPicture,
  rows: readonly (readonly string[])[],
  columns: readonly string[],
): string {
  const gap = '  ';
  const pixel = (value: number): string =>
    shades[Math.ceil((value / darkest) * (shades.length - 1))] ?? '';
  const lines = Array.from({ length: height }, (_, line) =>
    rows
      .map((row) =>
        row
          .slice(line * width, (line + 1) * width)
          .map((cell) => pixel(Number(cell)))
          .join(''),
      )
      .join(gap),
  );
  const named = rows.map((row) => `${columns.at(-1) ?? ''} ${row.at(-1) ?? ''}`.padEnd(2 * width));
  return [...lines, named.join(gap)].map((line) => line.trimEnd()).join('\n');
}
