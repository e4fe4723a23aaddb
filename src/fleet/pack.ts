/**
 * Tasks and results as bytes, exactly as they cross threads: by Node's structured clone, so that every
 * number survives bit for bit (−0, and every NaN of an array) and `undefined` stays undefined. Large
 * arrays are not among these bytes: they travel separately, by their hash.
 */
import { createHash } from 'node:crypto';
import { DefaultDeserializer, DefaultSerializer, serialize } from 'node:v8';

/** Larger arrays are stored beside the queue, once for all tasks that need them. */
const LARGE_BYTES = 256_000;

const HASH_BYTES = 32;

/** The version of V8's format; an older Node may not be able to read a newer one. */
export const wireFormat = serialize(0)[1] ?? 0;

/** Bytes by their SHA-256 in hex. */
export type Blobs = ReadonlyMap<string, Uint8Array>;

export interface Packed {
  readonly bytes: Buffer;
  /** The blobs it refers to, which must be available wherever it is unpacked. */
  readonly blobs: Blobs;
}

type Numbers = Exclude<NodeJS.TypedArray, BigInt64Array | BigUint64Array>;

/** Their indices are part of the wire format. */
const kinds = [
  Uint8Array,
  Float32Array,
  Float64Array,
  Int32Array,
  Uint32Array,
  Uint8ClampedArray,
  Int8Array,
  Int16Array,
  Uint16Array,
] as const;

export function pack(value: unknown): Packed {
  const blobs = new Map<string, Uint8Array>();
  const writer = new Writer(blobs);
  writer.writeHeader();
  writer.writeValue(value);
  const body = writer.releaseBuffer();
  const isLarge = body.byteLength > LARGE_BYTES;
  if (isLarge) blobs.set(sha256Of(body), body);
  const names = [...blobs.keys()].map((name) => Buffer.from(name, 'hex'));
  const head = Buffer.alloc(3);
  head.writeUInt8(Number(isLarge));
  head.writeUInt16LE(names.length, 1);
  return { bytes: Buffer.concat(isLarge ? [head, ...names] : [head, ...names, body]), blobs };
}

/** Names of the blobs that these packed bytes refer to. */
export function blobsOf(bytes: Buffer): readonly string[] {
  const count = bytes.readUInt16LE(1);
  return Array.from({ length: count }, (_, index) =>
    bytes.toString('hex', 3 + index * HASH_BYTES, 3 + (index + 1) * HASH_BYTES),
  );
}

/** @param blobs all those that `blobsOf` names */
export function unpack(bytes: Buffer, blobs: Blobs): unknown {
  const names = blobsOf(bytes);
  const isLarge = bytes.readUInt8() === 1;
  const body = isLarge
    ? blobs.get(names.at(-1) ?? '')
    : bytes.subarray(3 + names.length * HASH_BYTES);
  if (!body) throw new RangeError('what was packed is not there');
  const reader = new Reader(body, blobs);
  reader.readHeader();
  return reader.readValue() as unknown;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

class Writer extends DefaultSerializer {
  constructor(private readonly large: Map<string, Uint8Array>) {
    super();
  }

  /** V8 calls this for typed arrays; Node's default would read them as views of the whole message. */
  _writeHostObject(view: NodeJS.ArrayBufferView): void {
    const kind = kinds.findIndex((Kind) => view instanceof Kind);
    if (kind < 0) throw new TypeError('this kind of array is not sent');
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const isLarge = bytes.byteLength > LARGE_BYTES;
    this.writeUint32(kind);
    this.writeUint32(Number(isLarge));
    if (!isLarge) {
      this.writeUint32(bytes.byteLength);
      this.writeRawBytes(bytes);
      return;
    }
    const name = sha256Of(bytes);
    this.large.set(name, bytes);
    this.writeRawBytes(Buffer.from(name, 'hex'));
  }
}

class Reader extends DefaultDeserializer {
  constructor(
    bytes: Uint8Array,
    private readonly blobs: Blobs,
  ) {
    super(bytes);
  }

  /** An array with memory of its own, so that another thread gets no more than that. */
  _readHostObject(): Numbers {
    const Kind = kinds[this.readUint32()];
    if (!Kind) throw new RangeError('an array of a kind that is not known');
    const isLarge = this.readUint32() === 1;
    const bytes = isLarge
      ? this.blobs.get(this.readRawBytes(HASH_BYTES).toString('hex'))
      : this.readRawBytes(this.readUint32());
    if (!bytes) throw new RangeError('an array that was packed is not there');
    return new Kind(new Uint8Array(bytes).buffer);
  }
}
