/** The task: loss and metric of a checkpoint's weights on the held-out test rows. */
import type { EvaluateTask, TestResult } from '../src/runs/protocol.js';
import { engineFor } from './engines/engines.js';
import { networkData } from './network-data.js';

export default async function evaluate(task: EvaluateTask): Promise<TestResult> {
  const engine = await engineFor(task.backend);
  const { network, test } = networkData(task.settings);
  return engine.evaluate(network, task.checkpoint.weights, test);
}
