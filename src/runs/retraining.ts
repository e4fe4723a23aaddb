/**
 * Trains a run that is over once more, to get its weights after some of its epochs, which are not stored
 * anywhere. Every epoch must match what the run recorded, bit for bit.
 */
import { UserError } from '../errors.js';
import type { TrainingPool } from './ports.js';
import type { Checkpoint, TrainedEpoch, TrainResult } from './protocol.js';
import type { FinishedEpoch, RunState } from './run.js';
import type { FairScheduler } from './scheduler.js';

export interface RetrainingTools {
  readonly pool: Pick<TrainingPool, 'train'>;
  readonly scheduler: FairScheduler;
}

export interface Retraining {
  readonly state: RunState;
  /** The weights that the run ended with. */
  readonly weights: Float32Array;
  /** Whose turns it takes among everybody who trains. */
  readonly userId: string;
  /** Finished epochs in ascending order, the last one among them. */
  readonly wanted: readonly number[];
}

/** How long it trains before others get a turn, in ms. */
const SLICE_MS = 200;

/**
 * @returns the weights after each of the wanted epochs
 * @throws UserError when an epoch comes out differently, or `closing` fires first
 */
export async function retrained(
  { state, weights, userId, wanted }: Retraining,
  { pool, scheduler }: RetrainingTools,
  closing: AbortSignal,
): Promise<readonly Float32Array[]> {
  const { record, finished, backend = 'fused' } = state;
  const { id: run, settings } = record;
  const valLosses = finished.map(({ logs }) => logs.valLoss ?? NaN);
  const found: Float32Array[] = [];
  let checkpoint: Checkpoint | null = null;
  for (const epochs of wanted) {
    while (!checkpoint || checkpoint.epoch < epochs) {
      const from: Checkpoint | null = checkpoint;
      const done = from?.epoch ?? 0;
      const task: Parameters<TrainingPool['train']>[0] = {
        ...{ settings: { ...settings, epochs }, backend, checkpoint: from, forMs: SLICE_MS },
        valLosses: settings.patience === undefined ? [] : valLosses.slice(0, done),
      };
      const result: TrainResult | undefined = await scheduler.run(
        userId,
        closing,
        (turn) => pool.train(task, () => undefined, closing, turn),
        SLICE_MS,
      );
      if (!result?.checkpoint || result.brokenOff) throw new UserError('error.closing');
      result.epochs.forEach((again, index) => {
        refuseOther(run, again, finished[done + index]);
      });
      ({ checkpoint } = result);
    }
    found.push(checkpoint.weights);
  }
  if (checkpoint && !isSame(endOf(state, checkpoint), weights)) {
    throw new UserError('error.filmWeights', { run });
  }
  return found;
}

function refuseOther(run: string, again: TrainedEpoch, before: FinishedEpoch | undefined): void {
  const keys = ['loss', 'metric', 'valLoss', 'valMetric'] as const;
  if (before && keys.every((key) => Object.is(again.logs[key], before.logs[key]))) return;
  throw new UserError('error.filmDiffers', {
    ...{ run, epoch: before?.epoch ?? 0, again: String(again.logs.loss) },
    before: String(before?.logs.loss),
  });
}

/** The weights that the run ended with; undefined where it ended inside an epoch. */
function endOf(
  { phase, current }: RunState,
  { weights, best }: Checkpoint,
): Float32Array | undefined {
  if (current) return undefined;
  return phase === 'completed' ? (best ?? weights) : weights;
}

function isSame(again: Float32Array | undefined, before: Float32Array): boolean {
  if (!again) return true;
  return (
    again.length === before.length && again.every((weight, at) => Object.is(weight, before[at]))
  );
}
