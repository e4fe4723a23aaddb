/** Draws a field's cells, the boundary between classes and the points, as large as the canvas is shown. */
import type { Field } from '../../../chat/message.js';
import { markPath } from './mark-path.js';

/** The background is light in dark mode, too, like the image that replaces it. */
const ink = '#1f2328';
const paper = '#ffffff';
/** A point's radius, as a share of the shorter side. */
const radius = 0.011;

export function drawField(canvas: HTMLCanvasElement, field: Field): void {
  const width = Math.round(canvas.clientWidth * devicePixelRatio);
  const height = Math.round(canvas.clientHeight * devicePixelRatio);
  const sheet = canvas.getContext('2d');
  if (!sheet || width === 0 || height === 0) return;
  // Setting the size also clears the canvas.
  canvas.width = width;
  canvas.height = height;
  drawCells(sheet, field);
  drawPoints(sheet, field);
}

function drawCells(sheet: CanvasRenderingContext2D, field: Field): void {
  const { side, colours, shades } = field;
  const { width, height } = sheet.canvas;
  const cells = bytesOf(field.cells);
  const line = Math.max(1, Math.round(1.5 * devicePixelRatio));
  // Whole pixels, or the background would show between cells.
  const x = (column: number): number => Math.round((column * width) / side);
  const y = (row: number): number => Math.round((row * height) / side);
  cells.forEach((cell, at) => {
    const [column, row] = [at % side, Math.floor(at / side)];
    sheet.fillStyle = colours[cell] ?? ink;
    sheet.fillRect(x(column), y(row), x(column + 1) - x(column), y(row + 1) - y(row));
  });
  const classOf = (at: number): number => Math.floor((cells[at] ?? 0) / shades);
  sheet.fillStyle = ink;
  cells.forEach((_, at) => {
    const [column, row] = [at % side, Math.floor(at / side)];
    const [right, below] = [x(column + 1), y(row + 1)];
    if (column + 1 < side && classOf(at) !== classOf(at + 1)) {
      sheet.fillRect(right - line / 2, y(row) - line / 2, line, below - y(row) + line);
    }
    if (row + 1 < side && classOf(at) !== classOf(at + side)) {
      sheet.fillRect(x(column) - line / 2, below - line / 2, right - x(column) + line, line);
    }
  });
}

function drawPoints(sheet: CanvasRenderingContext2D, { side, marks, points }: Field): void {
  const { width, height } = sheet.canvas;
  const size = Math.max(3 * devicePixelRatio, radius * Math.min(width, height));
  // The outermost answers belong to the centres of the outermost cells.
  const along = (byte: number, length: number): number =>
    ((0.5 + (byte / 255) * (side - 1)) * length) / side;
  const bytes = bytesOf(points);
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    const mark = marks[bytes[at + 2] ?? 0];
    if (!mark) continue;
    sheet.save();
    sheet.translate(along(bytes[at] ?? 0, width), height - along(bytes[at + 1] ?? 0, height));
    sheet.rotate((mark.turned * Math.PI) / 180);
    sheet.scale(size, size);
    const path = new Path2D(markPath(mark.shape));
    // A light edge around the dark one: one of them is visible on any background.
    sheet.strokeStyle = paper;
    sheet.lineWidth = 0.85;
    sheet.stroke(path);
    sheet.strokeStyle = ink;
    sheet.lineWidth = 0.4;
    sheet.stroke(path);
    sheet.fillStyle = mark.colour;
    sheet.fill(path);
    sheet.restore();
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
