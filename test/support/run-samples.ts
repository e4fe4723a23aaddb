/** Sample settings and data for runs: the lesson's, small where size does not matter. */
import type { DataSummary } from '../../src/runs/dataset.js';
import type { FitSettings } from '../../src/runs/protocol.js';

export function settings(more: Partial<FitSettings> = {}): FitSettings {
  return {
    dataset: { kind: 'builtin', name: 'churn' },
    epochs: 3,
    batchSize: 10,
    validationSplit: 0,
    layers: [6, 6],
    activation: 'relu',
    optimizer: 'adam',
    learningRate: 0.001,
    seed: 42,
    pace: 'fast',
    ...more,
  };
}

export function summary(trainingRows = 8000): DataSummary {
  return {
    name: 'churn',
    target: 'Exited',
    task: 'binary',
    metric: 'accuracy',
    rows: {
      read: trainingRows + 2000,
      dropped: 0,
      filled: 0,
      training: trainingRows,
      validation: 0,
      test: 2000,
    },
    inputs: 11,
    outputs: 1,
    classes: ['0', '1'],
    leftOut: [],
    baseline: 0.796,
  };
}

/** Data with a plane to draw. */
export function twoNumberInputs(): DataSummary {
  const number = { kind: 'number', distinct: 50, gaps: 0, examples: [] } as const;
  return {
    ...summary(),
    ...{ name: 'circles', target: 'circle', inputs: 2, classes: ['inner', 'outer'], leftOut: [] },
    columns: [
      { name: 'x', ...number },
      { name: 'y', ...number },
      { name: 'circle', ...number, kind: 'category' },
    ],
  };
}
