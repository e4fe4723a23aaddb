/** How Slack reaches us: a connection that we open (Socket Mode), or requests to our own port. */
import { HTTPReceiver, SocketModeReceiver, type Receiver } from '@slack/bolt';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { PlatformStatus } from '../../chat/platform-status.js';
import type { UnderWay } from '../../chat/under-way.js';
import { clientOptions } from './calls.js';
import { reason } from './errors.js';
import { guard } from './http-guard.js';
import { sdkLogger, type SlackLog } from './log.js';
import { adviceFor } from './operator.js';
import { guardSocket } from './socket-guard.js';
import { backoffMs, untilItWorks } from './backoff.js';

export type SlackMode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

export interface Entrance {
  readonly receiver: Receiver;
  /** @returns where it serves, for the log @throws when Slack refuses or the port is taken */
  open(): Promise<string>;
  /** @param timeIsUp aborted when connections that are still open must be cut */
  close(timeIsUp?: AbortSignal): Promise<void>;
}

export interface EntranceOptions {
  readonly mode: SlackMode;
  readonly apiUrl: string;
  readonly log: SlackLog;
  readonly status: Pick<PlatformStatus, 'tell'>;
  /** Initial reconnect backoff; doubled each time. */
  readonly reconnectMs: number;
  /** How long Slack may take to send `hello` after a connection was opened. */
  readonly greetedWithinMs?: number;
  /** Set before the entrance is closed, so that nothing reconnects. */
  readonly underWay: UnderWay;
}

export function entrance({ mode, ...options }: EntranceOptions): Entrance {
  return mode.kind === 'socket'
    ? socketEntrance(mode.appToken, options)
    : httpEntrance(
        new HTTPReceiver({ signingSecret: mode.signingSecret, logger: sdkLogger(options.log) }),
        mode.signingSecret,
        mode.port,
        options,
      );
}

const GREETED_WITHIN_MS = 30_000;
/** A connection that lasted this long counts as good: the backoff starts over. */
const STEADY_MS = 30_000;

/**
 * Reconnecting is ours: with @slack/socket-mode 3.1.0's own reconnect, events are missed for five seconds
 * each time Slack renews the connection, and a reconnect that Slack refuses ends the process.
 */
function socketEntrance(
  appToken: string,
  {
    apiUrl,
    log,
    status,
    reconnectMs: firstMs,
    underWay,
    greetedWithinMs = GREETED_WITHIN_MS,
  }: Omit<EntranceOptions, 'mode'>,
): Entrance {
  const { closing } = underWay;
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: sdkLogger(log),
    // A separate logger: the SDK would change the app's, too.
    installerOptions: { clientOptions: clientOptions(apiUrl, log) },
  });
  guardSocket(receiver, log);
  let isConnected = false;
  let connectedAtMs = 0;
  let shortLived = 0;

  const attempt = async (): Promise<void> => {
    // Without Slack's `hello` the start would never settle; disconnecting makes it fail.
    const timer = setTimeout(() => void receiver.client.disconnect(), greetedWithinMs);
    await receiver.start().finally(() => {
      clearTimeout(timer);
    });
  };
  const connect = async (): Promise<void> => {
    const failed = (err: unknown, againInMs: number): void => {
      log.warn({ err, againInMs }, 'Slack: could not connect, trying again');
    };
    await untilItWorks(attempt, { firstMs, closing, failed });
    // It may have connected while we were closing.
    if (closing.aborted) return receiver.stop();
    isConnected = true;
    connectedAtMs = performance.now();
    status.tell('serving');
    log.info({}, 'Slack: connected');
  };
  const connectAgain = async (): Promise<void> => {
    shortLived = performance.now() - connectedAtMs < STEADY_MS ? shortLived + 1 : 0;
    // One early disconnect is chance; repeated ones back off, as Slack limits connections.
    if (shortLived > 1)
      await delay(backoffMs(firstMs, shortLived - 1), undefined, { signal: closing });
    await connect();
  };
  receiver.client.on('disconnected', () => {
    // A failed try ends here too; its caller already handles it.
    if (!isConnected || closing.aborted) return;
    isConnected = false;
    status.tell('connecting');
    log.info({}, 'Slack: the connection was closed, connecting again');
    connectAgain().catch((err: unknown) => {
      if (closing.aborted) return;
      const why = adviceFor(err, 'SLACK_APP_TOKEN') ?? reason(err);
      log.error({ err }, `Slack: its events are received no more: ${why}`);
      status.tell('refused');
    });
  });
  return {
    receiver,
    open: async () => {
      await connect();
      return 'Socket Mode';
    },
    close: () => receiver.stop(),
  };
}

/** Requests that are not Slack's (a wrong signature, more than five minutes old or ahead) get 401. */
export function httpEntrance(
  receiver: HTTPReceiver,
  signingSecret: string,
  port: number,
  { log, status }: Pick<EntranceOptions, 'log' | 'status'>,
): Entrance {
  guard(receiver, signingSecret, log);
  let server: Server | undefined;
  return {
    receiver,
    open: async () => {
      server = await receiver.start(port);
      status.tell('serving');
      return `http://localhost:${(server.address() as AddressInfo).port}/slack/events`;
    },
    close: (timeIsUp) => {
      // Open or slow connections must not delay the shutdown.
      timeIsUp?.addEventListener('abort', () => server?.closeAllConnections());
      return receiver.stop();
    },
  };
}
