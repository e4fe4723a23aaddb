/**
 * A fixed number of places for runs under way, and the queue for them: first the runs of people who have
 * no other run, in the order they came, then people's second runs, in the order they came. When a
 * person's first run is over, their second one moves up behind all first runs that are waiting by then.
 * So nobody waits behind two runs of another person, nobody waits for ever, and a first run never falls
 * back: the place that somebody is told can be kept. `FairScheduler` cannot promise that: there, people
 * who have had a turn let everybody pass who had none yet, however late they come.
 */

export interface RunQueueEntry {
  readonly runId: string;
  readonly ownerId: string;
  /** It was there before the program restarted: it goes before runs that came since. */
  readonly resumed: boolean;
}

interface Waiting extends RunQueueEntry {
  /** The place that was told last. */
  told?: number;
  begin?: () => void;
  move?: (place: number) => void;
}

export class RunQueue {
  /** Owners of the runs that have a place, by run id. */
  readonly #going = new Map<string, string>();
  /** Runs of people who had no other run when they joined, or have none any more. */
  readonly #first: Waiting[] = [];
  /** Runs of people with another run under way or waiting. */
  readonly #second: Waiting[] = [];

  /** @param places how many runs may be under way at once, at least 1 */
  constructor(private readonly places: number) {}

  /** How many runs have a place now. */
  get going(): number {
    return this.#going.size;
  }

  /** How many runs wait for one. */
  get waiting(): number {
    return this.#first.length + this.#second.length;
  }

  /**
   * Takes a place or, if none is free, joins the end of the queue.
   * @returns its place in the queue, 1 for next; undefined when it need not wait
   */
  join(entry: RunQueueEntry): number | undefined {
    const line = this.#hasOther(entry) ? this.#second : this.#first;
    const waiting: Waiting = { ...entry };
    const before = entry.resumed ? line.filter(({ resumed }) => resumed).length : line.length;
    line.splice(before, 0, waiting);
    this.#deal();
    const place = this.#placeOf(waiting);
    // The earlier process may have told its owner another place.
    if (place !== undefined && !entry.resumed) waiting.told = place;
    return place;
  }

  /**
   * Waits until a run that joined has a place.
   * @param move told its place in the queue whenever that has changed since `join` or the last call
   * @returns false when `signal` came first: the run has then left the queue
   */
  turn(runId: string, signal: AbortSignal, move: (place: number) => void): Promise<boolean> {
    const waiting = this.#waiting().find((other) => other.runId === runId);
    if (!waiting) return Promise.resolve(this.#going.has(runId));
    return new Promise((resolve) => {
      const leave = (): void => {
        this.leave(runId);
        resolve(false);
      };
      if (signal.aborted) {
        leave();
        return;
      }
      signal.addEventListener('abort', leave, { once: true });
      waiting.begin = () => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      waiting.move = move;
      this.#tellMoves();
    });
  }

  /** Gives up a run's place, or its place in the queue. Does nothing when it has none. */
  leave(runId: string): void {
    const wasThere = this.#going.delete(runId) || remove(this.#first, runId);
    if (!wasThere && !remove(this.#second, runId)) return;
    // The run that was told it is next gets the place, before any moves up.
    this.#deal();
    this.#moveUp();
    this.#tellMoves();
  }

  #moveUp(): void {
    const alone = this.#second.find((waiting) => !this.#hasOther(waiting));
    if (!alone) return;
    remove(this.#second, alone.runId);
    this.#first.push(alone);
  }

  #deal(): void {
    while (this.#going.size < this.places) {
      const next = this.#first.shift() ?? this.#second.shift();
      if (!next) return;
      this.#going.set(next.runId, next.ownerId);
      next.begin?.();
    }
  }

  #tellMoves(): void {
    for (const [index, waiting] of this.#waiting().entries()) {
      const place = index + 1;
      if (!waiting.move || waiting.told === place) continue;
      waiting.told = place;
      waiting.move(place);
    }
  }

  /** In the order in which they get places. */
  #waiting(): readonly Waiting[] {
    return [...this.#first, ...this.#second];
  }

  #placeOf(waiting: Waiting): number | undefined {
    const index = this.#waiting().indexOf(waiting);
    return index < 0 ? undefined : index + 1;
  }

  /** Whether the owner of this run, which has no place, has another run. */
  #hasOther({ runId, ownerId }: RunQueueEntry): boolean {
    const waits = this.#waiting().some(
      (other) => other.ownerId === ownerId && other.runId !== runId,
    );
    return waits || [...this.#going.values()].includes(ownerId);
  }
}

/** @returns whether it was there */
function remove(line: Waiting[], runId: string): boolean {
  const index = line.findIndex((waiting) => waiting.runId === runId);
  if (index < 0) return false;
  line.splice(index, 1);
  return true;
}
