/** Wires up Discord: listens on the gateway, answers by REST requests, and provides the chat port. */
import type { Accepted } from '../../chat/accepted.js';
import { PlatformStatus } from '../../chat/platform-status.js';
import type { Homes, Platform, PlatformPart } from '../../chat/port.js';
import { steadyNowMs } from '../../clock.js';
import type { Locale } from '../../content/locale.js';
import type { Dispatcher } from '../../dispatch/dispatcher.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import type { Suggest } from '../../dispatch/suggest.js';
import { DiscordPort } from './chat-port.js';
import { answerLeftOver, onEvent, take } from './events.js';
import type { DiscordEvent, Gateway } from './gateway.js';
import { openHttp, type HttpOptions } from './http-entrance.js';
import { Identifying, type SharedLedger } from './identifying.js';
import type { Inbound } from './inbound.js';
import { cdnOrigins } from './incoming-file.js';
import type { DiscordLog } from './log.js';
import { adviceFor } from './operator.js';
import { openOwnShards } from './own-shards.js';
import { openRecommended } from './recommended.js';
import { register } from './register.js';
import { Requests } from './requests.js';
import { partOf, type ShardRange } from './shard-range.js';

export interface DiscordOptions {
  readonly token: string;
  /** Without version: `https://discord.com/api`. */
  readonly apiUrl: string;
  /** Total across all fronts. `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** This front's shards; all if not given. With just one, this process listens itself. */
  readonly range?: ShardRange | undefined;
  /** Interactions arrive as HTTP requests on our own port, and no gateway is opened. */
  readonly http?: HttpOptions | undefined;
  /** The fronts' shared ledger of identifies; this front's own if not given. */
  readonly ledger?: SharedLedger | undefined;
  /** Between two identifies of a bucket (`identifying.ts`). */
  readonly identifyEveryMs?: number;
  /** How long the shared ledger may be unreachable before this front falls back to its own. */
  readonly ledgerPatienceMs?: number;
  readonly accepted: Accepted;
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly suggest: Suggest;
  readonly homes: Homes;
  readonly log: DiscordLog;
  readonly defaultLocale: Locale;
  /** Hosts that attachments may be fetched from; Discord's CDN unless a test says otherwise. */
  readonly fileOrigins?: readonly string[];
  readonly nowMs?: () => number;
  /** Minimum time between two edits of one message. */
  readonly paceMs?: number;
  /** Polling interval for whether a message's last edits have started. */
  readonly lookEveryMs?: number;
  /** Initial reconnect backoff; doubled each time. */
  readonly reconnectMs?: number;
  /** How long Discord may take to answer a request, in ms. */
  readonly timeoutMs?: number;
  /** Called when Discord rate-limits a request (429). */
  readonly onRateLimited?: (() => void) | undefined;
}

/** Returns at once: nothing else waits while Discord is unreachable. */
export function startDiscord(options: DiscordOptions): Platform {
  const { token, apiUrl, shards, log, nowMs = steadyNowMs } = options;
  const { reconnectMs, paceMs, lookEveryMs, timeoutMs } = options;
  const status = new PlatformStatus();
  const requests = new Requests({
    ...{ token, apiUrl, log, nowMs, onRateLimited: options.onRateLimited },
    ...(timeoutMs !== undefined && { timeoutMs }),
    onTokenRefused: (err) => {
      // Until it is connected, the code that connects reports the state.
      if (status.state !== 'serving') return;
      log.error({ err }, `Discord: ${adviceFor(err) ?? ''}`);
      status.tell('refused');
      void gateway.close();
    },
  });
  const port = new DiscordPort({
    ...{ requests, log, nowMs },
    // Mentions and direct messages arrive only through the gateway.
    commandsOnly: options.http !== undefined,
    ...(paceMs !== undefined && { paceMs }),
    ...(lookEveryMs !== undefined && { lookEveryMs }),
  });
  const { accepted, dispatcher, specs, suggest } = options;
  const { defaultLocale, fileOrigins = cdnOrigins } = options;
  const inbound: Inbound = {
    ...{ accepted, dispatcher, specs, suggest, port, requests, log, defaultLocale },
    cdnOrigins: fileOrigins,
  };
  const { ledger, range, identifyEveryMs: everyMs, ledgerPatienceMs: patienceMs } = options;
  const identifying = new Identifying({ requests, log, ledger, everyMs, patienceMs });
  /** Only one front registers commands: the one with shard 0, or the one without shards. */
  let registers = true;
  let part: PlatformPart | undefined;
  const gatewayOptions = {
    ...{ token, apiUrl, log, range },
    waitForIdentify: identifying.wait.bind(identifying),
    onShards: (own: readonly number[], total: number) => {
      registers = own.includes(0);
      part = partOf(own, total);
      requests.takePart(own.length / total);
    },
    onEvent: (event: DiscordEvent) => void onEvent(event, inbound, options.homes),
    onState: status.tell.bind(status),
    ...(reconnectMs !== undefined && { reconnectMs }),
  };
  const open = (): Gateway => {
    if (options.http) {
      return openHttp({
        ...{ ...gatewayOptions, ...options.http, requests },
        take: (data) => take({ kind: 'interaction', data }, inbound),
      });
    }
    if (shards === 'auto') return openRecommended({ ...gatewayOptions, requests, ledger });
    return openOwnShards({ ...gatewayOptions, total: shards });
  };
  const gateway = open();
  const serving = async (): Promise<string | undefined> => {
    const name = await gateway.connected;
    if (name === undefined) return undefined;
    // Two versions of the program would overwrite each other's commands.
    if (registers) await registerCommands(inbound);
    return `Discord as ${name}`;
  };
  return {
    port,
    status,
    serving: serving(),
    part: () => part,
    // Answers are REST requests: they do not wait for the gateway.
    answerLeftOver: () => answerLeftOver(inbound),
    close: async (timeIsUp) => {
      await Promise.all([gateway.close(timeIsUp), requests.close(timeIsUp)]);
    },
  };
}

/** If it fails, the commands registered before still work. */
async function registerCommands({ requests, specs, log }: Inbound): Promise<void> {
  try {
    const { commands, changed } = await register({ requests, specs });
    log.info({ commands, changed }, 'Discord: commands registered');
  } catch (err) {
    // The next process will try again.
    if (requests.closing.aborted) return;
    // Already reported, and registering would not help.
    if (adviceFor(err) !== undefined) return;
    log.error({ err }, 'Discord: commands could not be registered; npm run register tries again');
  }
}
