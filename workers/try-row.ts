/** The desk's task: a run's network's answer for a made-up row. */
import { workerData } from 'node:worker_threads';
import type { MessageKey, MessageParams } from '../src/content/translator.js';
import { askRow, type AskedRow } from '../src/datasets/asked/asked-row.js';
import { UserError } from '../src/errors.js';
import type { Trial, TrialTask } from '../src/runs/trial.js';
import { weightCount } from './engines/layers.js';
import { predict } from './engines/predict.js';

/** A `UserError` as data: an error that crosses threads loses its class. */
type TryRowResult =
  | { readonly ok: true; readonly trial: Trial }
  | { readonly ok: false; readonly key: MessageKey; readonly params: MessageParams };

/** Runs in a thread started with `workerData: { dataDir }`. */
export default function tryRow({ run, settings, weights, asked }: TrialTask): TryRowResult {
  const { dataDir } = workerData as { readonly dataDir: string };
  try {
    const row = askRow(settings.dataset, settings.validationSplit, asked, dataDir);
    const units = [row.x.length, ...settings.layers, row.outputs];
    if (weightCount(units) !== weights.length) throw new UserError('error.otherInputs', { run });
    const network = { units, activation: settings.activation, task: row.task };
    const outputs = predict(network, weights, row.x);
    const { columns, nearest } = row;
    return { ok: true, trial: { columns, nearest, answer: answerOf(row, outputs) } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, key: error.key, params: error.params };
  }
}

function answerOf({ task, amountOf }: AskedRow, outputs: readonly number[]): Trial['answer'] {
  const [first = 0] = outputs;
  if (task === 'regression') return { kind: 'amount', value: amountOf(first) };
  const probabilities = task === 'binary' ? [1 - first, first] : outputs;
  return { kind: 'classes', probabilities };
}
