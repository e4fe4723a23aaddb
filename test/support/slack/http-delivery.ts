/** The fake Slack's other delivery path: signed requests to the app. */
import { createHmac } from 'node:crypto';
import type { Envelope } from './socket-server.js';
import type { World } from './world.js';

export interface DeliveryOptions {
  /** The request's timestamp (Unix ms). */
  readonly atMs?: number;
  readonly secret?: string;
  /** The retry number, when there was no answer before. */
  readonly retry?: number;
}

export const json = 'application/json';
export const urlEncoded = 'application/x-www-form-urlencoded';

export class HttpDelivery {
  /** Where the app listens, once known. */
  address: string | undefined;
  /** The HTTP statuses the app answered with. */
  readonly answers: number[] = [];
  #last: { readonly address: string; readonly request: RequestInit } | undefined;

  constructor(
    private readonly world: World,
    private readonly signingSecret: string,
  ) {}

  async send(envelope: Envelope, options: DeliveryOptions = {}): Promise<number> {
    const isEvent = envelope.type === 'events_api';
    return isEvent
      ? this.sendBody(JSON.stringify(envelope.payload), json, options)
      : this.sendBody(form(envelope), urlEncoded, options);
  }

  /** Signs and sends any body. */
  async sendBody(body: string, type: string, options: DeliveryOptions = {}): Promise<number> {
    if (this.address === undefined) throw new Error('nobody listens to HTTP');
    const { atMs = this.world.clock.nowMs(), secret = this.signingSecret, retry } = options;
    const timestamp = String(Math.floor(atMs / 1_000));
    const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const request = {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${hash}`,
        ...(retry !== undefined && {
          'x-slack-retry-num': String(retry),
          'x-slack-retry-reason': 'http_timeout',
        }),
      },
    };
    this.#last = { address: this.address, request };
    return this.#post(this.#last);
  }

  /**
   * Replays the last request byte for byte, as an eavesdropper would.
   * @param address the app's new address, if it moved
   */
  async sendLastAgain(address = this.#last?.address): Promise<number> {
    if (!this.#last || address === undefined) throw new Error('nothing was sent');
    return this.#post({ ...this.#last, address });
  }

  async #post({ address, request }: { address: string; request: RequestInit }): Promise<number> {
    const { status } = await fetch(address, request);
    this.answers.push(status);
    this.world.changed();
    return status;
  }
}

/** Commands as form fields; everything else as JSON in one field. */
function form({ type, payload }: Envelope): string {
  if (type === 'interactive') {
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  }
  return new URLSearchParams(payload as Record<string, string>).toString();
}
