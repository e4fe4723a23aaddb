/**
 * Live messages on a simulation's clock: one edit in flight, the newest state is what it shows, and the
 * platform's own rule (`TurnRule`, the adapters') says when it may go. What `LiveMessage` and `Turns` do
 * with timers and promises.
 */
import type { TurnRule } from '../../src/chat/turns.js';
import type { Timeline } from './timeline.js';

interface Waiting {
  readonly message: SimulatedMessage;
  readonly isFinal: boolean;
}

/** What a platform counts together: a workspace on Slack, one interaction's token on Discord. */
export class Ration {
  #lastGrantMs = -Infinity;
  #waiting: Waiting[] = [];
  #wakesAtMs = Infinity;

  /** @param paceMs at least this long between two edits of one message */
  constructor(
    readonly timeline: Timeline,
    private readonly rule: TurnRule,
    private readonly paceMs: number,
  ) {}

  take(message: SimulatedMessage, isFinal: boolean): void {
    this.#waiting.push({ message, isFinal });
    this.#deal();
  }

  #deal(): void {
    for (;;) {
      const { nowMs } = this.timeline;
      let next: Waiting | undefined;
      let atMs = Infinity;
      for (const one of this.#waiting) {
        const earliestMs = Math.max(nowMs, this.#earliestMs(one));
        const isSooner = earliestMs < atMs || (earliestMs === atMs && isMoreUrgent(one, next));
        if (isSooner) [next, atMs] = [one, earliestMs];
      }
      if (!next) return;
      if (atMs > nowMs) {
        this.#wakeAt(atMs);
        return;
      }
      const granted = next;
      this.#waiting = this.#waiting.filter((one) => one !== granted);
      this.#lastGrantMs = nowMs;
      this.rule.spend(nowMs);
      granted.message.granted();
    }
  }

  #wakeAt(atMs: number): void {
    if (this.#wakesAtMs <= atMs) return;
    this.#wakesAtMs = atMs;
    this.timeline.at(atMs, () => {
      if (this.#wakesAtMs === atMs) this.#wakesAtMs = Infinity;
      this.#deal();
    });
  }

  #earliestMs({ message, isFinal }: Waiting): number {
    const byRule = this.rule.earliestMs(isFinal);
    if (isFinal) return byRule;
    return Math.max(
      byRule,
      this.#lastGrantMs + this.rule.spacingMs,
      message.lastEditMs + this.paceMs,
    );
  }
}

function isMoreUrgent(one: Waiting, other: Waiting | undefined): boolean {
  if (other?.isFinal !== one.isFinal) return one.isFinal || other === undefined;
  return one.message.lastEditMs < other.message.lastEditMs;
}

/** One message; several runs' lines may be in it, as on a board. */
export class SimulatedMessage {
  /** When it was last given an edit; it is posted when its first learner asks. */
  lastEditMs: number;
  #isBusy = false;
  /** Who waits to see what is not sent yet. */
  #waiting: (() => void)[] = [];
  #isFinal = false;

  /** @param send brings an edit to the platform, then calls `arrived` */
  constructor(
    private readonly ration: Ration,
    private readonly send: (arrived: () => void) => void,
  ) {
    this.lastEditMs = ration.timeline.nowMs;
  }

  /** `shown` once an edit that has this state arrived. */
  show(isFinal: boolean, shown: () => void): void {
    this.#waiting.push(shown);
    this.#isFinal ||= isFinal;
    if (!this.#isBusy) this.#next();
  }

  granted(): void {
    this.lastEditMs = this.ration.timeline.nowMs;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#isFinal = false;
    this.send(() => {
      for (const shown of waiting) shown();
      this.#isBusy = false;
      if (this.#waiting.length > 0) this.#next();
    });
  }

  #next(): void {
    this.#isBusy = true;
    // What is known at the same moment is in the same edit.
    this.ration.timeline.after(0, () => {
      this.ration.take(this, this.#isFinal);
    });
  }
}
