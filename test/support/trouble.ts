/** A proxy to a fake platform's API that a test can disturb for as long as it likes. */
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `hangs`: never answers. `limits`: 429, come back in ten minutes. `fails`: 500. `refuses`: connections are
 * refused.
 */
export type Trouble = 'hangs' | 'limits' | 'fails' | 'refuses';

const RETRY_AFTER_S = 600;

export class TroubledWay {
  #trouble: Trouble | undefined;
  #met = 0;
  #onMet: () => void = () => undefined;
  #port = 0;
  readonly #server;

  private constructor(private readonly target: URL) {
    this.#server = createServer((asked, answer) => {
      this.#answer(asked, answer);
    });
  }

  static async to(target: string): Promise<TroubledWay> {
    const way = new TroubledWay(new URL(target));
    await way.#listen();
    return way;
  }

  /** Used in place of the target's address. */
  get address(): string {
    return `http://127.0.0.1:${this.#port}${this.target.pathname}`;
  }

  /** Starts this trouble; undefined ends it. */
  async set(trouble: Trouble | undefined): Promise<void> {
    const before = this.#trouble;
    this.#trouble = trouble;
    this.#met = 0;
    if (trouble === 'refuses') await this.#close();
    else if (before === 'refuses') await this.#listen();
    // Keep-alive connections would bypass it.
    this.#server.closeIdleConnections();
  }

  /** Resolves when this many requests have hit the trouble; refused connections are not counted. */
  async met(times: number): Promise<void> {
    while (this.#met < times) {
      await new Promise<void>((resolve) => {
        this.#onMet = resolve;
      });
    }
  }

  async close(): Promise<void> {
    if (this.#trouble !== 'refuses') await this.#close();
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async #close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(asked: IncomingMessage, answer: ServerResponse): void {
    if (!this.#trouble) {
      this.#passOn(asked, answer);
      return;
    }
    this.#met += 1;
    this.#onMet();
    if (this.#trouble === 'hangs') return;
    const status = this.#trouble === 'limits' ? 429 : 500;
    const headers = {
      'content-type': 'application/json',
      ...(status === 429 && { 'retry-after': String(RETRY_AFTER_S) }),
    };
    const body = { ok: false, error: 'ratelimited', message: 'no', retry_after: RETRY_AFTER_S };
    answer.writeHead(status, headers).end(JSON.stringify(body));
  }

  #passOn(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, headers, url: path } = asked;
    const { hostname, port } = this.target;
    const passed = request({ hostname, port, method, headers, path }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  }
}
