/** Stores each of a run's epochs once and in order, whoever trained them, and however often. */
import type { Checkpoint, RunEvent } from './protocol.js';

/** The epochs are not the next ones after those stored: the result came twice, or too late. */
export class EpochRefusedError extends Error {
  override readonly name = 'EpochRefusedError';

  constructor(
    /** How many epochs are stored. */
    readonly finished: number,
    given: string,
  ) {
    super(`epoch ${finished + 1} comes next, not ${given}`);
  }
}

/**
 * @param finished how many epochs of the run are stored
 * @param checkpoint replaces the run's
 * @returns undefined where the epochs that end are the next ones, and the checkpoint follows them
 */
export function refusalOf(
  finished: number,
  events: readonly RunEvent[],
  checkpoint: Checkpoint | undefined,
): EpochRefusedError | undefined {
  const ended = events.flatMap((event) => (event.kind === 'epoch-ended' ? [event.epoch] : []));
  if (ended.length === 0) return undefined;
  const isNext = ended.every((epoch, index) => epoch === finished + index + 1);
  if (!isNext) return new EpochRefusedError(finished, ended.join(', '));
  if (checkpoint && checkpoint.epoch !== finished + ended.length) {
    return new EpochRefusedError(finished, `a checkpoint of ${checkpoint.epoch}`);
  }
  return undefined;
}
