/** The desk's task: a run's network's inputs, and its answers for some of its test rows. */
import { workerData } from 'node:worker_threads';
import type { MessageKey, MessageParams } from '../src/content/translator.js';
import { networkInputs } from '../src/datasets/asked/network-inputs.js';
import { UserError } from '../src/errors.js';
import type { ModelSample, TrialTask } from '../src/runs/trial.js';
import { weightCount } from './engines/layers.js';
import { predict } from './engines/predict.js';

/** A `UserError` as data: an error that crosses threads loses its class. */
type SampleModelResult =
  | { readonly ok: true; readonly sample: ModelSample }
  | { readonly ok: false; readonly key: MessageKey; readonly params: MessageParams };

/** Runs in a thread started with `workerData: { dataDir }`. */
export default function sampleModel({
  run,
  settings,
  weights,
}: Omit<TrialTask, 'asked'>): SampleModelResult {
  const { dataDir } = workerData as { readonly dataDir: string };
  try {
    const { testRows, outputs, ...about } = networkInputs(settings.dataset, dataDir);
    const units = [about.inputs.length, ...settings.layers, outputs];
    if (weightCount(units) !== weights.length) throw new UserError('error.otherInputs', { run });
    const network = { units, activation: settings.activation, task: about.task };
    const rows = testRows.map((x) => ({ x: [...x], answer: predict(network, weights, x) }));
    return { ok: true, sample: { ...about, units, rows } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, key: error.key, params: error.params };
  }
}
