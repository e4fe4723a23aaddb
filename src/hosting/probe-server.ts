/** A small HTTP server for health checks and scrapers: it answers GET and never keeps the process alive. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface ProbeServerOptions {
  /** The variable that sets the port, for the error message. */
  readonly variable: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Undefined for unknown paths. */
  readonly answer: (path: string) => Promise<Page | undefined>;
}

/** Listening failed; the message is one sentence for the operator. */
export class ProbeAddressError extends Error {
  override readonly name = 'ProbeAddressError';
}

/** Idle connections are closed after this. */
const SILENT_FOR_MS = 5_000;

/**
 * @returns its URL: `http://127.0.0.1:8080`
 * @throws ProbeAddressError when host and port cannot be listened on
 */
export async function startProbeServer(options: ProbeServerOptions): Promise<string> {
  const { host, port, variable, answer } = options;
  const server = createServer((request, response) => {
    void respond(request, response, answer);
  });
  server.requestTimeout = SILENT_FOR_MS;
  // It keeps answering until the process ends, without delaying that.
  server.unref();
  server.on('connection', (socket) => socket.unref());
  await listen(server, host, port, variable);
  const { address, family, port: taken } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
}

async function respond(
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
  answer: ProbeServerOptions['answer'],
): Promise<void> {
  const page = await pageFor(method, url, answer);
  response.writeHead(page.status, {
    'content-type': page.type,
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(method === 'HEAD' ? undefined : page.body);
}

async function pageFor(
  method: string | undefined,
  url: string,
  answer: ProbeServerOptions['answer'],
): Promise<Page> {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET is answered.');
  try {
    const path = url.replace(/\?.*$/, '');
    return (await answer(path)) ?? plain(404, 'There is nothing here.');
  } catch {
    return plain(500, 'This could not be told.');
  }
}

function plain(status: number, sentence: string): Page {
  return { status, type: 'text/plain; charset=utf-8', body: `${sentence}\n` };
}

function listen(server: Server, host: string, port: number, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? 'the port is taken by another program' : cause.message;
      const sentence = `${variable}=${port} cannot be listened on at ${host}: ${why}.`;
      reject(new ProbeAddressError(sentence, { cause }));
    });
    server.listen(port, host, resolve);
  });
}
