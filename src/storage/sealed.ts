/**
 * Encrypts secrets at rest, with AES-256-GCM. A copy of the file, or a backup, reveals nothing without
 * the key, which is only in the environment; a secret that was moved to another row cannot be decrypted.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** As the standard asks for (NIST SP 800-38D); the chance of two being the same is 1 in 2^96. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Sealed {
  /** Identifies the key that decrypts it. */
  readonly keyId: string;
  /** Nonce, tag and ciphertext, one after the other. */
  readonly bytes: Uint8Array;
}

export class SealingKeys {
  readonly #keys: ReadonlyMap<string, Uint8Array>;
  /** The key for new secrets. */
  readonly firstId: string;

  /** @param keys of 32 bytes; the first encrypts, all decrypt */
  constructor(keys: readonly Uint8Array[]) {
    const [first] = keys;
    if (!first) throw new RangeError('there is no key');
    this.#keys = new Map(keys.map((key) => [idOf(key), key]));
    this.firstId = idOf(first);
  }

  /** @param whose must be the same when it is decrypted */
  seal(secret: string, whose: string): Sealed {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key(this.firstId), nonce);
    cipher.setAAD(Buffer.from(whose));
    const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return { keyId: this.firstId, bytes: Buffer.concat([nonce, cipher.getAuthTag(), hidden]) };
  }

  /** @throws Error when its key is not among ours, it was changed, or it belongs to somebody else */
  open({ keyId, bytes }: Sealed, whose: string): string {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(CIPHER, this.#key(keyId), nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(whose));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
  }

  #key(id: string): Uint8Array {
    const key = this.#keys.get(id);
    if (!key) throw new Error(`the key ${id} is not given`);
    return key;
  }
}

/** An id that tells keys apart and reveals nothing about them. */
function idOf(key: Uint8Array): string {
  return createHash('sha256').update('key of epoch-tutor').update(key).digest('hex').slice(0, 12);
}
