/** Discord, put together: listens on the gateway, answers by requests, and gives the chat port. */
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
  /** Of all fronts together. `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** Those of this front; all if not given. With one, this process listens itself. */
  readonly range?: ShardRange | undefined;
  /** Interactions come by requests to a port of ours, and no gateway is opened. */
  readonly http?: HttpOptions | undefined;
  /** Where all fronts keep who identified; this one alone if not given. */
  readonly ledger?: SharedLedger | undefined;
  /** Between two identifies of a bucket (`identifying.ts`). */
  readonly identifyEveryMs?: number;
  /** So long the fronts' ledger may be out of reach before this front goes by its own. */
  readonly ledgerPatienceMs?: number;
  readonly accepted: Accepted;
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly suggest: Suggest;
  readonly homes: Homes;
  readonly log: DiscordLog;
  readonly defaultLocale: Locale;
  /** Where attached files may be fetched from; Discord's CDN unless a test says otherwise. */
  readonly fileOrigins?: readonly string[];
  readonly nowMs?: () => number;
  /** At least this long between two edits of one message. */
  readonly paceMs?: number;
  /** Between two looks whether a message's last edits have begun. */
  readonly lookEveryMs?: number;
  /** Of the first try to connect again after a failed one; doubled each time. */
  readonly reconnectMs?: number;
  /** How long Discord may take to answer a request, in ms. */
  readonly timeoutMs?: number;
  /** Discord has limited a request (429). */
  readonly onRateLimited?: (() => void) | undefined;
}

/** Returns at once: Discord may be out of reach for a while without anything else waiting for it. */
export function startDiscord(options: DiscordOptions): Platform {
  const { token, apiUrl, shards, log, nowMs = steadyNowMs } = options;
  const { reconnectMs, paceMs, lookEveryMs, timeoutMs } = options;
  const status = new PlatformStatus();
  const requests = new Requests({
    ...{ token, apiUrl, log, nowMs, onRateLimited: options.onRateLimited },
    ...(timeoutMs !== undefined && { timeoutMs }),
    onTokenRefused: (err) => {
      // While it is not connected yet, whoever connects says so.
      if (status.state !== 'serving') return;
      log.error({ err }, `Discord: ${adviceFor(err) ?? ''}`);
      status.tell('refused');
      void gateway.close();
    },
  });
  const port = new DiscordPort({
    ...{ requests, log, nowMs },
    // Mentions and direct messages come by the gateway alone.
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
  /** Registering commands is one front's business: that of shard 0, or the one without any. */
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
    // Two versions of the program would undo each other's commands.
    if (registers) await registerCommands(inbound);
    return `Discord as ${name}`;
  };
  return {
    port,
    status,
    serving: serving(),
    part: () => part,
    // Answers go by requests: nothing of it waits for the gateway.
    answerLeftOver: () => answerLeftOver(inbound),
    close: async (timeIsUp) => {
      await Promise.all([gateway.close(timeIsUp), requests.close(timeIsUp)]);
    },
  };
}

/** Without it, what was registered before still works. */
async function registerCommands({ requests, specs, log }: Inbound): Promise<void> {
  try {
    const { commands, changed } = await register({ requests, specs });
    log.info({ commands, changed }, 'Discord: commands registered');
  } catch (err) {
    // The next process tries again.
    if (requests.closing.aborted) return;
    // That has been told, and no command would mend it.
    if (adviceFor(err) !== undefined) return;
    log.error({ err }, 'Discord: commands could not be registered; npm run register tries again');
  }
}
