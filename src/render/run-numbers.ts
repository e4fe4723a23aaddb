/** Counts and times that a run's words are made of. Training's own: waiting is never in them. */
import type { DataSummary } from '../runs/dataset.js';
import type { EpochLogs } from '../runs/protocol.js';
import { stepsPerEpoch, type FinishedEpoch, type RunState } from '../runs/run.js';

export interface RunNumbers {
  readonly epochs: number;
  /** The epoch under way or, between epochs, the last one that ended; 0 before the first. */
  readonly epoch: number;
  /** Iterations made in that epoch. */
  readonly step: number;
  /** Iterations of a whole epoch. */
  readonly steps: number;
  /** Rows in the last batch of an epoch. */
  readonly lastBatchRows: number;
  /** Weight updates made, and of a whole run. */
  readonly updates: number;
  readonly allUpdates: number;
  /** Sum of the epochs' own times, an unfinished one included. */
  readonly trainingMs: number;
  /** Of the epoch under way if it has reported, else of the last one that ended. */
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

/** The first loss that is no number any more; from there on no epoch can repair the weights. */
export function lostLoss(state: RunState): number | undefined {
  const losses = state.finished.map(({ logs }) => logs.loss);
  if (state.current?.progress) losses.push(state.current.progress.loss);
  return losses.find((loss) => !Number.isFinite(loss));
}

/**
 * When a run should end (Unix ms) if all its iterations take as long as those made so far, and its epochs,
 * where they come late because others train, as long as the latest with all waiting.
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
 * What is left of a run whose epochs come late, in ms of the learner's time: its epochs to come, each as
 * long as the latest were with all waiting. Undefined when it is not late, or has none to come.
 */
export function remainingMs({ delay, finished, record }: RunState): number | undefined {
  const left = record.settings.epochs - finished.length;
  return delay && left > 0 ? left * delay.epochMs : undefined;
}
