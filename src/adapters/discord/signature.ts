/**
 * Whether a request is Discord's: signed with Ed25519 over its time and its body, as they came
 * (discord-api-docs `interactions/overview`, Validating Security Request Headers).
 */
import { createPublicKey, verify } from 'node:crypto';

export interface Signed {
  /** Of the headers; whatever somebody sent. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}

/** Longer than a request takes, with clocks that differ; afterwards nobody can play it again. */
const MAX_OFF_SECONDS = 5 * 60;

/** @param publicKey the 64 hexadecimal digits of the developer portal */
export function signatureCheck(publicKey: string): (request: Signed) => boolean {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return ({ signature = '', timestamp = '', body }) => {
    if (!/^[\da-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > MAX_OFF_SECONDS) return false;
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    return verify(undefined, signed, key, Buffer.from(signature, 'hex'));
  };
}
