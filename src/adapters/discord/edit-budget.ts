/**
 * Which of Discord's buckets an edit draws from. Bot-token edits share one bucket per channel, whatever
 * the message; each interaction's token has a bucket of its own. Discord documents no sizes: these are
 * starting values, replaced by the first response's headers.
 */
import { SnowflakeUtil } from 'discord.js';
import type { EditBudget, MessageRef, Place, Urgency } from '../../chat/port.js';
import { Bucket, type BucketSize, type ObservedLimit } from './bucket.js';
import { readMessage, readPlace, type DiscordMessage } from './keys.js';

/** GitHub, discord-net#2375: five edits in five seconds. */
export const usual: BucketSize = { limit: 5, windowMs: 5_000 };
/** Error 30046: messages older than an hour; size as reported by discord-userdoccers. */
const forOldMessages: BucketSize = { limit: 3, windowMs: 6_000 };
const OLD_AFTER_MS = 60 * 60_000;

/** About one edit a second reads well. */
export const PACE_MS = 1_000;
/** Stale buckets are removed only above this number. */
const MANY_BUCKETS = 500;

/** The route of an edit. */
export type Way = 'token' | 'bot' | 'none';

export interface EditBudgetOptions {
  /** The route that an edit of this message takes now. */
  readonly way: (message: DiscordMessage) => Way;
  /** Monotonic Unix time. */
  readonly nowMs: () => number;
  readonly paceMs: number;
}

export class DiscordEditBudget implements EditBudget {
  readonly #options: EditBudgetOptions;
  readonly #buckets = new Map<string, Bucket>();
  /** Slots granted but not yet used, by message. */
  readonly #taken = new Map<string, Bucket>();

  constructor(options: EditBudgetOptions) {
    this.#options = options;
  }

  async take(ref: MessageRef, urgency: Urgency, signal: AbortSignal): Promise<void> {
    const message = readMessage(ref);
    const bucket = this.#bucketOf(message);
    await bucket.take(message.messageId, urgency, signal);
    this.#taken.set(message.messageId, bucket);
  }

  /** Whether an edit's slot is still on its current route: its token may have expired since. */
  hasSlot(message: DiscordMessage, way: Way): boolean {
    const taken = this.#taken.get(message.messageId);
    this.#taken.delete(message.messageId);
    return taken === undefined || taken === this.#bucket(message, way);
  }

  intervalMs(ref: MessageRef): number {
    const message = readMessage(ref);
    return this.#bucketOf(message).intervalMs(message.messageId);
  }

  join(ref: MessageRef): void {
    const message = readMessage(ref);
    this.#bucketOf(message).join(message.messageId);
  }

  /** Releases the message's slot in every bucket: its route may have changed. */
  leave(ref: MessageRef): void {
    const { messageId } = readMessage(ref);
    for (const bucket of this.#buckets.values()) bucket.leave(messageId);
    this.#taken.delete(messageId);
  }

  sharing(ref: MessageRef): number {
    const message = readMessage(ref);
    return this.#bucketOf(message).sharing(message.messageId);
  }

  /** Only for messages that the bot edits: interactions have their own buckets. */
  intervalOfNext(where: Place, aboutToBe: readonly Place[]): number {
    const { channelId } = readPlace(where);
    const sharing = aboutToBe.filter((place) => readPlace(place).channelId === channelId);
    return this.#bucketNamed(`bot ${channelId}`, usual).intervalOfNextMs(sharing.length);
  }

  /** Updates the bucket from an edit's response headers. */
  observe(message: DiscordMessage, way: Way, limit: ObservedLimit): void {
    // Headers describe the usual bucket; the one for old messages shows only in refusals.
    if (way === 'bot' && this.#isOld(message)) return;
    this.#bucket(message, way).observe(limit);
  }

  /** Discord rate-limited an edit for this long. */
  pause(message: DiscordMessage, way: Way, ms: number): void {
    this.#bucket(message, way).pause(ms);
  }

  #bucketOf(message: DiscordMessage): Bucket {
    return this.#bucket(message, this.#options.way(message));
  }

  #bucket(message: DiscordMessage, way: Way): Bucket {
    const isOld = way === 'bot' && this.#isOld(message);
    const owner = way === 'token' ? message.interaction?.token : message.channelId;
    return this.#bucketNamed(
      `${isOld ? 'old' : way} ${owner ?? ''}`,
      isOld ? forOldMessages : usual,
    );
  }

  #bucketNamed(name: string, size: BucketSize): Bucket {
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      const { paceMs, nowMs } = this.#options;
      if (this.#buckets.size >= MANY_BUCKETS) this.#forgetIdleOnes();
      bucket = new Bucket(size, paceMs, nowMs);
      this.#buckets.set(name, bucket);
    }
    return bucket;
  }

  #isOld({ messageId }: DiscordMessage): boolean {
    return this.#options.nowMs() - SnowflakeUtil.timestampFrom(messageId) > OLD_AFTER_MS;
  }

  #forgetIdleOnes(): void {
    for (const [name, bucket] of this.#buckets) {
      if (bucket.idle) this.#buckets.delete(name);
    }
  }
}
