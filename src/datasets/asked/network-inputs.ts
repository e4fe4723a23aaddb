/** A network's inputs and encoded test rows, for exporting it. */
import type { DatasetRef, TaskType } from '../../runs/dataset.js';
import type { ModelSample } from '../../runs/trial.js';
import { shown } from '../../content/shown.js';
import { readTable } from '../load.js';
import { readColumns } from '../prepare/columns.js';
import { encodeInputs, scaleOf, standardise } from '../prepare/inputs.js';
import { layOut } from '../prepare/prepare.js';

export interface NetworkInputs extends Pick<ModelSample, 'inputs' | 'target'> {
  readonly task: TaskType;
  readonly outputs: number;
  readonly testRows: readonly Float32Array[];
}

/** Enough to check that two networks are the same. */
const TEST_ROWS = 5;

/** @throws UserError when the table cannot be read */
export function networkInputs(dataset: DatasetRef, dataDir: string): NetworkInputs {
  const { table, choices } = readTable(dataset, dataDir);
  const { target, chosen, order, split } = layOut(readColumns(table), choices);
  const { trainRows } = split;
  const inputs = chosen.inputs.flatMap((column): ModelSample['inputs'] => {
    const scale = scaleOf(column, order, trainRows);
    const name = shown(scale.name);
    if (scale.kind === 'number') return [{ name, mean: scale.mean, deviation: scale.deviation }];
    return scale.levels.slice(1).map((level) => ({ name, level: shown(level) }));
  });
  const x = encodeInputs(chosen.inputs, order, trainRows);
  const testRows = Array.from(order.subarray(trainRows).slice(0, TEST_ROWS), (_, index) => {
    const start = (trainRows + index) * inputs.length;
    return x.slice(start, start + inputs.length);
  });
  const goals = Float64Array.from(split.order, (index) => target.values[index] ?? 0);
  const { mean, deviation } = standardise(goals, trainRows);
  return {
    ...{ inputs, testRows, task: target.task },
    outputs: target.task === 'multiclass' ? target.classes.length : 1,
    ...(target.task === 'regression' && { target: { mean, deviation } }),
  };
}
