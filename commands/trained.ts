/** A run with the weights that it has learned so far: what a network can be asked by, or handed over as. */
import type { CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { DataSummary } from '../src/runs/dataset.js';
import type { Checkpoint } from '../src/runs/protocol.js';
import { isReadAsNow } from '../src/runs/reading.js';
import { isOver, type RunState } from '../src/runs/run.js';
import { namedOrNewestRun } from './find-run.js';
import type { Services } from './services.js';

export interface Trained {
  readonly run: RunState & { readonly data: DataSummary };
  /** Of the last epoch that ended; of the best one, where early stopping ended the run. */
  readonly checkpoint: Checkpoint;
}

/** @throws UserError when there is no such run, it has learned nothing yet, or its inputs are others now */
export async function trainedRun(
  id: string | undefined,
  context: CommandContext,
  services: Services,
): Promise<Trained> {
  const run = await namedOrNewestRun(id, context, services);
  if (!run) throw new UserError('error.noRuns');
  const { record, data } = run;
  if (!isReadAsNow(record.settings.dataset)) {
    throw new UserError('error.otherInputs', { run: record.id });
  }
  const checkpoint = await services.weights(record.id);
  // What is over has learned all that it will: versions that kept no weights began it.
  if (!checkpoint && isOver(run) && run.finished.length > 0) {
    const { seed } = record.settings;
    throw new UserError('error.weightsGone', { run: record.id, seed: String(seed) });
  }
  if (!data || !checkpoint) throw new UserError('error.noWeights', { run: record.id });
  return { run: { ...run, data }, checkpoint };
}
