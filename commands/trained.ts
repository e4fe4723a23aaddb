/** A run with its current weights, for asking its network, or exporting it. */
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
  /** From the last finished epoch, or from the best one if early stopping ended the run. */
  readonly checkpoint: Checkpoint;
}

/** @throws UserError when there is no such run, it has no weights yet, or its inputs have changed */
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
  // A finished run without weights was started by a version that did not store them.
  if (!checkpoint && isOver(run) && run.finished.length > 0) {
    const { seed } = record.settings;
    throw new UserError('error.weightsGone', { run: record.id, seed: String(seed) });
  }
  if (!data || !checkpoint) throw new UserError('error.noWeights', { run: record.id });
  return { run: { ...run, data }, checkpoint };
}
