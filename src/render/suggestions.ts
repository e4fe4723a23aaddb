/** What to try next, chosen from a run's own facts. Each changes one thing and keeps the seed. */
import type { MessageKey, MessageParams } from '../content/translator.js';
import type { DataSummary, FitSettings } from '../runs/protocol.js';
import { stepsPerEpoch, type FinishedEpoch, type RunState } from '../runs/run.js';
import { lostLoss } from './run-numbers.js';

export interface Suggestion {
  /** Says why, in a sentence. */
  readonly why: MessageKey;
  /** Names the change, for a button. */
  readonly label: MessageKey;
  readonly params: MessageParams;
  readonly command: string;
}

/** `/fit` takes no more. */
const mostEpochs = 500;
const mostBatch = 100_000;

/** Two suggestions, the most telling first; fewer only where a run has nothing to tell. */
export function suggestions(state: RunState, data: DataSummary): readonly Suggestion[] {
  const { settings } = state.record;
  const { finished } = state;
  const change = (option: string): string =>
    `/fit like:${state.record.id} ${option} seed:${settings.seed}`;

  if (lostLoss(state) !== undefined) {
    const smaller = [10, 100].map((by) => Number((settings.learningRate / by).toPrecision(3)));
    return smaller.map((lr) => learningRate('run.next.lrDown', lr, change));
  }
  const found = [
    fewerEpochs(finished, change),
    moreEpochs(finished, settings, change),
    higherRate(finished, settings, change),
    otherBatch(data.rows.training, settings.batchSize, change),
    settings.validationSplit === 0 ? addValidation(change) : undefined,
    otherLayers(settings, change),
  ].filter((suggestion) => suggestion !== undefined);
  const labels = found.map(({ label }) => label);
  return found.filter(({ label }, index) => labels.indexOf(label) === index).slice(0, 2);
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

/** The loss fell more than 1 % over the last fifth of the epochs. */
function moreEpochs(
  finished: readonly FinishedEpoch[],
  settings: FitSettings,
  change: Change,
): Suggestion | undefined {
  const last = finished.at(-1);
  if (last?.epoch !== settings.epochs || settings.epochs >= mostEpochs) return undefined;
  if (settings.epochs === 1) return epochsChange('run.next.epochsOne', 10, change);
  const earlier = finished.at(-1 - Math.ceil(finished.length / 5)) ?? finished[0];
  if (!earlier || last.logs.loss >= earlier.logs.loss * 0.99) return undefined;
  return epochsChange('run.next.epochsUp', Math.min(mostEpochs, settings.epochs * 2), change);
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
    larger <= Math.min(rows, mostBatch)
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
