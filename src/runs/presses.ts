/** Repeated presses of the same button by the same person: only the first begins something. */
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors.js';
import type { RunRecord } from './ports.js';
import type { FitSettings } from './protocol.js';

/** In less time nobody reads the run that begins and decides to start another; a nervous finger does. */
const SAME_PRESS_MS = 5_000;

interface Begun {
  readonly atMs: number;
  /** Undefined: it is not named yet. */
  runId: string | undefined;
}

export class Presses {
  readonly #begun = new Map<string, Begun>();
  #earlier: readonly RunRecord[] = [];

  /** @param monotonicMs a clock that nobody sets */
  constructor(private readonly monotonicMs: () => number) {}

  /** @throws UserError naming the run that the press just before has begun */
  refuseSecond(press: string | undefined): void {
    this.#forgetOld();
    const begun = press === undefined ? undefined : this.#begun.get(press);
    if (!begun) return;
    if (begun.runId === undefined) throw new UserError('error.pressedJustNow');
    throw new UserError('error.pressedTwice', { run: begun.runId });
  }

  /**
   * Does what a press asks for, once; a failed try may be repeated at once.
   * @param begin is given a callback to tell the run's id as soon as there is one
   * @throws UserError like `refuseSecond`
   */
  async once<T>(
    press: string | undefined,
    begin: (named: (runId: string) => void) => Promise<T>,
  ): Promise<T> {
    if (press === undefined) return begin(() => undefined);
    this.refuseSecond(press);
    const begun: Begun = { atMs: this.monotonicMs(), runId: undefined };
    this.#begun.set(press, begun);
    try {
      return await begin((runId) => {
        begun.runId = runId;
      });
    } catch (error) {
      this.#begun.delete(press);
      throw error;
    }
  }

  /**
   * A run that an earlier process began: which button was pressed for it is no longer known, but its
   * settings are.
   */
  remember(record: RunRecord): void {
    this.#earlier = [...this.#earlier, record];
  }

  /**
   * The second press may come after a restart, from somebody who saw nothing happen.
   * @throws UserError naming the run that an earlier process began just before with the same settings
   */
  refuseEarlier(
    press: string | undefined,
    { ownerId, settings }: Pick<RunRecord, 'ownerId' | 'settings'>,
    nowMs: number,
  ): void {
    this.#earlier = this.#earlier.filter(({ createdAtMs }) => createdAtMs > nowMs - SAME_PRESS_MS);
    if (press === undefined) return;
    const same = this.#earlier.find(
      (run) =>
        run.ownerId === ownerId && isDeepStrictEqual(unseeded(run.settings), unseeded(settings)),
    );
    if (same) throw new UserError('error.pressedTwice', { run: same.id });
  }

  #forgetOld(): void {
    const before = this.monotonicMs() - SAME_PRESS_MS;
    for (const [press, { atMs }] of this.#begun) {
      if (atMs < before) this.#begun.delete(press);
    }
  }
}

/** Without the seed, which is drawn anew for each press. */
function unseeded({ seed: _, ...settings }: FitSettings): Omit<FitSettings, 'seed'> {
  return settings;
}
