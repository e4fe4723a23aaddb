/**
 * Whether a request is Discord's: signed with Ed25519 over its time and its body, as they came
 * (discord-api-docs `interactions/overview`, Validating Security Request Headers).
 */
import { createPublicKey, verify } from 'node:crypto';

/** Of the headers; whatever somebody sent. */
export interface SignedHead {
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

export interface Signed extends SignedHead {
  readonly body: Uint8Array;
}

/** Longer than a request takes, with clocks that differ; afterwards nobody can play it again. */
const MAX_OFF_SECONDS = 5 * 60;

/** Whether it could be Discord's by what comes before its body, which otherwise need not be read. */
export function mayBeDiscords({ signature = '', timestamp = '' }: SignedHead): boolean {
  if (!/^[\da-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Date.now() / 1_000 - Number(timestamp)) <= MAX_OFF_SECONDS;
}

/** @param publicKey the 64 hexadecimal digits of the developer portal */
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
