/**
 * The end of the program as one thing. Its parts end stage by stage, in the order in which they are
 * needed no more; each is told when its time is over, and what has not ended by then is given up. So
 * the end comes in time whatever platforms, threads and disk do. What it may cost is written here alone.
 */

/**
 * The stages in order, and how long each may take, in ms: 4.4 s in all. `docker stop` gives 10 s; five
 * is what we promise, and the rest of it is for leaving the process (`end-process.ts`).
 */
const stages = {
  /** Runs let go: an epoch under way may end by itself, else it is broken off. */
  runs: 2_000,
  /** Runs that have just ended show it. */
  lastWords: 1_000,
  threads: 400,
  /** Answers on their way still arrive; connections are closed. */
  platforms: 800,
  /** Last, when nothing writes any more. */
  storage: 200,
} as const;

export type Stage = keyof typeof stages;

export interface EndingPart {
  readonly stage: Stage;
  /** As the log names it: `study room`. */
  readonly name: string;
  /** @param timeIsUp aborted when it is given up: then what is left of it must not wait any longer */
  readonly end: (timeIsUp: AbortSignal) => Promise<void> | void;
}

/** How one part ended that did not end as it should. */
export interface Trouble extends Pick<EndingPart, 'stage' | 'name'> {
  /** Missing: it was not done in time. */
  readonly error?: unknown;
}

export class Ending {
  readonly #parts: EndingPart[] = [];
  readonly #begun = new AbortController();
  #whole: Promise<readonly Trouble[]> | undefined;

  /** Aborted when the end begins: nothing new is begun then. */
  get begun(): AbortSignal {
    return this.#begun.signal;
  }

  /** @throws the reason of `begun` when the end has begun: whoever is still starting stops there */
  add(...parts: readonly EndingPart[]): void {
    this.begun.throwIfAborted();
    this.#parts.push(...parts);
  }

  /** Ends all parts, each once however often this is called. Never rejects. */
  begin(): Promise<readonly Trouble[]> {
    return (this.#whole ??= this.#end());
  }

  async #end(): Promise<readonly Trouble[]> {
    this.#begun.abort(new Error('the program is ending'));
    const troubles: Trouble[] = [];
    for (const stage of Object.keys(stages) as Stage[]) {
      const parts = this.#parts.filter((part) => part.stage === stage);
      const ended = await Promise.all(parts.map((part) => endPart(part, stages[stage])));
      troubles.push(...ended.filter((trouble) => trouble !== undefined));
    }
    return troubles;
  }
}

async function endPart(
  { stage, name, end }: EndingPart,
  withinMs: number,
): Promise<Trouble | undefined> {
  const patience = new AbortController();
  const late = new Promise<Trouble>((resolve) => {
    patience.signal.addEventListener('abort', () => {
      resolve({ stage, name });
    });
  });
  const timer = setTimeout(() => {
    patience.abort();
  }, withinMs);
  const ended = async (): Promise<undefined> => {
    await end(patience.signal);
  };
  try {
    // A part that heeds the signal ends in its own way, a moment after it.
    return await Promise.race([ended(), late.then(nextTurn)]);
  } catch (error) {
    return { stage, name, error };
  } finally {
    clearTimeout(timer);
  }
}

function nextTurn(trouble: Trouble): Promise<Trouble> {
  return new Promise((resolve) => setImmediate(resolve, trouble));
}
