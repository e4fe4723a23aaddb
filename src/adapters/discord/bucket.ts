/** One of Discord's rate limit buckets: hands out its slots fairly, never more than Discord allows. */
import type { Urgency } from '../../chat/port.js';

export interface BucketSize {
  /** Requests per window. */
  readonly limit: number;
  readonly windowMs: number;
}

/** The `X-RateLimit-` headers of a response. */
export interface ObservedLimit {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
}

interface Waiter {
  readonly message: string;
  readonly urgency: Urgency;
  readonly grant: () => void;
}

/** A message not edited for this long takes no share any more. */
const SHARES_FOR_MS = 15_000;

export class Bucket {
  #size: BucketSize;
  readonly #paceMs: number;
  #remaining: number;
  /** Then the window is over and all slots are free again. */
  #resetAtMs = 0;
  #lastGrantMs = -Infinity;
  /** When each message was last given a slot. */
  readonly #lastEditMs = new Map<string, number>();
  #waiting: readonly Waiter[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param paceMs at least this long between two edits of one message */
  constructor(size: BucketSize, paceMs: number) {
    this.#size = size;
    this.#paceMs = paceMs;
    this.#remaining = size.limit;
  }

  get idle(): boolean {
    return this.#waiting.length === 0 && Date.now() > this.#lastGrantMs + SHARES_FOR_MS;
  }

  /** @throws the signal's reason when it is aborted first */
  take(message: string, urgency: Urgency, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const giveUp = (): void => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        reject(signal.reason as Error);
        this.#handOut();
      };
      const waiter: Waiter = {
        message,
        urgency,
        grant: () => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting = [...this.#waiting, waiter];
      this.#handOut();
    });
  }

  /** Between two edits of this message: its own pace, or its share when the bucket is crowded. */
  intervalMs(message: string): number {
    this.#forgetQuietOnes();
    const sharing = new Set([...this.#lastEditMs.keys(), message]).size;
    return Math.max(this.#paceMs, sharing * this.#spacingMs);
  }

  /** What Discord says about the bucket goes before what we believed. */
  observe({ limit, remaining, resetAfterMs }: ObservedLimit): void {
    const now = Date.now();
    const sameWindow = now < this.#resetAtMs;
    // Only a window that has just begun tells how long it is; a shorter rest says nothing.
    const windowMs = remaining >= limit - 1 ? resetAfterMs : this.#size.windowMs;
    this.#size = { limit, windowMs: Math.max(windowMs, resetAfterMs) };
    this.#remaining = sameWindow ? Math.min(this.#remaining, remaining) : remaining;
    this.#resetAtMs = now + resetAfterMs;
    this.#handOut();
  }

  /** Nobody gets a slot before this time is over. */
  pause(ms: number): void {
    this.#remaining = 0;
    this.#resetAtMs = Math.max(this.#resetAtMs, Date.now() + ms);
    this.#handOut();
  }

  get #spacingMs(): number {
    return this.#size.windowMs / this.#size.limit;
  }

  #handOut(): void {
    clearTimeout(this.#timer);
    for (;;) {
      const now = Date.now();
      const next = this.#next();
      if (!next) return;
      if (next.atMs > now) {
        this.#timer = setTimeout(() => {
          this.#handOut();
        }, next.atMs - now);
        return;
      }
      this.#spend(next.waiter, now);
    }
  }

  #spend(waiter: Waiter, now: number): void {
    if (now >= this.#resetAtMs) {
      this.#remaining = this.#size.limit;
      this.#resetAtMs = now + this.#size.windowMs;
    }
    this.#remaining -= 1;
    this.#lastGrantMs = now;
    this.#lastEditMs.set(waiter.message, now);
    this.#waiting = this.#waiting.filter((other) => other !== waiter);
    waiter.grant();
  }

  /** Who may go first: last states before all others, then whose message has waited longest. */
  #next(): { readonly waiter: Waiter; readonly atMs: number } | undefined {
    const candidates = this.#waiting.map((waiter) => ({ waiter, atMs: this.#earliestMs(waiter) }));
    const now = Date.now();
    return candidates.sort(
      (a, b) =>
        Math.max(a.atMs, now) - Math.max(b.atMs, now) ||
        Number(b.waiter.urgency === 'final') - Number(a.waiter.urgency === 'final') ||
        this.#editedMs(a.waiter) - this.#editedMs(b.waiter),
    )[0];
  }

  #earliestMs(waiter: Waiter): number {
    const slotMs = this.#remaining > 0 ? 0 : this.#resetAtMs;
    if (waiter.urgency === 'final') return slotMs;
    return Math.max(
      slotMs,
      this.#lastGrantMs + this.#spacingMs,
      this.#editedMs(waiter) + this.#paceMs,
    );
  }

  #editedMs({ message }: Waiter): number {
    return this.#lastEditMs.get(message) ?? -Infinity;
  }

  #forgetQuietOnes(): void {
    const before =
      Date.now() - Math.max(SHARES_FOR_MS, 2 * this.#lastEditMs.size * this.#spacingMs);
    for (const [message, atMs] of this.#lastEditMs) {
      if (atMs < before) this.#lastEditMs.delete(message);
    }
  }
}
