/** The fake Discord's other delivery path: signed requests to the app's interactions endpoint. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { FakeClock } from '../fake-clock.js';

export interface DeliveryOptions {
  /** The request's timestamp (Unix ms). */
  readonly atMs?: number;
  /** Somebody else's key. */
  readonly key?: KeyObject;
  /** Replace the headers Discord would send; `undefined` drops a header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export interface Signed {
  readonly body: string;
  readonly headers: Headers;
}

export interface Delivered {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

export class HttpDelivery {
  /** As the developer portal shows it. */
  readonly publicKey: string;
  /** Where the app listens, once it is set on the developer portal. */
  address: string | undefined;
  /** The HTTP statuses the app answered with. */
  readonly answers: number[] = [];
  readonly #key: KeyObject;
  #last: Signed | undefined;

  constructor(
    private readonly clock: FakeClock,
    private readonly changed: () => void,
  ) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.#key = privateKey;
    this.publicKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString(
      'hex',
    );
  }

  /** Signs any body, the way `send` does. */
  signed(body: string, options: DeliveryOptions = {}): Signed {
    const { atMs = this.clock.nowMs(), key = this.#key } = options;
    const timestamp = String(Math.floor(atMs / 1_000));
    const headers = new Headers({
      'content-type': 'application/json',
      'x-signature-ed25519': sign(undefined, Buffer.from(timestamp + body), key).toString('hex'),
      'x-signature-timestamp': timestamp,
    });
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      if (value === undefined) headers.delete(name);
      else headers.set(name, value);
    }
    return { body, headers };
  }

  send(body: string, options: DeliveryOptions = {}): Promise<Delivered> {
    this.#last = this.signed(body, options);
    return this.sendLastAgain();
  }

  /** Replays the last request byte for byte, as an eavesdropper would. */
  async sendLastAgain(): Promise<Delivered> {
    if (this.address === undefined || !this.#last) throw new Error('nobody listens to HTTP');
    const { body, headers } = this.#last;
    const response = await fetch(this.address, { method: 'POST', body, headers });
    this.answers.push(response.status);
    this.changed();
    const type = response.headers.get('content-type');
    return { status: response.status, type, body: await response.text() };
  }

  /**
   * What the developer portal does when an address is saved: sends a PING that must be answered, and one with
   * a wrong signature that must be refused.
   * @throws when Discord would reject the address
   */
  async verify(address: string): Promise<void> {
    this.address = address;
    const ping = JSON.stringify({ id: '1', application_id: '2', type: 1, token: 't', version: 1 });
    const { status, type, body } = await this.send(ping);
    const isPong = status === 200 && type === 'application/json' && body === '{"type":1}';
    const { privateKey: key } = generateKeyPairSync('ed25519');
    const wrong = await this.send(ping, { key });
    if (!isPong || wrong.status !== 401) {
      this.address = undefined;
      throw new Error(`not verified: ${status} ${type ?? ''} ${body}, then ${wrong.status}`);
    }
  }
}
