/** Hosts attached files: a separate server, like Discord's CDN, that can misbehave as needed. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface HostedFile {
  readonly filename: string;
  readonly content: string;
  /** The size in bytes Discord reports to the bot; the true one by default. */
  readonly saidSize?: number;
  /** Redirects to this address. */
  readonly redirectTo?: string;
}

export interface Attached {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
}

export class FakeCdn {
  readonly #files = new Map<string, HostedFile>();
  readonly #server: Server;
  /** Files that were requested. */
  readonly asked: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/, '');
      const file = this.#files.get(path);
      this.asked.push(path);
      if (file?.redirectTo !== undefined) {
        response.writeHead(302, { location: file.redirectTo }).end();
      } else if (file) {
        response.writeHead(200).end(file.content);
      } else {
        response.writeHead(404).end();
      }
    });
  }

  static async start(): Promise<FakeCdn> {
    const cdn = new FakeCdn();
    cdn.#server.listen(0, '127.0.0.1');
    await once(cdn.#server, 'listening');
    return cdn;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** @param id a snowflake */
  host(id: string, file: HostedFile): Attached {
    const { filename, content, saidSize = Buffer.byteLength(content) } = file;
    const path = `/attachments/1/${id}/${encodeURIComponent(filename)}`;
    this.#files.set(path, file);
    const url = `${this.origin}${path}?ex=1&is=1&hm=1`;
    return { id, filename, size: saidSize, url, proxy_url: url };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
