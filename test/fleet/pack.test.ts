import { describe, expect, test } from 'vitest';
import { blobsOf, pack, unpack } from '../../src/fleet/pack.js';

const there = (value: unknown): unknown => {
  const { bytes, blobs } = pack(value);
  return unpack(Buffer.from(bytes), new Map([...blobs].map(([k, v]) => [k, Uint8Array.from(v)])));
};

/** Quiet and signalling NaNs, of both signs and with payloads; zeros, the smallest numbers, infinities. */
const patterns = [
  0x7fc00000, 0x7fc00001, 0xffc12345, 0x7f800001, 0xff800001, 0x80000000, 0, 1, 0x7f800000,
];
const bitsOf = ({ buffer, byteOffset, length }: Float32Array): number[] => [
  ...new Uint32Array(buffer, byteOffset, length),
];

describe('what is packed and unpacked', () => {
  test('is every array of floats, bit for bit', () => {
    const weights = new Float32Array(new Uint32Array(patterns).buffer);
    const { back } = there({ back: weights }) as { back: Float32Array };
    expect(back).toBeInstanceOf(Float32Array);
    expect(bitsOf(back)).toEqual(patterns);
  });

  test('is every number, including negative zero', () => {
    for (const number of [-0, 0, NaN, Infinity, -Infinity, 5e-324, 1e308, 0.1, 2 ** 53, -1]) {
      expect(there({ number })).toStrictEqual({ number });
    }
    expect(Object.is((there({ loss: -0 }) as { loss: number }).loss, -0)).toBe(true);
  });

  test('distinguishes undefined from missing', () => {
    const value = {
      undefined: undefined,
      none: null,
      list: [undefined, null, 1],
      ['__proto__']: 1,
    };
    expect(there(value)).toStrictEqual(value);
    expect(Object.keys(there({ a: undefined }) as object)).toEqual(['a']);
  });

  test('is arrays of every kind, each with its own memory', () => {
    const all = new ArrayBuffer(64);
    new Uint8Array(all).forEach((_, index, bytes) => (bytes[index] = index));
    const values = [
      new Uint8Array(all, 3, 5),
      new Float32Array(all, 4, 3),
      new Float64Array(all, 8, 2),
      new Int32Array(all, 4, 2),
      new Uint32Array(all, 0, 2),
      new Int8Array(all, 1, 2),
      new Int16Array(all, 2, 2),
      new Uint16Array(all, 2, 2),
      new Uint8ClampedArray(all, 2, 2),
      new Float32Array(0),
    ];
    const back = there(values) as typeof values;
    expect(back).toStrictEqual(values);
    for (const array of back) expect(array.buffer.byteLength).toBe(array.byteLength);
  });

  test('refers to large arrays by content, each once', () => {
    const large = new Float32Array(100_000).fill(0.25);
    const packed = pack({ weights: large, slots: [large.slice(), new Float32Array(10)] });
    expect(packed.bytes.byteLength).toBeLessThan(1_000);
    expect(packed.blobs.size).toBe(1);
    expect(blobsOf(packed.bytes)).toEqual([...packed.blobs.keys()]);
    const back = unpack(packed.bytes, packed.blobs) as { weights: Float32Array };
    expect(bitsOf(back.weights)).toEqual(bitsOf(large));
    expect(() => unpack(packed.bytes, new Map())).toThrow('not there');
  });

  test('is by reference as a whole if it is large without large arrays', () => {
    const value = { rows: Array.from({ length: 20_000 }, (_, row) => `row number ${row}`) };
    const packed = pack(value);
    expect(packed.bytes.byteLength).toBeLessThan(100);
    expect(unpack(packed.bytes, packed.blobs)).toStrictEqual(value);
    expect(() => unpack(packed.bytes, new Map())).toThrow('not there');
  });

  test('is nothing that could not cross threads', () => {
    expect(() => pack({ stop: () => undefined })).toThrow();
    expect(() => pack({ flag: new SharedArrayBuffer(4) })).toThrow();
  });
});
