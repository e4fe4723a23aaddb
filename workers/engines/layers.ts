/** The offsets of each layer's weights in the flat array. */

export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** Kernel, inputs × outputs, row-major. */
  readonly kernel: { readonly start: number; readonly end: number };
  readonly bias: { readonly start: number; readonly end: number };
}

export function layersOf(units: readonly number[]): readonly Layer[] {
  let start = 0;
  return units.slice(1).map((outputs, index) => {
    const inputs = units[index] ?? 0;
    const kernel = { start, end: start + inputs * outputs };
    const bias = { start: kernel.end, end: kernel.end + outputs };
    start = bias.end;
    return { inputs, outputs, kernel, bias };
  });
}

export function weightCount(units: readonly number[]): number {
  return layersOf(units).at(-1)?.bias.end ?? 0;
}
