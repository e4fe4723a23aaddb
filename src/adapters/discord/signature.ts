/**
 * Whether a request is Discord's: signed with Ed25519 over its timestamp and raw body
 * (discord-api-docs `interactions/overview`, Validating Security Request Headers).
 */
import { createPublicKey, verify } from 'node:crypto';

/** From the headers; untrusted. */
export interface SignedHead {
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

export interface Signed extends SignedHead {
  readonly body: Uint8Array;
}

/** Longer than a request takes, allowing for clock skew; afterwards it cannot be replayed. */
const MAX_OFF_SECONDS = 5 * 60;

/** Whether its headers could be Discord's; if not, the body need not be read. */
export function mayBeDiscords({ signature = '', timestamp = '' }: SignedHead): boolean {
  if (!/^[\da-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Date.now() / 1_000 - Number(timestamp)) <= MAX_OFF_SECONDS;
}

/** @param publicKey the 64 hexadecimal digits from the developer portal */
export function signatureCheck(publicKey: string): (request: Signed) => boolean {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return (request) => {
    if (!mayBeDiscords(request)) return false;
    const { signature = '', timestamp = '', body } = request;
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    return verify(undefined, signed, key, Buffer.from(signature, 'hex'));
  };
}
