/** Discord, put together: listens on the gateway, answers by requests, and gives the chat port. */
import { PlatformStatus } from '../../chat/platform-status.js';
import type { Platform } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import type { Dispatcher } from '../../dispatch/dispatcher.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import type { Suggest } from '../../dispatch/suggest.js';
import { DiscordPort } from './chat-port.js';
import { openGateway, type DiscordEvent, type Gateway } from './gateway.js';
import type { Inbound } from './inbound.js';
import { cdnOrigins } from './incoming-file.js';
import { onInteraction } from './interactions.js';
import type { DiscordLog } from './log.js';
import { onMessage } from './mentions.js';
import { adviceFor } from './operator.js';
import { openRecommended } from './recommended.js';
import { register } from './register.js';
import { Requests } from './requests.js';
import { openShards } from './shards.js';

export interface DiscordOptions {
  readonly token: string;
  /** Without version: `https://discord.com/api`. */
  readonly apiUrl: string;
  /**
   * Processes that share the gateway; with one, this process listens itself. `auto`: as many as
   * Discord recommends.
   */
  readonly shards: number | 'auto';
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly suggest: Suggest;
  readonly log: DiscordLog;
  readonly defaultLocale: Locale;
  /** Where attached files may be fetched from; Discord's CDN unless a test says otherwise. */
  readonly fileOrigins?: readonly string[];
  readonly nowMs?: () => number;
  /** At least this long between two edits of one message. */
  readonly paceMs?: number;
  /** Of the first try to connect again after a failed one; doubled each time. */
  readonly reconnectMs?: number;
  /** How long Discord may take to answer a request, in ms. */
  readonly timeoutMs?: number;
  /** Discord has limited a request (429). */
  readonly onRateLimited?: (() => void) | undefined;
}

/** Returns at once: Discord may be out of reach for a while without anything else waiting for it. */
export function startDiscord(options: DiscordOptions): Platform {
  const { token, apiUrl, shards, log, nowMs = Date.now, reconnectMs, paceMs, timeoutMs } = options;
  const status = new PlatformStatus();
  const requests = new Requests({
    ...{ token, apiUrl, log, onRateLimited: options.onRateLimited },
    ...(timeoutMs !== undefined && { timeoutMs }),
    onTokenRefused: (err) => {
      // While it is not connected yet, whoever connects says so.
      if (status.state !== 'serving') return;
      log.error({ err }, `Discord: ${adviceFor(err) ?? ''}`);
      status.tell('refused');
      void gateway.close();
    },
  });
  const port = new DiscordPort({ requests, log, nowMs, ...(paceMs !== undefined && { paceMs }) });
  const { dispatcher, specs, suggest, defaultLocale, fileOrigins = cdnOrigins } = options;
  const inbound: Inbound = {
    ...{ dispatcher, specs, suggest, port, requests, log, defaultLocale, nowMs },
    cdnOrigins: fileOrigins,
  };
  const gatewayOptions = {
    ...{ token, apiUrl, log },
    onEvent: (event: DiscordEvent) => void onEvent(event, inbound),
    onState: status.tell.bind(status),
    ...(reconnectMs !== undefined && { reconnectMs }),
  };
  const open = (): Gateway => {
    if (shards === 'auto') return openRecommended({ ...gatewayOptions, requests });
    return shards > 1 ? openShards({ ...gatewayOptions, shards }) : openGateway(gatewayOptions);
  };
  const gateway = open();
  const serving = async (): Promise<string | undefined> => {
    const name = await gateway.connected;
    if (name === undefined) return undefined;
    await registerCommands(inbound);
    return `Discord as ${name}`;
  };
  return {
    port,
    status,
    serving: serving(),
    close: async () => {
      await gateway.close();
      requests.close();
    },
  };
}

async function onEvent(event: DiscordEvent, inbound: Inbound): Promise<void> {
  try {
    if (event.kind === 'interaction') await onInteraction(event.data, inbound);
    else await onMessage(event, inbound);
  } catch (err) {
    inbound.log.error({ err }, 'Discord: something that happened could not be understood');
  }
}

/** Without it, what was registered before still works. */
async function registerCommands({ requests, specs, log }: Inbound): Promise<void> {
  try {
    const { commands, changed } = await register({ requests, specs });
    log.info({ commands, changed }, 'Discord: commands registered');
  } catch (err) {
    // That has been told, and no command would mend it.
    if (adviceFor(err) !== undefined) return;
    log.error({ err }, 'Discord: commands could not be registered; npm run register tries again');
  }
}
