/** Converts pixels to palette indices: the exact colour, or the nearest one. */
import { rgbOf } from './colours.js';

export class Palette {
  readonly rgb: readonly (readonly [number, number, number])[];
  readonly #known = new Map<number, number>();

  /** @param colours at most 255, each as #rrggbb */
  constructor(colours: readonly string[]) {
    this.rgb = colours.map(rgbOf);
  }

  /** @param pixels opaque RGBA */
  indicesOf(pixels: Uint8ClampedArray): Uint8Array {
    // Compares four bytes as one number.
    const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
    const indices = new Uint8Array(colours.length);
    let before: number | undefined;
    let index = 0;
    for (let at = 0; at < colours.length; at += 1) {
      const colour = colours[at] ?? 0;
      if (colour !== before) {
        index = this.#known.get(colour) ?? this.#nearest(pixels.subarray(4 * at, 4 * at + 3));
        this.#known.set(colour, index);
        before = colour;
      }
      indices[at] = index;
    }
    return indices;
  }

  /** By RGB distance. */
  #nearest([r = 0, g = 0, b = 0]: Uint8ClampedArray): number {
    const distances = this.rgb.map(
      ([red, green, blue]) => (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2,
    );
    return distances.indexOf(Math.min(...distances));
  }
}
