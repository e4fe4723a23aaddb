/** Draws a confusion matrix: a number in each cell, right answers on the diagonal. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ChartMatrix } from '../../src/render/chart.js';
import { grid, ink, paper } from './series.js';

const WIDTH = 1000;
const MARGIN = 20;
const FONT_SIZE = 27;
/** The smallest font readable on a phone, at a third of the width. */
const LEAST_FONT_SIZE = 20;
const LINE = 42;
/** Space for the names on the left, and for vertical names above the columns. */
const LONGEST_NAME = 250;
/** With more classes than this there is less, as their cells need the space. */
const MANY = 5;
const LONGEST_OF_MANY = 190;
const LONGEST_UPRIGHT = 200;
const HIGHEST_CELL = 110;
const LOWEST_CELL = 66;
const FRAME = 4;

/** From few of a class's rows to most of them; Okabe and Ito's colour-blind-safe blue and orange. */
const right = ['#d3e7f3', '#8cc3e2', '#0072b2'] as const;
const wrong = ['#fbe2d0', '#f0a673', '#d55e00'] as const;
export const matrixColours: readonly string[] = [...right, ...wrong];

/** The colour of zeros, which fill most cells of a good network: less prominent. */
const faint = '#737679';

/** Shares of a class's rows from which a cell gets the second and the third shade. */
const rightSteps = [1 / 3, 2 / 3] as const;
const wrongSteps = [0.1, 0.3] as const;

interface Layout {
  readonly left: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly head: number;
  readonly isUpright: boolean;
}

/** Names' widths are estimated from their letters, as the height must be known before drawing. */
function layoutOf({ labels, answer, hasOthers }: ChartMatrix): Layout {
  const widest = Math.max(...labels.map(roughWidth));
  const longest = labels.length > MANY ? LONGEST_OF_MANY : LONGEST_NAME;
  const left = Math.min(longest, Math.max(roughWidth(answer), widest)) + 2 * MARGIN;
  const width = Math.floor((WIDTH - MARGIN - left) / (labels.length + 1));
  const isUpright = widest > width - 10 && labels.length > 2 && (widest > width * 1.4 || hasOthers);
  const head = isUpright ? Math.min(widest, LONGEST_UPRIGHT) + 20 : LINE;
  const height = Math.max(LOWEST_CELL, Math.min(HIGHEST_CELL, width));
  return { left, cell: { width, height }, head, isUpright };
}

/** A Hangul syllable is as wide as high, other letters slightly more than half. */
function roughWidth(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.6) * FONT_SIZE,
    0,
  );
}

export function matrixHeight(matrix: ChartMatrix): number {
  const { cell, head } = layoutOf(matrix);
  return LINE + head + matrix.labels.length * cell.height + (matrix.note ? LINE : 0) + MARGIN;
}

export function drawMatrix(context: SKRSContext2D, matrix: ChartMatrix, family: string): void {
  const layout = layoutOf(matrix);
  const { left, cell, head } = layout;
  const { labels, counts } = matrix;
  const top = LINE + head;
  const write = writer(context, family);
  const columns = labels.length;
  write(matrix.said, left + (columns * cell.width) / 2, LINE / 2, columns * cell.width);
  write(matrix.answer, left / 2, top - LINE / 2, left - 10);
  labels.forEach((label, index) => {
    const x = left + (index + 0.5) * cell.width;
    if (layout.isUpright) writeUpright(context, write, label, x, top - 10, head - 20);
    else write(label, x, top - LINE / 2, cell.width - 8);
    write(label, left / 2, top + (index + 0.5) * cell.height, left - 20);
  });
  write(matrix.all, left + (columns + 0.5) * cell.width, top - LINE / 2, cell.width - 8);
  counts.forEach((ofAnswer, row) => {
    const y = top + row * cell.height;
    const all = ofAnswer.reduce((sum, count) => sum + count, 0);
    ofAnswer.forEach((count, column) => {
      const isOthers = matrix.hasOthers && row === columns - 1 && column === row;
      drawCell(
        context,
        { x: left + column * cell.width, y, ...cell },
        {
          fill: isOthers ? grid : shadeOf(count, all, row === column),
          isFramed: row === column && !isOthers,
        },
      );
      const text = count.toLocaleString('en');
      const isDark = !isOthers && isDarkest(count, all, row === column);
      const middle = left + (column + 0.5) * cell.width;
      const colour = count === 0 ? faint : isDark ? paper : ink;
      write(text, middle, y + cell.height / 2, cell.width - 10, { colour, isNumber: true });
    });
    const middle = left + (columns + 0.5) * cell.width;
    const text = all.toLocaleString('en');
    write(text, middle, y + cell.height / 2, cell.width - 10, { isNumber: true });
  });
  if (matrix.note) {
    const below = top + columns * cell.height + LINE / 2 + 6;
    write(matrix.note, WIDTH / 2, below, WIDTH - 2 * MARGIN);
  }
}

function stepOf(share: number, [second, third]: readonly [number, number]): 0 | 1 | 2 {
  if (share < second) return 0;
  return share < third ? 1 : 2;
}

function shadeOf(count: number, all: number, isRight: boolean): string {
  if (count === 0) return paper;
  const share = count / all;
  return isRight ? right[stepOf(share, rightSteps)] : wrong[stepOf(share, wrongSteps)];
}

function isDarkest(count: number, all: number, isRight: boolean): boolean {
  return count > 0 && stepOf(count / all, isRight ? rightSteps : wrongSteps) === 2;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawCell(
  context: SKRSContext2D,
  { x, y, width, height }: Box,
  { fill, isFramed }: { readonly fill: string; readonly isFramed: boolean },
): void {
  context.fillStyle = grid;
  context.fillRect(x, y, width, height);
  context.fillStyle = isFramed ? ink : fill;
  context.fillRect(x + 1, y + 1, width - 2, height - 2);
  context.fillStyle = fill;
  const edge = isFramed ? FRAME : 1;
  context.fillRect(x + edge, y + edge, width - 2 * edge, height - 2 * edge);
}

type Write = (text: string, x: number, y: number, most: number, how?: Style) => void;

interface Style {
  readonly colour?: string;
  readonly align?: 'left' | 'center';
  /** A number is never cut, however small the font: it would become a different one. */
  readonly isNumber?: boolean;
}

/** Draws text centred on a point; smaller where space is short, and cut if that is not enough. */
function writer(context: SKRSContext2D, family: string): Write {
  return (text, x, y, most, { colour = ink, align = 'center', isNumber = false } = {}) => {
    context.textAlign = align;
    context.textBaseline = 'middle';
    context.fillStyle = colour;
    const widthAt = (size: number, part: string): number => {
      context.font = `${size}px ${family}`;
      return context.measureText(part).width;
    };
    const fitting = Math.floor((FONT_SIZE * most) / widthAt(FONT_SIZE, text));
    const least = isNumber ? 1 : LEAST_FONT_SIZE;
    const size = Math.max(least, Math.min(FONT_SIZE, fitting));
    const written = isNumber ? text : cutTo(text, most, (part) => widthAt(size, part));
    context.font = `${size}px ${family}`;
    context.fillText(written, x, y);
  };
}

/** Cuts the middle out, as names that start alike usually end differently. */
function cutTo(text: string, most: number, widthOf: (part: string) => number): string {
  if (widthOf(text) <= most) return text;
  const letters = Array.from(text);
  for (let kept = letters.length - 1; kept > 1; kept -= 1) {
    const head = Math.ceil(kept / 2);
    const cut = `${letters.slice(0, head).join('')}…${letters.slice(head - kept).join('')}`;
    if (widthOf(cut) <= most) return cut;
  }
  return '…';
}

/** Draws text vertically, from bottom to top. */
function writeUpright(
  context: SKRSContext2D,
  write: Write,
  text: string,
  x: number,
  bottom: number,
  most: number,
): void {
  context.save();
  context.translate(x, bottom);
  context.rotate(-Math.PI / 2);
  write(text, 0, 0, most, { align: 'left' });
  context.restore();
}
