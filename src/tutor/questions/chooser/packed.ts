/** What was learned, small enough to ship: whole numbers so small that they compress well. */
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Learned, Member, Vectors } from './model.js';

interface Header {
  readonly targets: readonly string[];
  readonly width: number;
  readonly runs: number;
  readonly members: number;
}

/** Compressed: four bytes for the header's length, the header as JSON padded to four, then the numbers. */
export function pack({ targets, width, hashes, rarity, members }: Learned): Buffer {
  const header: Header = { targets, width, runs: hashes.length, members: members.length };
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  return brotliCompressSync(
    Buffer.concat([
      ...[length, padded, ...members.map(({ bias }) => raw(bias)), raw(gapsOf(hashes))],
      raw(Uint8Array.from(rarity, (value) => Math.round(value * RARITY_STEPS))),
      ...members.flatMap((member) => packedMember(member, width)),
    ]),
  );
}

function packedMember({ runs, outputs }: Member, width: number): readonly Buffer[] {
  const smallRuns = smallNumbers(valuesOf(runs, width), width, 1, ternaryScaleOf);
  const smallOutputs = smallNumbers(valuesOf(outputs, width), width, LARGEST_OUTPUT, largestOf);
  return [
    ...[raw(smallOutputs.scales), raw(smallOutputs.numbers)],
    ...[raw(smallRuns.scales), raw(fiveToAByte(smallRuns.numbers))],
  ];
}

export function unpack(packed: Buffer): Learned {
  const file = brotliDecompressSync(packed);
  const headerLength = file.readUInt32LE(0);
  const { targets, width, runs, members } = JSON.parse(
    file.subarray(4, 4 + headerLength).toString(),
  ) as Header;
  // Typed arrays want to begin at a multiple of their numbers' size.
  const { buffer } = new Uint8Array(file.subarray(4 + headerLength));
  let offset = 0;
  const next = (bytes: number): number => (offset += bytes) - bytes;
  const bytes = (count: number): Uint8Array => new Uint8Array(buffer, next(count), count);
  const biases = Array.from(
    { length: members },
    () => new Float32Array(buffer, next(4 * targets.length), targets.length),
  );
  const hashes = hashesOf(bytes(4 * runs));
  const rarity = Float32Array.from(bytes(runs), (steps) => steps / RARITY_STEPS);
  return {
    ...{ targets, width, hashes, rarity },
    members: biases.map((bias) => {
      const outputScales = bytes(targets.length);
      const outputs = new Int8Array(buffer, next(width * targets.length), width * targets.length);
      const runScales = bytes(runs);
      const smallRuns = outOfBytes(bytes(Math.ceil((width * runs) / 5)));
      return {
        bias,
        outputs: { numbers: outputs, scales: scalesOf(outputScales) },
        runs: { numbers: smallRuns, scales: scalesOf(runScales) },
      };
    }),
  };
}

const LARGEST_OUTPUT = 127;
/**
 * A run's numbers are stored as -1, 0 or 1 times this multiple of their root mean square. Two models stored like
 * that fit into the bytes of one that has seven levels. They are learned in the knowledge of it.
 */
export const TERNARY_SCALE = 1.8;
/** A byte holds a rarity up to 10.2: one question in 27,000. */
const RARITY_STEPS = 25;
/** A scale is a power of two in steps of 9 %, from 2⁻²⁴ to 2⁸. */
const SCALE = { steps: 8, lowest: -24 };

interface SmallNumbers {
  readonly scales: Uint8Array;
  readonly numbers: Int8Array;
}

const largestOf = (vector: Float32Array): number =>
  vector.reduce((so, value) => Math.max(so, Math.abs(value)), 0);

const ternaryScaleOf = (vector: Float32Array): number =>
  TERNARY_SCALE * Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0) / vector.length);

/**
 * Each vector as whole numbers of its own scale.
 * @param extent of a vector: what becomes `largest`
 */
function smallNumbers(
  values: Float32Array,
  width: number,
  largest: number,
  extent: (vector: Float32Array) => number,
): SmallNumbers {
  const scales = new Uint8Array(values.length / width).map((_, row) => {
    const vector = values.subarray(row * width, (row + 1) * width);
    const power = Math.log2(extent(vector) / largest || 1) - SCALE.lowest;
    return Math.min(255, Math.max(0, Math.round(power * SCALE.steps)));
  });
  const numbers = Int8Array.from(values, (value, index) => {
    const small = Math.round(value / scaleOf(scales[Math.floor(index / width)] ?? 0));
    return Math.min(largest, Math.max(-largest, small));
  });
  return { scales, numbers };
}

function scaleOf(steps: number): number {
  return 2 ** (steps / SCALE.steps + SCALE.lowest);
}

const scalesOf = (steps: Uint8Array): Float32Array => Float32Array.from(steps, scaleOf);

const valuesOf = ({ numbers, scales }: Vectors, width: number): Float32Array =>
  Float32Array.from(numbers, (value, at) => value * (scales[Math.floor(at / width)] ?? 0));

/** Five numbers of -1, 0 and 1: 3⁵ is just below 256. */
function fiveToAByte(numbers: Int8Array): Uint8Array {
  return new Uint8Array(Math.ceil(numbers.length / 5)).map((_, byte) =>
    numbers.subarray(5 * byte, 5 * byte + 5).reduceRight((so, one) => 3 * so + one + 1, 0),
  );
}

/** Plain loops and a table: there are millions, and the first question waits. */
function outOfBytes(bytes: Uint8Array): Int8Array {
  const numbers = new Int8Array(5 * bytes.length);
  for (let byte = 0; byte < bytes.length; byte += 1) {
    const from = 5 * (bytes[byte] ?? 0);
    for (let at = 0; at < 5; at += 1) numbers[5 * byte + at] = fives[from + at] ?? 0;
  }
  return numbers;
}

/** What each byte stands for, one after another. */
const fives = Int8Array.from(
  { length: 5 * 3 ** 5 },
  (_, index) => (Math.floor(Math.floor(index / 5) / 3 ** (index % 5)) % 3) - 1,
);

/** How far each is from the one before: first all lowest bytes, then all second ones, which compress better. */
function gapsOf(hashes: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * hashes.length);
  hashes.forEach((hash, index) => {
    const gap = hash - (index > 0 ? (hashes[index - 1] ?? 0) : 0);
    for (let byte = 0; byte < 4; byte += 1) {
      bytes[byte * hashes.length + index] = (gap >>> (8 * byte)) & 0xff;
    }
  });
  return bytes;
}

function hashesOf(bytes: Uint8Array): Uint32Array {
  const hashes = new Uint32Array(bytes.length / 4);
  let hash = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    for (let byte = 0; byte < 4; byte += 1) {
      hash += (bytes[byte * hashes.length + index] ?? 0) * 2 ** (8 * byte);
    }
    hashes[index] = hash;
  }
  return hashes;
}

function raw(array: Uint8Array | Float32Array | Int8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}
