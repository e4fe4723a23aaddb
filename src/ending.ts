/**
 * Coordinates the shutdown. Parts end stage by stage, in the order in which they are
 * no longer needed; each is told when its time is up, and whatever has not ended by then is abandoned. So
 * the program ends on time whatever platforms, threads and disk do. The time limits are defined only here.
 */

/**
 * The stages in order, and how long each may take, in ms: 4.4 s in all. `docker stop` gives 10 s; five
 * is what we promise, and the remainder is for exiting the process (`end-process.ts`).
 */
const stages = {
  /** Runs stop: the current epoch may finish, otherwise it is interrupted. */
  runs: 2_000,
  /** Runs that have just ended show it. */
  lastWords: 1_000,
  threads: 400,
  /** Answers in flight are delivered; connections are closed. */
  platforms: 800,
  /** Last, when nothing is writing any longer. */
  storage: 200,
} as const;

export type Stage = keyof typeof stages;

export interface EndingPart {
  readonly stage: Stage;
  /** Its name in the log: `study room`. */
  readonly name: string;
  /** @param timeIsUp aborted when it is abandoned: then it must not wait any longer */
  readonly end: (timeIsUp: AbortSignal) => Promise<void> | void;
}

/** A part that did not end properly. */
export interface Trouble extends Pick<EndingPart, 'stage' | 'name'> {
  /** Missing: it timed out. */
  readonly error?: unknown;
}

export class Ending {
  readonly #parts: EndingPart[] = [];
  readonly #begun = new AbortController();
  #whole: Promise<readonly Trouble[]> | undefined;

  /** Aborted when the shutdown starts: nothing new is started then. */
  get begun(): AbortSignal {
    return this.#begun.signal;
  }

  /** @throws the reason of `begun` once the shutdown has started: stops code that is still starting up */
  add(...parts: readonly EndingPart[]): void {
    this.begun.throwIfAborted();
    this.#parts.push(...parts);
  }

  /** Ends all parts; idempotent. Never rejects. */
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
    // A part that listens to the signal ends by itself a moment later.
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
