/**
 * What was learned, small enough to ship: a vector for each run of letters, one for each target, in whole
 * numbers so small that they compress well. A question's targets are as likely as the softmax of the
 * products says (as in fastText, Joulin et al. 2016, “Bag of Tricks for Efficient Text Classification”).
 */
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Features } from './features.js';

/** The learned numbers before they are packed. */
export interface Learned {
  readonly targets: readonly string[];
  /** Numbers in a vector. */
  readonly width: number;
  /** Hashes of the known runs of letters, ascending. */
  readonly hashes: Uint32Array;
  /** How telling each run is: ln(questions / questions with it). */
  readonly rarity: Float32Array;
  /** width numbers for each run. */
  readonly runs: Float32Array;
  /** width numbers for each target. */
  readonly outputs: Float32Array;
  readonly bias: Float32Array;
}

export interface Likely {
  readonly target: string;
  /** From 0 to 1; all targets' add up to 1. */
  readonly probability: number;
}

/** A run's place and its share in a question; the squares of the shares add up to 1. */
export interface Weighted {
  readonly places: Int32Array;
  readonly shares: Float32Array;
}

/** How often each known run occurs, by its place. Runs that were never learned say nothing. */
export function knownIn(features: Features, hashes: Uint32Array): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  for (const [hash, count] of features) {
    const place = placeOf(hash, hashes);
    if (place !== undefined) known.set(place, count);
  }
  return known;
}

/** @param known as `knownIn` gives it */
export function weigh(known: ReadonlyMap<number, number>, rarity: Float32Array): Weighted {
  const places: number[] = [];
  const shares: number[] = [];
  for (const [place, count] of known) {
    places.push(place);
    shares.push((1 + Math.log(count)) * (rarity[place] ?? 0));
  }
  const length = Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0)) || 1;
  return {
    places: Int32Array.from(places),
    shares: Float32Array.from(shares, (share) => share / length),
  };
}

function placeOf(hash: number, hashes: Uint32Array): number | undefined {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes[middle] ?? 0;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/**
 * Every target, the likeliest first.
 * @param temperature above 1 it is less sure of itself (Guo et al. 2017, “On Calibration of Modern
 * Neural Networks”)
 */
export function likelihoods(
  features: Features,
  model: Learned,
  temperature = 1,
): readonly Likely[] {
  const { targets, width, runs, outputs, bias, hashes, rarity } = model;
  const { places, shares } = weigh(knownIn(features, hashes), rarity);
  const hidden = new Float64Array(width);
  places.forEach((place, index) => {
    const share = shares[index] ?? 0;
    for (let at = 0; at < width; at += 1) {
      hidden[at] = (hidden[at] ?? 0) + share * (runs[place * width + at] ?? 0);
    }
  });
  const scores = targets.map((_, target) =>
    hidden.reduce(
      (sum, value, at) => sum + value * (outputs[target * width + at] ?? 0),
      bias[target] ?? 0,
    ),
  );
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - most) / temperature));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return targets
    .map((target, index) => ({ target, probability: (powers[index] ?? 0) / all }))
    .sort((a, b) => b.probability - a.probability);
}

interface Header {
  readonly targets: readonly string[];
  readonly width: number;
  readonly runs: number;
}

/** Compressed: four bytes for the header's length, the header as JSON padded to four, then the numbers. */
export function pack({ targets, width, hashes, rarity, runs, outputs, bias }: Learned): Buffer {
  const header: Header = { targets, width, runs: hashes.length };
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  const [packedRuns, packedOutputs] = [bytesOf(runs, width), bytesOf(outputs, width)];
  return brotliCompressSync(
    Buffer.concat([
      ...[length, padded, raw(hashes), raw(bias)],
      ...[raw(packedRuns.scales), raw(packedOutputs.scales)],
      ...[raw(packedRuns.bytes), raw(packedOutputs.bytes)],
      raw(Uint8Array.from(rarity, (value) => Math.round(value * RARITY_STEPS))),
    ]),
  );
}

export function unpack(packed: Buffer): Learned {
  const file = brotliDecompressSync(packed);
  const headerLength = file.readUInt32LE(0);
  const { targets, width, runs } = JSON.parse(
    file.subarray(4, 4 + headerLength).toString(),
  ) as Header;
  // Typed arrays want to begin at a multiple of their numbers' size.
  const { buffer } = new Uint8Array(file.subarray(4 + headerLength));
  let offset = 0;
  const next = (bytes: number): number => (offset += bytes) - bytes;
  const hashes = new Uint32Array(buffer, next(4 * runs), runs);
  const bias = new Float32Array(buffer, next(4 * targets.length), targets.length);
  const runScales = new Float32Array(buffer, next(4 * runs), runs);
  const outputScales = new Float32Array(buffer, next(4 * targets.length), targets.length);
  const runBytes = new Int8Array(buffer, next(width * runs), width * runs);
  const outputBytes = new Int8Array(buffer, next(width * targets.length), width * targets.length);
  const rarity = Float32Array.from(
    new Uint8Array(buffer, next(runs), runs),
    (steps) => steps / RARITY_STEPS,
  );
  return {
    ...{ targets, width, hashes, rarity, bias },
    runs: numbersOf(runBytes, runScales, width),
    outputs: numbersOf(outputBytes, outputScales, width),
  };
}

/** The largest of a vector. With 127, as much as a byte holds, the file would be half as large again. */
const LARGEST = 15;
/** A byte holds a rarity up to 10.2: one question in 27,000. */
const RARITY_STEPS = 25;

/** Each vector as whole numbers of its own scale. */
function bytesOf(
  numbers: Float32Array,
  width: number,
): { readonly scales: Float32Array; readonly bytes: Int8Array } {
  const scales = new Float32Array(numbers.length / width).map((_, row) => {
    const vector = numbers.subarray(row * width, (row + 1) * width);
    return vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST || 1;
  });
  const bytes = Int8Array.from(numbers, (value, index) =>
    Math.round(value / (scales[Math.floor(index / width)] ?? 1)),
  );
  return { scales, bytes };
}

/** A plain loop: over a million numbers, `Float32Array.from` would keep the first question waiting. */
function numbersOf(bytes: Int8Array, scales: Float32Array, width: number): Float32Array {
  const numbers = new Float32Array(bytes.length);
  scales.forEach((scale, row) => {
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      numbers[at] = (bytes[at] ?? 0) * scale;
    }
  });
  return numbers;
}

function raw(array: Uint32Array | Float32Array | Int8Array | Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}
