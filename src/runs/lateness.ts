/**
 * How much of a run's time goes into waiting for threads that others train on, measured over its own
 * latest turns. A turn is what the scheduler deals: one task, with one epoch or several.
 */

/**
 * A shorter wait before a turn is not worth mentioning: up to about a second people's flow of thought is
 * not interrupted (Nielsen, Usability Engineering, 1993, section 5.5).
 */
const NOTICEABLE_WAIT_MS = 1_000;

/** Enough to even out chance, few enough to follow when other runs come and go. */
const LATEST_TURNS = 5;

interface Turn {
  readonly epochs: number;
  /** From asking for a thread to getting one. */
  readonly waitedMs: number;
  /** From getting a thread to giving it back. */
  readonly trainedMs: number;
  /** From the end of the turn before, or from asking for the first one: showing and storing included. */
  readonly wholeMs: number;
}

export class Lateness {
  #turns: readonly Turn[] = [];
  #askedAtMs = 0;
  #begunAtMs = 0;
  #endedAtMs: number | undefined;

  /** @param nowMs a clock that never goes back */
  constructor(private readonly nowMs: () => number) {}

  /** For a wait that was not for a thread: starts over, as if the run asked for its first turn now. */
  startAnew(): void {
    this.#turns = [];
    this.#endedAtMs = undefined;
    this.asks();
    this.begins();
  }

  /** The run asks for a turn. */
  asks(): void {
    this.#askedAtMs = this.nowMs();
  }

  /** It has its turn. */
  begins(): void {
    this.#begunAtMs = this.nowMs();
  }

  /** Its turn is over; so many epochs were completed in it. */
  ends(epochs: number): void {
    const nowMs = this.nowMs();
    const turn = {
      epochs,
      waitedMs: this.#begunAtMs - this.#askedAtMs,
      trainedMs: nowMs - this.#begunAtMs,
      wholeMs: nowMs - (this.#endedAtMs ?? this.#askedAtMs),
    };
    this.#turns = [...this.#turns, turn].slice(-LATEST_TURNS);
    this.#endedAtMs = nowMs;
  }

  /**
   * What an epoch takes now, waiting included, in ms; undefined unless the run is late, that is, unless
   * it waited noticeably for its latest turns, and longer than it trained in them.
   */
  get epochMs(): number | undefined {
    const waitedMs = sum(this.#turns, 'waitedMs');
    const isNoticeable = waitedMs >= NOTICEABLE_WAIT_MS * Math.max(1, this.#turns.length);
    if (!isNoticeable || waitedMs <= sum(this.#turns, 'trainedMs')) return undefined;
    return sum(this.#turns, 'wholeMs') / sum(this.#turns, 'epochs');
  }
}

function sum(turns: readonly Turn[], what: keyof Turn): number {
  return turns.reduce((total, turn) => total + turn[what], 0);
}
