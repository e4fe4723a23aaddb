/** Discord over HTTP: interactions arrive on our own port, and no gateway is opened. */
import { Routes, type APIInteraction } from 'discord.js';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformState } from '../../chat/platform-status.js';
import { followServers } from './asked-servers.js';
import { endpoint, ENDPOINT } from './endpoint.js';
import { CLOSE_WITHIN_MS, type DiscordEvent, type Gateway } from './gateway.js';
import type { DiscordLog } from './log.js';
import { untilItWorks } from './backoff.js';
import type { Requests } from './requests.js';
import { thisUser } from './responses.js';
import { signatureCheck } from './signature.js';

export interface HttpOptions {
  /** The 64 hexadecimal digits from the developer portal. */
  readonly publicKey: string;
  readonly port: number;
}

export interface HttpEntranceOptions extends HttpOptions {
  readonly requests: Requests;
  readonly log: DiscordLog;
  /** Resolves once it is stored, with its handler; undefined for a duplicate. */
  readonly take: (interaction: APIInteraction) => Promise<(() => Promise<void>) | undefined>;
  /** Called with the servers that have the bot. */
  readonly onEvent: (event: DiscordEvent) => void;
  readonly onState: (state: PlatformState) => void;
  readonly reconnectMs?: number;
}

/** Time for a request to arrive in full; Discord itself gives up after three seconds. */
const REQUEST_WITHIN_MS = 10_000;
/** How often that timeout is checked. */
const LOOK_EVERY_MS = 5_000;
/**
 * Proxies usually keep idle connections for a minute. If we closed one first, the proxy might be about to use it,
 * would have nothing to return to Discord, and somebody would get no answer.
 */
const IDLE_MS = 75_000;
/** Few enough that a body for each fits in memory, even if none of them is Discord. */
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
  /** Fetches who the bot is, which also checks its token: without one nothing can be answered. */
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
      // Open or slow connections must not delay the shutdown.
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
  // A connection that cannot be accepted for lack of file descriptors; the next one may be.
  server.on('error', (err) => {
    log.warn({ err }, 'Discord: a connection could not be taken');
  });
  return `http://localhost:${(server.address() as AddressInfo).port}${ENDPOINT}`;
}
