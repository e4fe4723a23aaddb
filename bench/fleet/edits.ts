/**
 * Live messages on a simulation's clock: one edit in flight, each showing the newest state, and the
 * platform's own rule (`TurnRule`, from the adapters) says when it may go. Does what `LiveMessage` and
 * `Turns` do with timers and promises.
 */
import type { TurnRule } from '../../src/chat/turns.js';
import type { Timeline } from './timeline.js';

interface Waiting {
  readonly message: SimulatedMessage;
  readonly isFinal: boolean;
}

/** What a platform limits together: a workspace on Slack, one interaction's token on Discord. */
export class Ration {
  #lastGrantMs = -Infinity;
  #waiting: Waiting[] = [];
  #wakesAtMs = Infinity;

  /** @param paceMs the least time between two edits of one message */
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

/** One message; it may hold several runs' lines, as on a board. */
export class SimulatedMessage {
  /** The time of its last edit; it is posted when its first learner asks. */
  lastEditMs: number;
  #isBusy = false;
  /** Callbacks for states not sent yet. */
  #waiting: (() => void)[] = [];
  #isFinal = false;

  /** @param send sends an edit to the platform, then calls `arrived` */
  constructor(
    private readonly ration: Ration,
    private readonly send: (arrived: () => void) => void,
  ) {
    this.lastEditMs = ration.timeline.nowMs;
  }

  /** Calls `shown` once an edit with this state has arrived. */
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
    // States known at the same moment share an edit.
    this.ration.timeline.after(0, () => {
      this.ration.take(this, this.#isFinal);
    });
  }
}
