/**
 * A platform's status. `connecting`: unreachable at the moment, being retried. `refused`:
 * only the operator can fix it, the log says how; no more retries.
 */
export type PlatformState = 'connecting' | 'serving' | 'refused';

/** A platform's state, set by its adapter. */
export class PlatformStatus {
  /** Resolves when the platform is refused; usually never. */
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

  /** A refusal is final: later changes are ignored. */
  tell(state: PlatformState): void {
    if (this.#state === 'refused') return;
    this.#state = state;
    if (state === 'refused') this.#resolveRefused();
  }
}
