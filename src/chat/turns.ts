/** Schedules edits: waiting messages get turns by the platform's rule, fairly, final states first. */
import type { Urgency } from './port.js';

export interface TurnRule {
  /** Current time between two non-final edits of any messages; in ms. */
  readonly spacingMs: number;
  /** The earliest time (by the turns' clock) for an edit; for a final one as soon as there is room. */
  earliestMs(isFinal: boolean): number;
  /** An edit is being sent now (by the turns' clock). */
  spend(nowMs: number): void;
}

interface Waiter {
  readonly message: string;
  readonly urgency: Urgency;
  readonly grant: () => void;
}

/** A message not edited for this long no longer takes a share. */
const SHARES_FOR_MS = 15_000;

export class Turns {
  readonly #rule: TurnRule;
  readonly #paceMs: number;
  readonly #nowMs: () => number;
  #lastGrantMs = -Infinity;
  /** When each message last got a turn. */
  readonly #lastEditMs = new Map<string, number>();
  /** Messages that take their share whether they are edited or not. */
  readonly #live = new Set<string>();
  #waiting: readonly Waiter[] = [];
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param paceMs minimum time between two edits of one message, except final ones
   * @param nowMs the rule's monotonic clock
   */
  constructor(rule: TurnRule, paceMs: number, nowMs: () => number) {
    this.#rule = rule;
    this.#paceMs = paceMs;
    this.#nowMs = nowMs;
  }

  get idle(): boolean {
    const isQuiet = this.#nowMs() > this.#lastGrantMs + SHARES_FOR_MS;
    return this.#waiting.length === 0 && this.#live.size === 0 && isQuiet;
  }

  /** @throws the signal's reason when it is aborted first */
  take(message: string, urgency: Urgency, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const giveUp = (): void => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        reject(signal.reason as Error);
        this.deal();
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
      this.deal();
    });
  }

  /** It has just been shown, and will be edited until it leaves. */
  join(message: string): void {
    this.#live.add(message);
    this.#lastEditMs.set(message, this.#nowMs());
  }

  leave(message: string): void {
    this.#live.delete(message);
    this.#lastEditMs.delete(message);
  }

  /** Messages that share the turns with this one, including itself. */
  sharing(message: string): number {
    this.#forgetQuietOnes();
    return new Set([...this.#lastEditMs.keys(), ...this.#live, message]).size;
  }

  /** Time between two edits of this message: its own pace, or its share when many are edited. */
  intervalMs(message: string): number {
    return this.#intervalMs(this.sharing(message));
  }

  /** Time between two edits of one more message, given how many others are about to be live. */
  intervalOfNextMs(aboutToBe: number): number {
    this.#forgetQuietOnes();
    const live = new Set([...this.#lastEditMs.keys(), ...this.#live]).size;
    return this.#intervalMs(live + aboutToBe + 1);
  }

  /** Grants the turns that are due; called again whenever the rule has changed. */
  deal(): void {
    clearTimeout(this.#timer);
    for (;;) {
      const now = this.#nowMs();
      const next = this.#next(now);
      if (!next) return;
      if (next.atMs > now) {
        this.#timer = setTimeout(() => {
          this.deal();
        }, next.atMs - now);
        return;
      }
      this.#grant(next.waiter, now);
    }
  }

  #grant(waiter: Waiter, now: number): void {
    this.#rule.spend(now);
    this.#lastGrantMs = now;
    this.#lastEditMs.set(waiter.message, now);
    this.#waiting = this.#waiting.filter((other) => other !== waiter);
    waiter.grant();
  }

  /** Order of turns: final states before all others, then the message that has waited longest. */
  #next(now: number): { readonly waiter: Waiter; readonly atMs: number } | undefined {
    const candidates = this.#waiting.map((waiter) => ({ waiter, atMs: this.#earliestMs(waiter) }));
    return candidates.sort(
      (a, b) =>
        Math.max(a.atMs, now) - Math.max(b.atMs, now) ||
        Number(b.waiter.urgency === 'final') - Number(a.waiter.urgency === 'final') ||
        this.#editedMs(a.waiter) - this.#editedMs(b.waiter),
    )[0];
  }

  #earliestMs(waiter: Waiter): number {
    const isFinal = waiter.urgency === 'final';
    const byRule = this.#rule.earliestMs(isFinal);
    if (isFinal) return byRule;
    return Math.max(
      byRule,
      this.#lastGrantMs + this.#rule.spacingMs,
      this.#editedMs(waiter) + this.#paceMs,
    );
  }

  #intervalMs(sharing: number): number {
    return Math.max(this.#paceMs, sharing * this.#rule.spacingMs);
  }

  #editedMs({ message }: Waiter): number {
    return this.#lastEditMs.get(message) ?? -Infinity;
  }

  #forgetQuietOnes(): void {
    const shareMs = Math.max(SHARES_FOR_MS, 2 * this.#lastEditMs.size * this.#rule.spacingMs);
    const before = this.#nowMs() - shareMs;
    for (const [message, atMs] of this.#lastEditMs) {
      if (atMs < before && !this.#live.has(message)) this.#lastEditMs.delete(message);
    }
  }
}
