/** How Slack reaches us: by a connection that we open (Socket Mode), or by requests to a port of ours. */
import { HTTPReceiver, SocketModeReceiver, type Receiver } from '@slack/bolt';
import type { AddressInfo } from 'node:net';
import { sdkLogger, type SlackLog } from './log.js';

export type SlackMode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

export interface Entrance {
  readonly receiver: Receiver;
  /** @returns where it serves, in a few words @throws when Slack refuses or the port is taken */
  open(): Promise<string>;
  close(): Promise<void>;
}

/** @slack/socket-mode 3.1.0 is deaf for this long when Slack renews a connection; its own 5 s are long. */
const RENEW_MS = 1_000;

export function entrance(mode: SlackMode, apiUrl: string, log: SlackLog): Entrance {
  return mode.kind === 'socket'
    ? socketEntrance(mode.appToken, apiUrl, log)
    : httpEntrance(mode.signingSecret, mode.port, log);
}

function socketEntrance(appToken: string, apiUrl: string, log: SlackLog): Entrance {
  const receiver = new SocketModeReceiver({
    appToken,
    clientPingTimeout: RENEW_MS,
    logger: sdkLogger(log),
    // Its own: shared with the app's, the SDK would change both.
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  receiver.client.on('reconnecting', () => {
    log.warn({}, 'Slack: the connection was lost, reconnecting');
  });
  receiver.client.on('connected', () => {
    log.info({}, 'Slack: connected');
  });
  return {
    receiver,
    open: async () => {
      await receiver.start();
      return 'Socket Mode';
    },
    close: () => receiver.stop(),
  };
}

/** Requests that are not Slack's (a wrong signature, older than five minutes) get 401 from Bolt. */
function httpEntrance(signingSecret: string, port: number, log: SlackLog): Entrance {
  const receiver = new HTTPReceiver({ signingSecret, logger: sdkLogger(log) });
  return {
    receiver,
    open: async () => {
      const server = await receiver.start(port);
      return `http://localhost:${(server.address() as AddressInfo).port}/slack/events`;
    },
    close: () => receiver.stop(),
  };
}
