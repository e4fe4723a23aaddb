/** Discord over HTTP: interactions come to a port of ours, and no gateway is opened. */
import { Routes, type APIInteraction } from 'discord.js';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformState } from '../../chat/platform-status.js';
import { followServers } from './asked-servers.js';
import { endpoint, ENDPOINT } from './endpoint.js';
import { CLOSE_WITHIN_MS, type DiscordEvent, type Gateway } from './gateway.js';
import type { DiscordLog } from './log.js';
import { untilItWorks } from './patience.js';
import type { Requests } from './requests.js';
import { thisUser } from './responses.js';
import { signatureCheck } from './signature.js';

export interface HttpOptions {
  /** The 64 hexadecimal digits of the developer portal. */
  readonly publicKey: string;
  readonly port: number;
}

export interface HttpEntranceOptions extends HttpOptions {
  readonly requests: Requests;
  readonly log: DiscordLog;
  /** Resolves once it is kept, with what answers it; undefined when it was taken before. */
  readonly take: (interaction: APIInteraction) => Promise<(() => Promise<void>) | undefined>;
  /** Told which servers have the bot. */
  readonly onEvent: (event: DiscordEvent) => void;
  readonly onState: (state: PlatformState) => void;
  readonly reconnectMs?: number;
}

/** For a request to arrive whole; Discord itself gives up after three seconds. */
const REQUEST_WITHIN_MS = 10_000;
/** How often connections are checked for that. */
const LOOK_EVERY_MS = 5_000;
/**
 * Proxies mostly keep idle connections for a minute. If we ended one first, the proxy might be about to use it:
 * it would have nothing to tell Discord, and somebody would get no answer.
 */
const IDLE_MS = 75_000;
/** Few enough that a body for each fits into memory, even where nobody of them is Discord. */
const MAX_CONNECTIONS = 512;

export function openHttp(options: HttpEntranceOptions): Gateway {
  const { publicKey, port, requests, log, take, onEvent, onState, reconnectMs } = options;
  const closing = new AbortController();
  const server = createServer(
    {
      requestTimeout: REQUEST_WITHIN_MS,
      headersTimeout: REQUEST_WITHIN_MS,
      connectionsCheckingInterval: LOOK_EVERY_MS,
      keepAliveTimeout: IDLE_MS,
    },
    endpoint({ isDiscords: signatureCheck(publicKey), take, log }),
  );
  server.maxConnections = MAX_CONNECTIONS;
  /** Who the bot is; that its token works, too, without which nothing can be answered. */
  const nameOf = async (): Promise<string> => {
    const asked = { method: 'GET', route: Routes.user(), as: 'bot', schema: thisUser } as const;
    return (await requests.once(asked)).json.username;
  };
  const connect = async (): Promise<string | undefined> => {
    const address = await listen(server, port, log).catch((err: unknown) => {
      if (!closing.signal.aborted) {
        log.error({ err }, `Discord: DISCORD_PORT=${port} cannot be listened on`);
        onState('refused');
      }
      return undefined;
    });
    if (address === undefined) return undefined;
    const name = await untilItWorks(nameOf, { log, reconnectMs, closing: closing.signal });
    if (name === undefined) {
      if (!closing.signal.aborted) onState('refused');
      return undefined;
    }
    onState('serving');
    void followServers({ requests, log, onEvent }, closing.signal);
    return `${name} (${address})`;
  };
  return {
    connected: connect(),
    close: async (timeIsUp = AbortSignal.timeout(CLOSE_WITHIN_MS)) => {
      closing.abort();
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      // What is kept open, or sent byte by byte, must not keep the program.
      const cut = server.closeAllConnections.bind(server);
      if (timeIsUp.aborted) cut();
      else timeIsUp.addEventListener('abort', cut);
      await closed;
    },
  };
}

async function listen(server: Server, port: number, log: DiscordLog): Promise<string> {
  server.listen(port);
  await once(server, 'listening');
  // One connection that cannot be taken, for want of files to open; the next one may be.
  server.on('error', (err) => {
    log.warn({ err }, 'Discord: a connection could not be taken');
  });
  return `http://localhost:${(server.address() as AddressInfo).port}${ENDPOINT}`;
}
