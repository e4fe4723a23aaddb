/** Encodes lines and text on white as a small PNG: at most sixteen colours, two pixels per byte. */
import { encode } from 'fast-png';

/** As many colours as four bits can address. */
const COLOURS = 16;
/** Target size: a class loads many charts over one connection. */
const MOST_BYTES = 40_000;
/**
 * Shades of each ink, and whether 2 × 2 pixels are merged: from the finest level tried to coarser ones.
 * A line that jumps in each of 500 epochs is nearly all edges. With two shades its file is 15 % smaller,
 * with one (hard edges) 30 %; merged, noise over the whole panel takes two thirds.
 */
const GRAINS = [
  { shades: COLOURS, isDotted: false },
  { shades: 2, isDotted: false },
  { shades: 1, isDotted: false },
  { shades: 2, isDotted: true },
  { shades: 1, isDotted: true },
];
/** Deflate's default level: on charts, level 9 saves another 6 % but takes five times as long. */
const LEVEL = 6;

type Colour = readonly [red: number, green: number, blue: number];

export interface FlatPicture {
  /** In pixels; even, as two share a byte. */
  readonly width: number;
  /** Opaque RGBA, row by row, from top to bottom. */
  readonly strips: readonly Uint8ClampedArray[];
  /** Colours without antialiasing, each as #rrggbb; the first is the background. */
  readonly flat: readonly string[];
  /** Colours antialiased against the background. */
  readonly inks: readonly string[];
}

/**
 * A pixel of a flat colour or a full ink keeps its exact colour; others get the nearest one,
 * at the finest level that keeps the file small. If even the coarsest does not, that is used.
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
    // Compares four bytes as one number; the byte order does not matter.
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

/** 2 × 2 pixels get the colour of their first. @param rowBytes bytes per row of pixels, two pixels per byte */
function toDots(data: Uint8Array, rowBytes: number): void {
  for (let at = 0; at < data.length; at += 1) data[at] = ((data[at] ?? 0) >> 4) * 0x11;
  for (let row = rowBytes; row < data.length; row += 2 * rowBytes) {
    data.copyWithin(row, row - rowBytes, row);
  }
}

/** The flat colours, then that many shades of each ink, or as many as fit: earlier inks get the remainder. */
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

/** By RGB distance: between neighbouring shades no better measure would be visible. */
function nearest([r = 0, g = 0, b = 0]: Uint8ClampedArray, palette: readonly Colour[]): number {
  const distances = palette.map(
    ([red, green, blue]) => (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2,
  );
  return distances.indexOf(Math.min(...distances));
}
