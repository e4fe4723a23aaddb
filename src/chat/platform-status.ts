/**
 * How a platform stands. `connecting`: not reached at the moment, it is being tried again. `refused`:
 * only whoever runs the program can mend it, the log says how; nothing is tried any more.
 */
export type PlatformState = 'connecting' | 'serving' | 'refused';

/** A platform's state as its adapter tells it. */
export class PlatformStatus {
  /** Resolves when the platform is refused; mostly never. */
  readonly refused: Promise<void>;
  #state: PlatformState = 'connecting';
  #resolveRefused: () => void = () => undefined;

  constructor() {
    this.refused = new Promise((resolve) => {
      this.#resolveRefused = resolve;
    });
  }

  get state(): PlatformState {
    return this.#state;
  }

  /** A refusal is for good: what is told after it changes nothing. */
  tell(state: PlatformState): void {
    if (this.#state === 'refused') return;
    this.#state = state;
    if (state === 'refused') this.#resolveRefused();
  }
}
