/** Bytes as letters and digits only: a double click selects all of it, and no keyboard "corrects" it. */

/** Bitcoin's alphabet: without those that look alike (0 O, I l). */
export const base58Alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** @param bytes must not begin with 0, which would be lost */
export function toBase58(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = (base58Alphabet[Number(rest % 58n)] ?? '') + text;
  return text;
}

/** Undefined where `toBase58` does not write such text. */
export function fromBase58(text: string): Uint8Array | undefined {
  let value = 0n;
  for (const sign of text) {
    const digit = base58Alphabet.indexOf(sign);
    if (digit < 0) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16);
  // Leading zeros would mean the same.
  if (text === '' || text.startsWith(base58Alphabet[0] ?? '')) return undefined;
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}
