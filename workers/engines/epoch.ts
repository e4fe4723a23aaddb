/** One epoch: an engine's stretches, timed and reported, then validation. Independent of files, threads and screens. */
import type { Checkpoint, StepProgress, TrainedEpoch } from '../../src/runs/protocol.js';
import type { Engine, Rows, Training } from './engine.js';

export interface EpochJob {
  readonly engine: Engine;
  readonly training: Training;
  readonly validation: Rows;
  readonly checkpoint: Checkpoint;
  /** Called after every stretch. */
  readonly onProgress: (progress: StepProgress) => void;
  readonly shouldStop: () => boolean;
}

export interface EpochOutcome extends TrainedEpoch {
  readonly stopped: boolean;
  /** Without `best`, which involves more than one epoch. */
  readonly checkpoint: Checkpoint;
}

/** Target duration of a stretch: a stop is noticed within two of them. */
const STRETCH_MS = 10;

export function trainEpoch(job: EpochJob): EpochOutcome {
  const { engine, training, validation, checkpoint } = job;
  const startMs = performance.now();
  const number = checkpoint.epoch + 1;
  const epoch = engine.begin(training, checkpoint);
  const rows = training.rows.y.length;
  let steps = 0;
  let firstStepMs = 0;
  let stretch = 1;
  let stopped = false;
  for (;;) {
    const stretchMs = performance.now();
    steps += epoch.train(stretch);
    const nowMs = performance.now();
    const elapsedMs = nowMs - startMs;
    if (firstStepMs === 0) firstStepMs = elapsedMs;
    const sums = epoch.sums();
    job.onProgress({
      epoch: number,
      step: steps,
      loss: sums.loss / sums.rows,
      metric: sums.metric / sums.rows,
      elapsedMs,
      firstStepMs,
    });
    if (sums.rows >= rows) break;
    stopped = job.shouldStop();
    if (stopped) break;
    stretch = nextStretch(stretch, nowMs - stretchMs);
  }
  const sums = epoch.sums();
  const state = epoch.state();
  const validated =
    stopped || validation.y.length === 0
      ? undefined
      : engine.evaluate(training.network, state.weights, validation);
  return {
    stopped,
    logs: {
      loss: sums.loss / sums.rows,
      metric: sums.metric / sums.rows,
      ...(validated && { valLoss: validated.loss, valMetric: validated.metric }),
    },
    steps,
    elapsedMs: performance.now() - startMs,
    firstStepMs,
    checkpoint: { epoch: stopped ? checkpoint.epoch : number, ...state },
  };
}

/** As many steps as fit in `STRETCH_MS` at the last stretch's speed, growing at most eightfold at a time. */
export function nextStretch(steps: number, tookMs: number): number {
  const fitting = Math.floor((steps * STRETCH_MS) / Math.max(tookMs, 1e-3));
  return Math.max(1, Math.min(steps * 8, fitting));
}
