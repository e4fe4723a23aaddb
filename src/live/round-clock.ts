/** Closes rounds of classes when their time is up; until then their boards count down the minutes. */
import { steadyNowMs } from '../clock.js';
import type { Round } from '../tutor/class/round.js';

interface RoundClockOptions {
  readonly close: (roundId: string) => Promise<void>;
  /** Draws the board of a round again. */
  readonly redraw: (roundId: string) => Promise<void>;
  readonly onFailure: (roundId: string, error: unknown) => void;
}

export const MINUTE_MS = 60_000;

export class RoundClock {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #isStopped = false;

  constructor(private readonly options: RoundClockOptions) {}

  start(round: Round): void {
    if (this.#isStopped) return;
    const { id, endsAtMs } = round;
    const leftMs = endsAtMs - steadyNowMs();
    const next = async (): Promise<void> => {
      if (steadyNowMs() >= endsAtMs) return this.options.close(id);
      this.start(round);
      await this.options.redraw(id);
    };
    const timer = setTimeout(
      () => {
        next().catch((error: unknown) => {
          this.options.onFailure(id, error);
        });
      },
      Math.max(0, leftMs % MINUTE_MS || Math.min(leftMs, MINUTE_MS)),
    );
    timer.unref();
    clearTimeout(this.#timers.get(id));
    this.#timers.set(id, timer);
  }

  /** The round is closed, whatever its time. */
  stop(roundId: string): void {
    clearTimeout(this.#timers.get(roundId));
    this.#timers.delete(roundId);
  }

  /** Leaves all rounds to the next process. */
  stopAll(): void {
    this.#isStopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
