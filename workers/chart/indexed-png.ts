/** Lines and letters on white as a small PNG: at most sixteen colours, two pixels a byte. */
import { encode } from 'fast-png';

/** As many colours as four bits can number. */
const COLOURS = 16;
/** A class looks at many charts over one line: each is to be at most so large. */
const MOST_BYTES = 40_000;
/**
 * Shades of each ink, and whether two by two pixels are one dot: the finest that is tried and then coarser.
 * A line that jumps in each of 500 epochs is nearly all edge. With two shades its file is 15 % smaller,
 * with one (hard edges) 30 %; in dots, noise over the whole panel takes two thirds.
 */
const GRAINS = [
  { shades: COLOURS, isDotted: false },
  { shades: 2, isDotted: false },
  { shades: 1, isDotted: false },
  { shades: 2, isDotted: true },
  { shades: 1, isDotted: true },
];
/** Deflate's usual middle: on charts, level 9 saves another 6 % for five times the time. */
const LEVEL = 6;

type Colour = readonly [red: number, green: number, blue: number];

export interface FlatPicture {
  /** Pixels; even, as two share a byte. */
  readonly width: number;
  /** Opaque RGBA, row by row, from the top of the picture to its bottom. */
  readonly strips: readonly Uint8ClampedArray[];
  /** Colours without soft edges, each as #rrggbb; the first is the paper's. */
  readonly flat: readonly string[];
  /** Colours whose edges fade into the paper. */
  readonly inks: readonly string[];
}

/**
 * A pixel of a flat colour or of a full ink keeps exactly that; the others get the nearest there is,
 * with as fine a grain as keeps the file small. Where even the coarsest does not, it is what that makes it.
 */
export function indexedPng(picture: FlatPicture): Uint8Array {
  let png: Uint8Array = new Uint8Array();
  for (const { shades, isDotted } of GRAINS) {
    png = encoded(picture, paletteOf(picture, shades), isDotted);
    if (png.length <= MOST_BYTES) break;
  }
  return png;
}

function encoded(
  { width, strips }: FlatPicture,
  palette: readonly Colour[],
  isDotted: boolean,
): Uint8Array {
  const known = new Map<number, number>();
  const pairs = strips.reduce((sum, { length }) => sum + length / 8, 0);
  const data = new Uint8Array(pairs);
  let pixel = 0;
  for (const strip of strips) {
    // Four bytes compared as one number; which one is red depends on the machine and does not matter.
    const colours = new Uint32Array(strip.buffer, strip.byteOffset, strip.length / 4);
    let before: number | undefined;
    let index = 0;
    for (let at = 0; at < colours.length; at += 1) {
      const colour = colours[at] ?? 0;
      if (colour !== before) {
        index = known.get(colour) ?? nearest(strip.subarray(4 * at), palette);
        known.set(colour, index);
        before = colour;
      }
      const pair = pixel >> 1;
      data[pair] = pixel % 2 === 0 ? index << 4 : (data[pair] ?? 0) | index;
      pixel += 1;
    }
  }
  if (isDotted) toDots(data, width / 2);
  const picture = { width, height: pixel / width, data, depth: 4, channels: 1 } as const;
  return encode(
    { ...picture, palette: palette.map((colour) => [...colour]) },
    { zlib: { level: LEVEL } },
  );
}

/** Two by two pixels get the colour of their first. @param rowBytes of a row of pixels, two a byte */
function toDots(data: Uint8Array, rowBytes: number): void {
  for (let at = 0; at < data.length; at += 1) data[at] = ((data[at] ?? 0) >> 4) * 0x11;
  for (let row = rowBytes; row < data.length; row += 2 * rowBytes) {
    data.copyWithin(row, row - rowBytes, row);
  }
}

/** The flat colours, then so many shades of each ink, or as there is room for: the earlier get the rest. */
function paletteOf({ flat, inks }: FlatPicture, most: number): readonly Colour[] {
  const colours = flat.map(parsed);
  const paper = colours[0] ?? [255, 255, 255];
  const room = COLOURS - flat.length;
  for (const [index, ink] of inks.map(parsed).entries()) {
    const fitting = Math.floor((room + inks.length - 1 - index) / inks.length);
    const shades = Math.min(most, fitting);
    for (let shade = 1; shade <= shades; shade += 1) {
      colours.push(blend(paper, ink, shade / shades));
    }
  }
  return colours;
}

function parsed(colour: string): Colour {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >>> 16, (value >>> 8) & 0xff, value & 0xff];
}

function blend(paper: Colour, ink: Colour, share: number): Colour {
  const channel = (index: 0 | 1 | 2): number =>
    Math.round(paper[index] + share * (ink[index] - paper[index]));
  return [channel(0), channel(1), channel(2)];
}

/** By the distance of red, green and blue: between neighbouring shades no eye tells a better measure. */
function nearest([r = 0, g = 0, b = 0]: Uint8ClampedArray, palette: readonly Colour[]): number {
  const distances = palette.map(
    ([red, green, blue]) => (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2,
  );
  return distances.indexOf(Math.min(...distances));
}
