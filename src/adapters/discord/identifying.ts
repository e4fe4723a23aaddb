/**
 * When a shard may identify. Discord takes one identify each 5 s of a bucket (`shard % max_concurrency`)
 * and so many a day, whichever process sends it: those who identify too often lose the session, and at last
 * the token (discord-api-docs `events/gateway`, Rate Limiting and Sharding). So every identify asks here.
 */
import { Routes } from 'discord.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import type { DiscordLog } from './log.js';
import type { Requests } from './requests.js';
import { gatewayInfo } from './responses.js';

/** Discord's own 5 s, and what this identify may travel faster than the one before. */
const IDENTIFY_EVERY_MS = 5_500;

/** What Discord tells of the sessions that may still be begun. */
export interface SessionStarts {
  readonly remaining: number;
  readonly resetAfterMs: number;
}

/** In how many ms to ask again, and what has to come first: the bucket's next turn, or more sessions. */
export interface NotYet {
  readonly waitMs: number;
  readonly until: 'turn' | 'sessions';
}

/** Who has identified: of this process alone, or of all fronts. */
export interface IdentifyLedger {
  /**
   * Takes a bucket's turn, which comes every so many ms, and one of the sessions.
   * @returns undefined when they are taken. Rejects when it is out of reach.
   */
  take(bucket: number, told: SessionStarts, everyMs: number): Promise<NotYet | undefined>;
}

/** What all fronts of a bot keep together. */
export interface SharedLedger extends IdentifyLedger {
  /**
   * How many shards there are for all: what the first one wanted, as long as any front goes by it, which
   * this one does until `signal` is aborted. Rejects when it is out of reach.
   */
  agree(wanted: number, signal: AbortSignal): Promise<number>;
}

/** Of this process alone. */
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
  /** That of all fronts; this process' own if not given. */
  readonly ledger?: IdentifyLedger | undefined;
  /** Between two identifies of a bucket. */
  readonly everyMs?: number | undefined;
  /** Between two tries to reach Discord or the ledger. */
  readonly retryMs?: number | undefined;
  /** So long the fronts' ledger may be out of reach before this process goes by its own. */
  readonly patienceMs?: number | undefined;
}

type Info = z.infer<typeof gatewayInfo>['session_start_limit'];

/** What Discord told is good for so long: others identify too. */
const TOLD_FOR_MS = 30_000;
const RETRY_MS = 1_000;
const LEDGER_PATIENCE_MS = 15_000;
/** Whoever waits for the same turn asks again at different moments. */
const MAX_JITTER_MS = 250;

export class Identifying {
  readonly #options: IdentifyingOptions;
  readonly #own = new OwnLedger();
  #told: { readonly info: Promise<Info>; readonly atMs: number } | undefined;
  #toldOfEnd = false;
  /** The fronts' ledger is out of reach since then. */
  #awaySinceMs: number | undefined;

  constructor(options: IdentifyingOptions) {
    this.#options = options;
  }

  /**
   * Resolves when this shard may identify, at once then. Rejects only when `signal` is aborted: discord.js
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

  /** Once for all shards, each time that sessions end. */
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
    // The sessions have been reset since: if the answer is not enough, Discord is asked again.
    if (told.resetAfterMs === 0) this.#told = undefined;
    const bucket = shard % max_concurrency;
    if (!ledger) return this.#own.take(bucket, told, everyMs);
    const askedAtMs = performance.now();
    try {
      const notYet = await ledger.take(bucket, told, everyMs);
      this.#awaySinceMs = undefined;
      return notYet;
    } catch (err) {
      // Not how long this shard has waited: that may have been for its turn, which others still keep.
      this.#awaySinceMs ??= askedAtMs;
      if (performance.now() - this.#awaySinceMs < patienceMs) throw err;
      const message = 'Discord: what the fronts keep together is out of reach; a shard identifies';
      log.warn({ err, shard }, message);
      return this.#own.take(bucket, told, everyMs);
    }
  }

  /** What Discord said last, and how long ago. */
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
      // Another shard may have asked anew by now.
      if (this.#told === told) this.#told = undefined;
      throw err;
    }
  }
}
