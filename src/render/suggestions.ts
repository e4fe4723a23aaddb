/** What to try next, chosen from a run's own facts. Each changes one thing and keeps the seed. */
import type { MessageKey, MessageParams } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { FitSettings } from '../runs/protocol.js';
import { MAX_BATCH_SIZE, MAX_EPOCHS, MAX_ROW_EPOCHS } from '../runs/limits.js';
import { stepsPerEpoch, type FinishedEpoch, type RunState } from '../runs/run.js';
import { lostLoss } from './run-numbers.js';

/** From the usual 3 to 10 epochs: val_loss is noisy. */
const USUAL_PATIENCE = 5;

export interface Suggestion {
  /** The reason, in a sentence. */
  readonly why: MessageKey;
  /** The change, as a button's label. */
  readonly label: MessageKey;
  readonly params: MessageParams;
  readonly command: string;
}

/** Two suggestions, the most instructive first. */
export function suggestions(state: RunState, data: DataSummary): readonly Suggestion[] {
  const { settings } = state.record;
  const { finished } = state;
  const change = (option: string): string =>
    `/fit like:${state.record.id} ${option} seed:${settings.seed}`;

  if (lostLoss(state) !== undefined) {
    return smallerRates(settings).map((lr) => learningRate('run.next.lrDown', lr, change));
  }
  const fewer = fewerEpochs(finished, change);
  const found = [
    // Early stopping has already kept the best weights.
    ...(fewer && settings.patience === undefined ? [fewer, stopEarly(change)] : []),
    fewer ? undefined : moreEpochs(state, data.rows.training, change),
    higherRate(finished, settings, change),
    otherBatch(data.rows.training, settings.batchSize, change),
    settings.validationSplit === 0 ? addValidation(change) : undefined,
    otherLayers(settings, change),
  ].filter((suggestion) => suggestion !== undefined);
  const labels = found.map(({ label }) => label);
  return found.filter(({ label }, index) => labels.indexOf(label) === index).slice(0, 2);
}

/** Keras' default where that is smaller, then a tenth, then a hundredth: two of them. */
function smallerRates({ optimizer, learningRate }: FitSettings): readonly number[] {
  const usual = optimizer === 'sgd' ? 0.01 : 0.001;
  const rates = [10, 100].map((by) => Number((learningRate / by).toPrecision(3)));
  const all = usual < learningRate ? new Set([usual, ...rates]) : new Set(rates);
  return [...all].slice(0, 2);
}

type Change = (option: string) => string;

/** val_loss turned more than 1 % upwards at least three epochs before the end. */
function fewerEpochs(finished: readonly FinishedEpoch[], change: Change): Suggestion | undefined {
  const losses = finished.map(({ logs }) => logs.valLoss ?? NaN);
  const last = losses.at(-1);
  const lowest = Math.min(...losses);
  const best = finished[losses.indexOf(lowest)];
  if (last === undefined || !best || finished.length - best.epoch < 3) return undefined;
  if (last <= lowest * 1.01) return undefined;
  return epochsChange('run.next.epochsDown', best.epoch, change, { epoch: best.epoch });
}

function stopEarly(change: Change): Suggestion {
  return {
    why: 'run.next.patience',
    label: 'run.next.label.patience',
    params: { patience: USUAL_PATIENCE },
    command: change(`patience:${USUAL_PATIENCE}`),
  };
}

/** The loss fell more than 1 % over the last fifth of the epochs. */
function moreEpochs(state: RunState, rows: number, change: Change): Suggestion | undefined {
  const { finished } = state;
  const { epochs } = state.record.settings;
  const last = finished.at(-1);
  const allowed = Math.min(MAX_EPOCHS, Math.floor(MAX_ROW_EPOCHS / rows));
  if (last?.epoch !== epochs || epochs >= allowed) return undefined;
  if (epochs === 1) return epochsChange('run.next.epochsOne', Math.min(10, allowed), change);
  const earlier = finished.at(-1 - Math.ceil(finished.length / 5)) ?? finished[0];
  if (!earlier || last.logs.loss >= earlier.logs.loss * 0.99) return undefined;
  return epochsChange('run.next.epochsUp', Math.min(epochs * 2, allowed), change);
}

/** From the first epoch to the last the loss moved by less than 2 %. */
function higherRate(
  finished: readonly FinishedEpoch[],
  settings: FitSettings,
  change: Change,
): Suggestion | undefined {
  const first = finished[0];
  const last = finished.at(-1);
  const higher = Number((settings.learningRate * 10).toPrecision(3));
  if (!first || !last || first === last || higher > 1) return undefined;
  if (last.logs.loss < first.logs.loss * 0.98) return undefined;
  return learningRate('run.next.lrUp', higher, change);
}

function otherBatch(rows: number, batchSize: number, change: Change): Suggestion {
  const larger = batchSize * 10;
  const batch =
    larger <= Math.min(rows, MAX_BATCH_SIZE)
      ? larger
      : Math.max(1, Math.floor(Math.min(batchSize, rows) / 10));
  return {
    why: batch > batchSize ? 'run.next.batchUp' : 'run.next.batchDown',
    label: 'run.next.label.batch',
    params: {
      batch,
      steps: stepsPerEpoch(rows, batch),
      stepsNow: stepsPerEpoch(rows, batchSize),
    },
    command: change(`batch:${batch}`),
  };
}

function addValidation(change: Change): Suggestion {
  return {
    why: 'run.next.validation',
    label: 'run.next.label.validation',
    params: { validation: '0.2' },
    command: change('validation:0.2'),
  };
}

function otherLayers({ layers }: FitSettings, change: Change): Suggestion {
  const wider = layers.length > 0 && Math.max(...layers) >= 32 ? '6,6' : '32,16';
  return {
    why: 'run.next.layers',
    label: 'run.next.label.layers',
    params: { layers: wider },
    command: change(`layers:${wider}`),
  };
}

function learningRate(why: MessageKey, lr: number, change: Change): Suggestion {
  return {
    why,
    label: 'run.next.label.lr',
    params: { lr: String(lr) },
    command: change(`lr:${lr}`),
  };
}

function epochsChange(
  why: MessageKey,
  epochs: number,
  change: Change,
  params: MessageParams = {},
): Suggestion {
  return {
    why,
    label: 'run.next.label.epochs',
    params: { ...params, epochs },
    command: change(`epochs:${epochs}`),
  };
}
