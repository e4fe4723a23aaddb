/** The task: one epoch from one checkpoint to the next. The thread keeps nothing that matters. */
import type {
  StepProgress,
  TensorflowBackend,
  TrainEpochResult,
  TrainEpochTask,
} from '../src/runs/protocol.js';
import { useBackend } from './engines/backends.js';
import { trainEpoch } from './engines/epoch.js';
import { initialCheckpoint, networkData } from './network-data.js';

/** At most ten reports a second: more than any chat shows, little enough to cost nothing. */
const REPORT_INTERVAL_MS = 100;

export default async function trainEpochTask(task: TrainEpochTask): Promise<TrainEpochResult> {
  const { settings, progress, stopFlag } = task;
  const engine = await useBackend(task.backend as TensorflowBackend);
  const { data, shape, training, validation } = networkData(settings);
  const stop = new Int32Array(stopFlag);
  let reportedMs = 0;
  const onStep = (step: StepProgress): void => {
    if (step.elapsedMs - reportedMs < REPORT_INTERVAL_MS) return;
    reportedMs = step.elapsedMs;
    progress.postMessage(step);
  };
  const { stopped, ...result } = trainEpoch({
    engine,
    shape,
    task: data.task,
    settings,
    training,
    validation,
    checkpoint: task.checkpoint ?? initialCheckpoint(shape, settings),
    shuffle: true,
    onStep,
    shouldStop: () => Atomics.load(stop, 0) !== 0,
  });
  return { ...result, outcome: stopped ? 'stopped' : 'finished' };
}
