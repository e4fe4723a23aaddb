/**
 * One of Discord's rate limit buckets: never more edits in a window than Discord allows. It alone decides
 * when an edit may be sent: discord.js, which tracks limits too, is told to add no delay of its own (`requests.ts`).
 */
import type { Urgency } from '../../chat/port.js';
import { Turns, type TurnRule } from '../../chat/turns.js';

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
  /** When the request was sent, by the bucket's clock. */
  readonly askedAtMs: number;
}

/** In ms: headers take a moment to arrive, and Discord's windows end a little later than it says. */
export const MARGIN_MS = 150;

export class Bucket implements TurnRule {
  readonly #turns: Turns;
  readonly #nowMs: () => number;
  #size: BucketSize;
  #remaining: number;
  /** When the window ends and all slots are free again. */
  #resetAtMs = 0;
  /** When the window began. */
  #beganMs = -Infinity;

  /**
   * @param paceMs at least this long between two edits of one message
   * @param nowMs a monotonic clock
   */
  constructor(size: BucketSize, paceMs: number, nowMs: () => number) {
    this.#size = size;
    this.#remaining = size.limit;
    this.#nowMs = nowMs;
    this.#turns = new Turns(this, paceMs, nowMs);
  }

  get idle(): boolean {
    return this.#turns.idle;
  }

  get spacingMs(): number {
    return this.#size.windowMs / this.#size.limit;
  }

  take(message: string, urgency: Urgency, signal: AbortSignal): Promise<void> {
    return this.#turns.take(message, urgency, signal);
  }

  intervalMs(message: string): number {
    return this.#turns.intervalMs(message);
  }

  join(message: string): void {
    this.#turns.join(message);
  }

  leave(message: string): void {
    this.#turns.leave(message);
  }

  sharing(message: string): number {
    return this.#turns.sharing(message);
  }

  intervalOfNextMs(aboutToBe: number): number {
    return this.#turns.intervalOfNextMs(aboutToBe);
  }

  earliestMs(): number {
    return this.#remaining > 0 ? 0 : this.#resetAtMs;
  }

  spend(nowMs: number): void {
    if (nowMs >= this.#resetAtMs) {
      this.#remaining = this.#size.limit;
      this.#beganMs = nowMs;
      this.#resetAtMs = nowMs + this.#size.windowMs + MARGIN_MS;
    }
    this.#remaining -= 1;
  }

  /** What Discord says about the bucket overrides our own count. */
  observe({ limit, remaining, resetAfterMs, askedAtMs }: ObservedLimit): void {
    const now = this.#nowMs();
    const endsAtMs = now + resetAfterMs + MARGIN_MS;
    // A late response may describe the previous window, if that is where it was counted.
    if (askedAtMs < this.#beganMs && endsAtMs < this.#resetAtMs) return;
    const sameWindow = now < this.#resetAtMs;
    // Only a fresh window shows the window's length; a shorter remainder says nothing.
    const windowMs = remaining >= limit - 1 ? resetAfterMs : this.#size.windowMs;
    this.#size = { limit, windowMs: Math.max(windowMs, resetAfterMs) };
    this.#remaining = sameWindow ? Math.min(this.#remaining, remaining) : remaining;
    this.#resetAtMs = endsAtMs;
    this.#turns.deal();
  }

  /** No slots until this time is over; then a new window starts, whatever we had counted. */
  pause(ms: number): void {
    this.#remaining = 0;
    this.#resetAtMs = this.#nowMs() + ms + MARGIN_MS;
    this.#turns.deal();
  }
}
