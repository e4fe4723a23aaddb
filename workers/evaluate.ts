/**
 * The task: loss and metric of a checkpoint's weights on the held-out test rows, and separately for each class where
 * one number hides which ones it gets wrong.
 */
import type { EvaluateTask, TestResult } from '../src/runs/protocol.js';
import type { Rows } from './engines/engine.js';
import { confusionOf } from './confusion.js';
import { engineFor } from './engines/engines.js';
import { networkData } from './network-data.js';

export default async function evaluate(task: EvaluateTask): Promise<TestResult> {
  const engine = await engineFor(task.backend);
  const { network, test, rareClass } = networkData(task.settings);
  const { weights } = task.checkpoint;
  const result = engine.evaluate(network, weights, test);
  if (rareClass === undefined && network.task !== 'multiclass') return result;
  const confusion = confusionOf(engine.answer(network, weights, test), test.y);
  const counted = { ...result, ...(confusion && { confusion }) };
  if (rareClass === undefined) return counted;
  const rows = rowsOfClass(test, rareClass);
  const count = rows.y.length;
  // For rows of a single class, the accuracy is its recall.
  const found = count > 0 ? Math.round(engine.evaluate(network, weights, rows).metric * count) : 0;
  return { ...counted, rare: { class: rareClass, rows: count, found } };
}

function rowsOfClass({ x, y }: Rows, wanted: number): Rows {
  const width = x.length / y.length;
  const chosen = [...y.keys()].filter((row) => y[row] === wanted);
  const picked = new Float32Array(chosen.length * width);
  for (const [index, row] of chosen.entries()) {
    picked.set(x.subarray(row * width, (row + 1) * width), index * width);
  }
  return { x: picked, y: new Float32Array(chosen.length).fill(wanted) };
}
