/** Draws small images side by side, each above two lines of text. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ChartPicture } from '../../src/render/chart.js';
import { grid, ink } from './series.js';

const WIDTH = 1000;
const IN_A_ROW = 5;
const SIDE = 160;
const GAP = 24;
const LINE = 32;
const FONT_SIZE = 25;
const SLOT = { width: WIDTH / IN_A_ROW, height: GAP + SIDE + 2 * LINE };

export function picturesHeight(pictures: readonly ChartPicture[]): number {
  return Math.ceil(pictures.length / IN_A_ROW) * SLOT.height + GAP;
}

export function drawPictures(
  context: SKRSContext2D,
  pictures: readonly ChartPicture[],
  family: string,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `${FONT_SIZE}px ${family}`;
  pictures.forEach(({ width, pixels, words }, index) => {
    const middle = ((index % IN_A_ROW) + 0.5) * SLOT.width;
    const left = middle - SIDE / 2;
    const top = Math.floor(index / IN_A_ROW) * SLOT.height + GAP;
    context.fillStyle = grid;
    context.fillRect(left - 2, top - 2, SIDE + 4, SIDE + 4);
    const side = SIDE / width;
    pixels.forEach((darkness, at) => {
      context.fillStyle = greyOf(darkness);
      context.fillRect(left + (at % width) * side, top + Math.floor(at / width) * side, side, side);
    });
    context.fillStyle = ink;
    words.forEach((line, number) => {
      context.fillText(line, middle, top + SIDE + (number + 0.6) * LINE, SLOT.width - 12);
    });
  });
}

/** A shade between background and ink. */
function greyOf(darkness: number): string {
  const value = Number.parseInt(ink.slice(1), 16);
  const channels = [value >>> 16, (value >>> 8) & 0xff, value & 0xff];
  return `rgb(${channels.map((channel) => Math.round(255 + darkness * (channel - 255))).join()})`;
}
