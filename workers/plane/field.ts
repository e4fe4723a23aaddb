/** The answers as colours, pixel by pixel, interpolated linearly between grid points. */
import type { PlaneFrame, PlanePicture } from '../../src/render/plane/picture.js';
import {
  amountBand,
  amountColours,
  classStyles,
  rgbOf,
  SURENESS_BANDS,
  surenessBand,
  tint,
} from './colours.js';

export interface Field {
  /** Opaque RGBA, from the upper left. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** @param line the boundary's width, in pixels */
export function fieldOf(
  { answers }: PlaneFrame,
  colours: PlanePicture['colours'],
  size: { readonly width: number; readonly height: number; readonly line: number },
  ink: string,
): Field {
  const { width, height, line } = size;
  const bands = bandsOf(answers, colours, width, height);
  const palette = fieldColours(colours).map(packed);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < bands.length; at += 1) pixels[at] = palette[bands[at] ?? 0] ?? 0;
  if (colours.kind === 'classes') drawBoundary(bands, pixels, width, line, packed(ink));
  return { pixels: new Uint8ClampedArray(pixels.buffer), width, height };
}

/** Each class's bands in sequence, or the bands of amounts. */
export function fieldColours(colours: PlanePicture['colours']): readonly string[] {
  if (colours.kind === 'amount') return amountColours;
  return classStyles(colours.names).flatMap(({ colour }) =>
    Array.from({ length: SURENESS_BANDS }, (_, band) => tint(colour, band)),
  );
}

/** Each pixel's index in `fieldColours`, from the upper left. */
export function bandsOf(
  { side, values }: PlaneFrame['answers'],
  colours: PlanePicture['colours'],
  width: number,
  height: number,
): Uint8Array {
  const outputs = values.length / side ** 2;
  const bandOf = bandReader(colours);
  const bands = new Uint8Array(width * height);
  const mixed = new Float64Array(outputs);
  for (let row = 0; row < height; row += 1) {
    // The grid's lowest row is at the bottom of the picture.
    const y = ((height - 1 - row) / (height - 1)) * (side - 1);
    const below = Math.min(side - 2, Math.floor(y));
    for (let column = 0; column < width; column += 1) {
      const x = (column / (width - 1)) * (side - 1);
      const left = Math.min(side - 2, Math.floor(x));
      const [right, up] = [x - left, y - below];
      for (let output = 0; output < outputs; output += 1) {
        const at = (below * side + left) * outputs + output;
        const over = at + side * outputs;
        const low = (values[at] ?? 0) * (1 - right) + (values[at + outputs] ?? 0) * right;
        const high = (values[over] ?? 0) * (1 - right) + (values[over + outputs] ?? 0) * right;
        mixed[output] = low * (1 - up) + high * up;
      }
      bands[row * width + column] = bandOf(mixed);
    }
  }
  return bands;
}

function bandReader(colours: PlanePicture['colours']): (answer: Float64Array) => number {
  if (colours.kind === 'amount') {
    const { least, most } = colours;
    return ([amount = 0]) => amountBand(amount, least, most);
  }
  const classes = colours.names.length;
  const ofClass = (winner: number, probability: number): number =>
    winner * SURENESS_BANDS + surenessBand(probability, classes);
  return (answer) => {
    if (answer.length === 1) {
      const second = answer[0] ?? 0;
      return second > 0.5 ? ofClass(1, second) : ofClass(0, 1 - second);
    }
    let winner = 0;
    answer.forEach((probability, index) => {
      if (probability > (answer[winner] ?? 0)) winner = index;
    });
    return ofClass(winner, answer[winner] ?? 0);
  };
}

/** Marks pixels whose class differs from one slightly to the right or below. */
function drawBoundary(
  bands: Uint8Array,
  pixels: Uint32Array,
  width: number,
  line: number,
  ink: number,
): void {
  const classAt = (at: number): number => Math.floor((bands[at] ?? 0) / SURENESS_BANDS);
  for (let at = 0; at < bands.length; at += 1) {
    const isInside = (at % width) + line < width;
    const right = isInside ? classAt(at + line) : classAt(at);
    const below = at + line * width < bands.length ? classAt(at + line * width) : classAt(at);
    if (right !== classAt(at) || below !== classAt(at)) pixels[at] = ink;
  }
}

/** Packs four bytes into one number, little-endian on every machine that Node runs on. */
function packed(colour: string): number {
  const [red, green, blue] = rgbOf(colour);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
