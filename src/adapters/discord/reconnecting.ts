/**
 * Reconnect backoff. discord.js retries every half second for as long as it takes, and keeps doing so
 * after being destroyed: here each try waits longer than the last, and closing ends it.
 */
import { Events, SimpleShardingStrategy, type Client, type ClientOptions } from 'discord.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { DiscordLog } from './log.js';

/** The first try is immediate; the second waits this long, and each further one twice as long. */
const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 60_000;

export interface ReconnectingOptions {
  readonly log: DiscordLog;
  readonly closing: AbortSignal;
  /** Before the second try, in ms; doubled each time. */
  readonly firstWaitMs?: number | undefined;
}

export class Reconnecting {
  readonly #options: ReconnectingOptions;
  /** Tries since the last connection, by shard. */
  readonly #tries = new Map<number, number>();
  /** When the next one is due, by `performance.now`. */
  readonly #dueMs = new Map<number, number>();

  constructor(options: ReconnectingOptions) {
    this.#options = options;
  }

  /** For the client: discord.js asks for the session just before it connects, and can be delayed there. */
  readonly buildStrategy: NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']> = (
    manager,
  ) => {
    const { options } = manager;
    const retrieve = options.retrieveSessionInfo.bind(options);
    options.retrieveSessionInfo = async (shard) => {
      await this.#hold(shard);
      return retrieve(shard);
    };
    return new SimpleShardingStrategy(manager);
  };

  follow(client: Client): void {
    client.on(Events.ShardReconnecting, (shard) => {
      this.#lost(shard);
    });
    const back = (shard: number): void => {
      this.#tries.delete(shard);
      this.#dueMs.delete(shard);
    };
    client.on(Events.ShardResume, back);
    client.on(Events.ShardReady, back);
  }

  #lost(shard: number): void {
    const { log, closing, firstWaitMs = FIRST_WAIT_MS } = this.#options;
    if (closing.aborted) return;
    const tries = this.#tries.get(shard) ?? 0;
    this.#tries.set(shard, tries + 1);
    if (tries === 0) {
      log.warn({ shard }, 'Discord: the connection was lost, reconnecting');
      return;
    }
    const longest = Math.min(firstWaitMs * 2 ** (tries - 1), MAX_WAIT_MS);
    // Jitter, so that bots do not all reconnect at the same moment after an outage.
    const againInMs = Math.round(longest * (0.75 + Math.random() / 4));
    this.#dueMs.set(shard, performance.now() + againInMs);
    log.warn({ shard, againInMs }, 'Discord: it is still out of reach, trying again');
  }

  async #hold(shard: number): Promise<void> {
    const { closing } = this.#options;
    const waitMs = (this.#dueMs.get(shard) ?? 0) - performance.now();
    if (waitMs > 0) await delay(waitMs, undefined, { signal: closing }).catch(() => undefined);
    // Stops attempts that were under way when we closed.
    if (closing.aborted) await new Promise(() => undefined);
  }
}
