/** The task: trains epochs from one checkpoint to another. The thread keeps no state. */
import { parentPort } from 'node:worker_threads';
import { earlyStopping } from '../src/runs/early-stopping.js';
import type {
  Checkpoint,
  StepProgress,
  StepReport,
  TrainedEpoch,
  TrainResult,
  TrainTask,
} from '../src/runs/protocol.js';
import { initialCheckpoint } from './engines/checkpoint.js';
import { engineFor } from './engines/engines.js';
import { trainEpoch } from './engines/epoch.js';
import { networkData } from './network-data.js';

/** At most ten reports a second: more than any chat shows, and cheap. */
const REPORT_INTERVAL_MS = 100;

export default async function trainEpochs(task: TrainTask): Promise<TrainResult> {
  const { settings, number, forMs } = task;
  const startMs = performance.now();
  const engine = await engineFor(task.backend);
  const { network, training, validation } = networkData(settings);
  const stop = new Int32Array(task.stopFlag);
  const shouldStop = (): boolean => Atomics.load(stop, 0) !== 0;
  const epochs: TrainedEpoch[] = [];
  const valLosses = [...task.valLosses];
  let checkpoint = task.checkpoint;
  for (;;) {
    let reportedMs = 0;
    const {
      stopped,
      checkpoint: reached,
      ...epoch
    } = trainEpoch({
      engine,
      training: { network, rows: training, settings, shuffle: true },
      validation,
      checkpoint: checkpoint ?? initialCheckpoint(network.units, settings),
      onProgress: (step: StepProgress): void => {
        if (step.elapsedMs - reportedMs < REPORT_INTERVAL_MS) return;
        reportedMs = step.elapsedMs;
        parentPort?.postMessage({ task: number, progress: step } satisfies StepReport);
      },
      shouldStop,
    });
    if (stopped) return { epochs, checkpoint, brokenOff: { epoch, checkpoint: reached } };
    epochs.push(epoch);
    if (epoch.logs.valLoss !== undefined) valLosses.push(epoch.logs.valLoss);
    checkpoint = withBest(reached, checkpoint, valLosses, settings.patience);
    const isOver =
      reached.epoch >= settings.epochs ||
      (settings.patience !== undefined && earlyStopping(valLosses, settings.patience).isDue);
    const nextEndsMs = performance.now() - startMs + epoch.elapsedMs;
    if (isOver || nextEndsMs > forMs || shouldStop()) return { epochs, checkpoint };
  }
}

/** The checkpoint with the best epoch's weights, which may be its own weights. */
function withBest(
  reached: Checkpoint,
  before: Checkpoint | null,
  valLosses: readonly number[],
  patience: number | undefined,
): Checkpoint {
  if (patience === undefined) return reached;
  const isBest = earlyStopping(valLosses, patience).bestEpoch === valLosses.length;
  const best = isBest ? reached.weights : before?.best;
  return best ? { ...reached, best } : reached;
}
