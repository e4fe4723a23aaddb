/** A run's history as a chart, described without a drawing library. */
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { AmountPair } from '../runs/mistakes.js';
import type { Confusion, EpochLogs } from '../runs/protocol.js';
import type { RunState } from '../runs/run.js';
import { metricValue } from './keras-numbers.js';
import { matrixAlt } from './mistakes/alt.js';
import { matrixOf } from './mistakes/chart.js';
import { saysMoreThanCurve } from './mistakes/findings.js';
import { shown } from '../content/shown.js';

/** Styles of curves in one panel, in their order. */
export const curveRoles = [
  ...(['first', 'second', 'third', 'fourth', 'fifth'] as const),
  ...(['sixth', 'seventh', 'eighth', 'ninth'] as const),
] as const;

export interface ChartSeries {
  /** Determines colour, dashes and markers. */
  readonly role: 'training' | 'validation' | 'baseline' | (typeof curveRoles)[number];
  readonly label: string;
  /** One value per epoch, from the first; null where it cannot be drawn (nan, inf). */
  readonly values: readonly (number | null)[];
  /** Each value's position on an axis that does not count epochs. */
  readonly at?: readonly number[];
}

export interface ChartPanel {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  /** Why a line ends early or is missing. */
  readonly note?: string;
  /** Its range is so wide that only a logarithmic axis shows every value. */
  readonly isSteep?: true;
  /** The horizontal axis, where it does not count epochs; then every series says `at`. */
  readonly axis?: { readonly label: string; readonly scale: 'linear' | 'logarithmic' };
}

/** A confusion matrix: true answers as rows, predictions as columns. */
export interface ChartMatrix {
  /** Headings of the columns and of the row names. */
  readonly said: string;
  readonly answer: string;
  /** Heading of the last column: how many rows have each answer. */
  readonly all: string;
  /** For rows and columns alike. */
  readonly labels: readonly string[];
  readonly counts: Confusion;
  /** The last class combines several: its diagonal cell may include mistakes. */
  readonly hasOthers: boolean;
  readonly note?: string;
}

/** A scatter plot with a dot for each row; on the diagonal the prediction is exact. */
export interface ChartScatter {
  readonly answer: string;
  readonly said: string;
  /** Named in the legend. */
  readonly dots: string;
  readonly line: string;
  readonly pairs: readonly AmountPair[];
  /** The range of both axes. Points beyond it are drawn at its edge and labelled as such. */
  readonly range: { readonly from: number; readonly to: number };
  readonly beyond?: string;
}

/** Small images side by side, each above two lines of text. */
export interface ChartPicture {
  readonly width: number;
  /** How dark each is, from 0 to 1, row by row. */
  readonly pixels: readonly number[];
  readonly words: readonly [string, string];
}

export interface ChartDescription {
  readonly title: string;
  readonly epochLabel: string;
  readonly panels: readonly ChartPanel[];
  readonly matrix?: ChartMatrix;
  readonly scatter?: ChartScatter;
  readonly pictures?: readonly ChartPicture[];
}

interface Curve {
  readonly name: string;
  readonly training: 'loss' | 'metric';
  readonly validation: 'valLoss' | 'valMetric';
}

/**
 * Loss above, the metric below with its baseline: the score of the same answer for every row. Below them
 * the confusion matrix, where that says more.
 */
export function chartOf(state: RunState, t: Translator): ChartDescription {
  const { data } = state;
  const confusion = hiddenIn(state);
  return {
    title: chartTitle(state, t),
    epochLabel: t.plain('chart.epoch'),
    panels: shownCurves(state).map((curve) => panelOf(curve, state, t)),
    ...(confusion && data && { matrix: matrixOf(confusion, data, t) }),
  };
}

/** The confusion matrix, where the curves hide something. */
function hiddenIn({ test }: RunState): Confusion | undefined {
  return test && saysMoreThanCurve(test) ? test.confusion : undefined;
}

function shownCurves({ data }: RunState): readonly Curve[] {
  return [
    { name: 'loss', training: 'loss', validation: 'valLoss' },
    { name: data?.metric ?? 'accuracy', training: 'metric', validation: 'valMetric' },
  ];
}

/** Gives the epochs trained, which are fewer than requested if the run was stopped. */
function chartTitle({ finished, data, record }: RunState, t: Translator): string {
  const { epochs, batchSize, dataset } = record.settings;
  const name = dataset.kind === 'csv' ? dataset.fileName : dataset.name;
  const params = { data: shown(data?.name ?? name), epochs, batch: batchSize };
  return finished.length === epochs
    ? t.plain('chart.title', params)
    : t.plain('chart.titlePart', { ...params, done: finished.length });
}

function panelOf(curve: Curve, state: RunState, t: Translator): ChartPanel {
  const { finished, data } = state;
  const { name, training, validation } = curve;
  const values = (key: keyof EpochLogs): (number | null)[] =>
    finished.map(({ logs }) => drawable(logs[key]));
  const series: ChartSeries[] = [
    { role: 'training', label: t.plain('chart.training', { name }), values: values(training) },
  ];
  if (finished.some(({ logs }) => logs[validation] !== undefined)) {
    const label = t.plain('chart.validation', { name: `val_${name}` });
    series.push({ role: 'validation', label, values: values(validation) });
  }
  if (data && training === 'metric') series.push(baselineOf(data, finished.length, t));
  const note = noteOn(curve, state, t);
  return { title: name, series, ...(note !== undefined && { note }) };
}

function baselineOf({ metric, baseline }: DataSummary, epochs: number, t: Translator): ChartSeries {
  return {
    role: 'baseline',
    label: t.plain(`chart.baseline.${metric}`, { value: metricValue(baseline) }),
    values: Array<number>(epochs).fill(baseline),
  };
}

function drawable(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** The epoch from which the training line is missing up to the end, if any. */
function noteOn(
  { name, training }: Curve,
  { finished }: RunState,
  t: Translator,
): string | undefined {
  const last = finished.findLastIndex(({ logs }) => Number.isFinite(logs[training]));
  const missing = finished[last + 1];
  if (!missing) return undefined;
  const value = metricValue(missing.logs[training]);
  return t.plain('chart.missing', { epoch: missing.epoch, name, value });
}

/** The chart's file name. */
export function chartName({ record }: RunState): string {
  return `${record.id}-chart.png`;
}

/** The same facts as alt text; empty when no epoch was finished. */
export function chartAlt(state: RunState, t: Translator): string {
  const { finished, data } = state;
  const first = finished[0];
  const last = finished.at(-1);
  if (!first || !last || !data) return '';
  const params = {
    epochs: finished.length,
    metric: data.metric,
    lossFrom: metricValue(first.logs.loss),
    lossTo: metricValue(last.logs.loss),
    metricFrom: metricValue(first.logs.metric),
    metricTo: metricValue(last.logs.metric),
    baseline: metricValue(data.baseline),
  };
  const { valLoss, valMetric } = last.logs;
  const facts =
    valLoss === undefined || valMetric === undefined
      ? t.plain('chart.alt', params)
      : t.plain('chart.altValidation', {
          ...params,
          valLoss: metricValue(valLoss),
          valMetric: metricValue(valMetric),
        });
  const notes = shownCurves(state).map((curve) => noteOn(curve, state, t));
  const confusion = hiddenIn(state);
  const mixedUp = confusion && t.plain('chart.altMatrix', { table: matrixAlt(confusion, data, t) });
  return [facts, ...notes, mixedUp].filter((part) => part !== undefined).join(' ');
}
