/** Counts and times for a run's text. Training time only: waiting is never included. */
import type { DataSummary } from '../runs/dataset.js';
import type { EpochLogs } from '../runs/protocol.js';
import { stepsPerEpoch, type FinishedEpoch, type RunState } from '../runs/run.js';

export interface RunNumbers {
  readonly epochs: number;
  /** The current epoch or, between epochs, the last one that ended; 0 before the first. */
  readonly epoch: number;
  /** Iterations done in that epoch. */
  readonly step: number;
  /** Iterations in a whole epoch. */
  readonly steps: number;
  /** Rows in the last batch of an epoch. */
  readonly lastBatchRows: number;
  /** Weight updates done, and in the whole run. */
  readonly updates: number;
  readonly allUpdates: number;
  /** Sum of the epochs' own times, including an unfinished one. */
  readonly trainingMs: number;
  /** From the current epoch if it has reported, else from the last one that ended. */
  readonly logs?: EpochLogs;
}

export function runNumbers(state: RunState, data: DataSummary): RunNumbers {
  const { settings } = state.record;
  const rows = data.rows.training;
  const steps = stepsPerEpoch(rows, settings.batchSize);
  const last = state.finished.at(-1);
  const progress = state.current?.progress;
  const finishedSteps = state.finished.reduce((sum, epoch) => sum + epoch.steps, 0);
  const logs = progress ?? last?.logs;
  return {
    epochs: settings.epochs,
    epoch: state.current?.epoch ?? last?.epoch ?? 0,
    step: state.current ? (progress?.step ?? 0) : (last?.steps ?? 0),
    steps,
    lastBatchRows: rows - (steps - 1) * settings.batchSize,
    updates: finishedSteps + (progress?.step ?? 0),
    allUpdates: steps * settings.epochs,
    trainingMs: epochsMs(state.finished) + (progress?.elapsedMs ?? 0),
    ...(logs && { logs }),
  };
}

/** Sum of the epochs' own times. */
export function epochsMs(finished: readonly FinishedEpoch[]): number {
  return finished.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
}

/** The first loss that is not finite; from there on no epoch can repair the weights. */
export function lostLoss(state: RunState): number | undefined {
  const losses = state.finished.map(({ logs }) => logs.loss);
  if (state.current?.progress) losses.push(state.current.progress.loss);
  return losses.find((loss) => !Number.isFinite(loss));
}

/**
 * A run's estimated end (Unix ms) if all its iterations take as long as those so far, and its epochs,
 * if they are delayed because others train, as long as the latest ones including waiting.
 */
export function expectedEndMs(state: RunState): number {
  const { data, startedAtMs = 0 } = state;
  if (!data) return startedAtMs;
  const { trainingMs, updates, allUpdates } = runNumbers(state, data);
  const alone = updates > 0 ? (trainingMs / updates) * allUpdates : 0;
  const withOthers = (state.delay?.epochMs ?? 0) * state.record.settings.epochs;
  return startedAtMs + Math.max(alone, withOthers);
}

/**
 * The remaining wall time of a run whose epochs are delayed, in ms: its remaining epochs, each as
 * long as the latest ones including waiting. Undefined when it is not delayed, or has none left.
 */
export function remainingMs({ delay, finished, record }: RunState): number | undefined {
  const left = record.settings.epochs - finished.length;
  return delay && left > 0 ? left * delay.epochMs : undefined;
}
