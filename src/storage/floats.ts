/** Weights and the optimizers' moving averages, as bytes in the database. */

/** The bytes as they are in memory: little-endian on every machine that Node runs on. */
export function bytesOf(floats: Float32Array): Uint8Array {
  return new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);
}

/** A copy, as the database's bytes may not be aligned for float32. */
export function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** The optimizer's moving averages, one after the other, each as long as the weights. */
export function slotsOf(bytes: Uint8Array, { byteLength }: Float32Array): readonly Float32Array[] {
  const slots: Float32Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += byteLength) {
    slots.push(floatsOf(bytes.subarray(at, at + byteLength)));
  }
  return slots;
}
