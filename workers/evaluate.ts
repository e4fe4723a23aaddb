/** The task: loss and metric of a checkpoint's weights on the held-out test rows. */
import type { EvaluateTask, TensorflowBackend, TestResult } from '../src/runs/protocol.js';
import { useBackend } from './engines/backends.js';
import { evaluate } from './engines/epoch.js';
import { networkData } from './network-data.js';

export default async function evaluateTask(task: EvaluateTask): Promise<TestResult> {
  const engine = await useBackend(task.backend as TensorflowBackend);
  const { data, shape, test } = networkData(task.settings);
  return evaluate(engine, shape, data.task, task.checkpoint.weights, test);
}
