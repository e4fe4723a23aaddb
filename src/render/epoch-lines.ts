/** One epoch of a run as lines of fixed-width text, in either view. */
import { exponent, metricValue } from './keras-numbers.js';
import {
  cells,
  counter,
  progressBar,
  remainingText,
  timesText,
  type BarState,
} from './progress-bar.js';
import { stepsPerEpoch, type FinishedEpoch } from '../runs/run.js';
import type { DataSummary, MetricName } from '../runs/dataset.js';
import type { EpochLogs, FitSettings, StepProgress } from '../runs/protocol.js';
import type { View } from './view.js';

/** About where phones wrap code. */
const compactColumns = 28;
const compactCells = 10;

/** The parts of a run that its lines show. */
interface Trained {
  readonly record: { readonly settings: Pick<FitSettings, 'epochs' | 'batchSize'> };
}

/** A finished epoch. `latest`: the compact view shows a bar only for this one, as all are full. */
export function finishedLines(
  state: Trained,
  data: DataSummary,
  epoch: FinishedEpoch,
  view: View,
  latest: boolean,
): readonly string[] {
  const bar: BarState = {
    step: epoch.steps,
    target: epoch.steps,
    elapsedMs: epoch.elapsedMs,
    firstStepMs: epoch.firstStepMs,
    final: true,
    metrics: epochMetrics(epoch.logs, data.metric),
  };
  return epochLines(state, epoch.epoch, bar, view, latest);
}

/** The current epoch, or the one cut off by a stop; before its first report only its header. */
export function currentLines(
  state: Trained,
  data: DataSummary,
  current: { readonly epoch: number; readonly progress?: StepProgress },
  view: View,
): readonly string[] {
  const { epoch, progress } = current;
  if (!progress) return header(state, epoch);
  const bar: BarState = {
    step: progress.step,
    target: stepsPerEpoch(data.rows.training, state.record.settings.batchSize),
    elapsedMs: progress.elapsedMs,
    firstStepMs: progress.firstStepMs,
    final: false,
    metrics: epochMetrics(progress, data.metric),
  };
  return epochLines(state, epoch, bar, view, true);
}

/** Names and values in Keras' order: loss, the compiled metric, then both for the validation rows. */
export function epochMetrics(
  logs: EpochLogs,
  metric: MetricName,
): readonly (readonly [name: string, value: number])[] {
  return [
    ['loss', logs.loss] as const,
    [metric, logs.metric] as const,
    ...(logs.valLoss === undefined ? [] : [['val_loss', logs.valLoss] as const]),
    ...(logs.valMetric === undefined ? [] : [[`val_${metric}`, logs.valMetric] as const]),
  ];
}

/** Keras prints the header only when there is more than one epoch. */
function header(state: Trained, epoch: number): readonly string[] {
  const { epochs } = state.record.settings;
  return epochs > 1 ? [`Epoch ${epoch}/${epochs}`] : [];
}

function epochLines(
  state: Trained,
  epoch: number,
  bar: BarState,
  view: View,
  withBar: boolean,
): readonly string[] {
  if (view === 'keras') return [...header(state, epoch), progressBar(bar)];
  const time = bar.final ? timesText(bar) : `ETA ${remainingText(bar)}`;
  return [
    ...packed([...header(state, epoch), time]),
    ...(withBar ? [`${counter(bar)} [${cells(bar, compactCells)}]`] : []),
    ...packed(bar.metrics.map(([name, value]) => `${name} ${compactValue(value)}`)),
  ];
}

/** In Keras' format, unless that alone would fill a phone's line. */
export function compactValue(value: number): string {
  const text = metricValue(value);
  return text.length > 12 ? exponent(value) : text;
}

/** Wraps pieces, in order, into as few lines of at most `compactColumns` as possible. */
function packed(pieces: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const joined = `${lines.at(-1) ?? ''} ${piece}`;
    if (lines.length > 0 && joined.length <= compactColumns) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}
