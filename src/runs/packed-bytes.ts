/** Numbers and names in as few bytes as they need, one after the other. */

/** The bytes are not what was written: they end too early, or go on. */
export class BrokenBytesError extends Error {
  override readonly name = 'BrokenBytesError';
}

export class BytesOut {
  readonly #bytes: number[] = [];

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  byte(value: number): this {
    this.#bytes.push(value);
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#bytes.push(...bytes);
    return this;
  }

  /** @param value whole, from 0 */
  whole(value: number | bigint): this {
    let rest = BigInt(value);
    for (; rest > 127n; rest >>= 7n) this.byte(Number(rest & 127n) | 128);
    return this.byte(Number(rest));
  }

  /**
   * With all its digits, as the shortest decimal that gives the same number: 0.001 takes two bytes.
   * Finite, not negative.
   */
  decimal(value: number): this {
    const [, digits = '0', behind = '', tens = '0'] =
      /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential()) ?? [];
    const exponent = Number(tens) - behind.length;
    return this.whole(BigInt(digits + behind)).whole(
      exponent < 0 ? -2 * exponent - 1 : 2 * exponent,
    );
  }

  text(value: string): this {
    const bytes = new TextEncoder().encode(value);
    return this.whole(bytes.length).raw(bytes);
  }
}

/**
 * Reads what a `BytesOut` wrote. Throws BrokenBytesError where the bytes are anything else, and never
 * reads past their end.
 */
export class BytesIn {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const value = this.bytes[this.#at];
    if (value === undefined) throw new BrokenBytesError();
    this.#at += 1;
    return value;
  }

  raw(length: number): Uint8Array {
    if (length > this.bytes.length - this.#at) throw new BrokenBytesError();
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }

  whole(): number {
    const value = Number(this.#big());
    if (!Number.isSafeInteger(value)) throw new BrokenBytesError();
    return value;
  }

  decimal(): number {
    const digits = this.#big();
    const folded = this.whole();
    const exponent = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
    const value = Number(`${digits}e${exponent}`);
    if (!Number.isFinite(value)) throw new BrokenBytesError();
    return value;
  }

  text(): string {
    const bytes = this.raw(this.whole());
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new BrokenBytesError();
    }
  }

  end(): void {
    if (this.#at !== this.bytes.length) throw new BrokenBytesError();
  }

  /** No number of ours has more than 17 digits. */
  #big(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new BrokenBytesError();
  }
}
