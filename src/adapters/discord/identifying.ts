/**
 * When a shard may identify. Discord accepts one identify per bucket (`shard % max_concurrency`) every 5 s
 * and a limited number a day, whichever process sends it: identifying too often loses the session, and finally
 * the token (discord-api-docs `events/gateway`, Rate Limiting and Sharding). So every identify asks here first.
 */
import { Routes } from 'discord.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import type { DiscordLog } from './log.js';
import type { Requests } from './requests.js';
import { gatewayInfo } from './responses.js';

/** Discord's own 5 s, plus a margin for this identify travelling faster than the last. */
const IDENTIFY_EVERY_MS = 5_500;

/** What Discord says about the remaining session starts. */
export interface SessionStarts {
  readonly remaining: number;
  readonly resetAfterMs: number;
}

/** In how many ms to ask again, and what is missing: the bucket's next turn, or session starts. */
export interface NotYet {
  readonly waitMs: number;
  readonly until: 'turn' | 'sessions';
}

/** The ledger of identifies: this process's own, or one shared by all fronts. */
export interface IdentifyLedger {
  /**
   * Takes a bucket's turn, which comes every so many ms, and one session start.
   * @returns undefined when it got both. Rejects when the ledger is unreachable.
   */
  take(bucket: number, told: SessionStarts, everyMs: number): Promise<NotYet | undefined>;
}

/** The state that all fronts of a bot share. */
export interface SharedLedger extends IdentifyLedger {
  /**
   * The shared number of shards: what the first front chose, for as long as any front uses it; this
   * one does until `signal` is aborted. Rejects when the ledger is unreachable.
   */
  agree(wanted: number, signal: AbortSignal): Promise<number>;
}

/** A ledger for this process alone. */
export class OwnLedger implements IdentifyLedger {
  readonly #freeAtMs = new Map<number, number>();
  #left: { count: number; readonly untilMs: number } | undefined;

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  take(bucket: number, told: SessionStarts, everyMs: number): Promise<NotYet | undefined> {
    return Promise.resolve(this.#take(bucket, told, everyMs));
  }

  #take(
    bucket: number,
    { remaining, resetAfterMs }: SessionStarts,
    everyMs: number,
  ): NotYet | undefined {
    const now = this.nowMs();
    const waitMs = (this.#freeAtMs.get(bucket) ?? 0) - now;
    if (waitMs > 0) return { waitMs, until: 'turn' };
    if (this.#left === undefined || this.#left.untilMs <= now) {
      this.#left = { count: remaining, untilMs: now + resetAfterMs };
    }
    this.#left.count = Math.min(this.#left.count, remaining);
    if (this.#left.count <= 0) return { waitMs: this.#left.untilMs - now, until: 'sessions' };
    this.#left.count -= 1;
    this.#freeAtMs.set(bucket, now + everyMs);
    return undefined;
  }
}

export interface IdentifyingOptions {
  readonly requests: Pick<Requests, 'once'>;
  readonly log: DiscordLog;
  /** The one shared by all fronts; this process's own if not given. */
  readonly ledger?: IdentifyLedger | undefined;
  /** Between two identifies of a bucket. */
  readonly everyMs?: number | undefined;
  /** Between two attempts to reach Discord or the ledger. */
  readonly retryMs?: number | undefined;
  /** How long the shared ledger may be unreachable before this process falls back to its own. */
  readonly patienceMs?: number | undefined;
}

type Info = z.infer<typeof gatewayInfo>['session_start_limit'];

/** How long Discord's answer stays valid: others identify, too. */
const TOLD_FOR_MS = 30_000;
const RETRY_MS = 1_000;
const LEDGER_PATIENCE_MS = 15_000;
/** Jitter, so that those waiting for the same turn retry at different moments. */
const MAX_JITTER_MS = 250;

export class Identifying {
  readonly #options: IdentifyingOptions;
  readonly #own = new OwnLedger();
  #told: { readonly info: Promise<Info>; readonly atMs: number } | undefined;
  #toldOfEnd = false;
  /** Since when the shared ledger has been unreachable. */
  #awaySinceMs: number | undefined;

  constructor(options: IdentifyingOptions) {
    this.#options = options;
  }

  /**
   * Resolves when this shard may identify right away. Rejects only when `signal` is aborted: discord.js
   * (@discordjs/ws 1.2.3) would identify after any other rejection.
   */
  async wait(shard: number, signal: AbortSignal): Promise<void> {
    const { log, retryMs = RETRY_MS } = this.#options;
    for (;;) {
      signal.throwIfAborted();
      let waitMs: number;
      try {
        const notYet = await this.#take(shard);
        this.#tellOf(notYet);
        if (!notYet) return;
        waitMs = notYet.waitMs + Math.random() * MAX_JITTER_MS;
      } catch (err) {
        log.warn({ err, shard, againInMs: retryMs }, 'Discord: a shard may not identify yet');
        waitMs = retryMs;
      }
      await delay(waitMs, undefined, { signal });
    }
  }

  /** Reported once for all shards each time session starts run out. */
  #tellOf(notYet: NotYet | undefined): void {
    if (notYet?.until === 'turn') return;
    const wasTold = this.#toldOfEnd;
    this.#toldOfEnd = notYet !== undefined;
    if (!notYet || wasTold) return;
    const message = 'Discord: no session may be begun for now; it goes on when it may again';
    this.#options.log.warn({ againInMs: Math.ceil(notYet.waitMs) }, message);
  }

  async #take(shard: number): Promise<NotYet | undefined> {
    const { ledger, log, everyMs = IDENTIFY_EVERY_MS } = this.#options;
    const { patienceMs = LEDGER_PATIENCE_MS } = this.#options;
    const { info, ageMs } = await this.#tell();
    const { max_concurrency, remaining, reset_after } = info;
    const told = { remaining, resetAfterMs: Math.max(0, reset_after - ageMs) };
    // The session starts have been reset since: if that is not enough, Discord is asked again.
    if (told.resetAfterMs === 0) this.#told = undefined;
    const bucket = shard % max_concurrency;
    if (!ledger) return this.#own.take(bucket, told, everyMs);
    const askedAtMs = performance.now();
    try {
      const notYet = await ledger.take(bucket, told, everyMs);
      this.#awaySinceMs = undefined;
      return notYet;
    } catch (err) {
      // Not how long this shard has waited: that may have been for its turn, which others still hold.
      this.#awaySinceMs ??= askedAtMs;
      if (performance.now() - this.#awaySinceMs < patienceMs) throw err;
      const message = 'Discord: what the fronts keep together is out of reach; a shard identifies';
      log.warn({ err, shard }, message);
      return this.#own.take(bucket, told, everyMs);
    }
  }

  /** Discord's last answer, and how long ago it came. */
  async #tell(): Promise<{ readonly info: Info; readonly ageMs: number }> {
    const now = performance.now();
    if (this.#told === undefined || now - this.#told.atMs > TOLD_FOR_MS) {
      const asked = { method: 'GET', route: Routes.gatewayBot(), as: 'bot' } as const;
      const answered = this.#options.requests.once({ ...asked, schema: gatewayInfo });
      const info = answered.then(({ json }) => json.session_start_limit);
      this.#told = { info, atMs: now };
    }
    const told = this.#told;
    try {
      return { info: await told.info, ageMs: performance.now() - told.atMs };
    } catch (err) {
      // Another shard may have asked again by now.
      if (this.#told === told) this.#told = undefined;
      throw err;
    }
  }
}
