/** A sweep's curves: each value's mean over its seeds, by epoch and by weight update or accuracy. */
import type { SweptOption } from '../../runs/board.js';
import type { Translator } from '../../content/translator.js';
import { curveRoles, type ChartDescription, type ChartPanel, type ChartSeries } from '../chart.js';
import { updatesAxis } from '../comparison/chart.js';
import type { ComparedRun } from '../comparison/compared-run.js';
import { metricValue } from '../keras-numbers.js';
import { spreadOf } from './noise.js';
import { named, type SweptValue } from './swept.js';

interface Curve {
  readonly series: ChartSeries;
  readonly runs: readonly ComparedRun[];
}

export function sweepChart(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): ChartDescription {
  const seeds = Math.max(0, ...values.map(({ runs }) => runs.length));
  const params = { options: options.join(' · '), seeds };
  const lossOf = ({ logs }: ComparedRun['finished'][number]): number => logs.loss;
  const losses = curvesOf(values, options, lossOf);
  const note = divergedNote(values, options, t);
  return {
    title: t.plain('sweep.chart.title', params),
    epochLabel: t.plain('chart.epoch'),
    panels: [
      {
        ...lossAxis(losses, t),
        series: losses.map(({ series }) => series),
        ...(note && { note }),
      },
      ...second(values, options, losses, t),
    ],
  };
}

/** If the losses differ by more than this factor, a linear axis would flatten the smaller ones. */
const STEEP = 20;

function lossAxis(curves: readonly Curve[], t: Translator): Pick<ChartPanel, 'title' | 'isSteep'> {
  const all = curves
    .flatMap(({ series }) => series.values)
    .filter((value) => value !== null && value > 0)
    .map(Number);
  const isSteep = Math.max(...all) > STEEP * Math.min(...all);
  return isSteep ? { title: t.plain('sweep.chart.logLoss'), isSteep } : { title: 'loss' };
}

/** By weight updates where the values differ in those, else the metric. */
function second(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  losses: readonly Curve[],
  t: Translator,
): readonly ChartPanel[] {
  const runs = losses.flatMap(({ runs: [run] }) => (run ? [run] : []));
  if (new Set(runs.map(({ steps }) => steps)).size > 1) {
    return [
      {
        ...lossAxis(losses, t),
        series: losses.map(({ series, runs: [run] }) => {
          let updates = 0;
          return { ...series, at: run?.finished.map(({ steps }) => (updates += steps)) ?? [] };
        }),
        axis: updatesAxis(runs, t),
      },
    ];
  }
  const [any] = runs;
  if (!any) return [];
  const metrics = curvesOf(values, options, ({ logs }) => logs.metric);
  return [{ title: any.data.metric, series: metrics.map(({ series }) => series) }];
}

/** For a value that diverged with some seed, the first such run is drawn as far as it went. */
function curvesOf(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  number: (epoch: ComparedRun['finished'][number]) => number,
): readonly Curve[] {
  return values.flatMap((value, index) => {
    const { runs, diverged } = value;
    const drawn = diverged.length > 0 ? diverged.slice(0, 1) : runs;
    const epochs = Math.max(0, ...drawn.map(({ finished }) => finished.length));
    if (epochs === 0) return [];
    const means = Array.from({ length: epochs }, (_, epoch) => {
      const numbers = drawn.flatMap(({ finished }) => {
        const end = finished[epoch];
        return end ? [number(end)] : [];
      });
      const { mean } = spreadOf(numbers);
      return Number.isFinite(mean) ? mean : null;
    });
    const role = curveRoles[index] ?? 'ninth';
    return [{ series: { role, label: named(value, options), values: means }, runs: drawn }];
  });
}

function divergedNote(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): string | undefined {
  const notes = values.flatMap((value) => {
    const [lost] = value.diverged;
    const epoch = lost?.finished.find(({ logs }) => !Number.isFinite(logs.loss));
    if (!epoch) return [];
    const name = `loss (${named(value, options)})`;
    return [
      t.plain('chart.missing', { epoch: epoch.epoch, name, value: metricValue(epoch.logs.loss) }),
    ];
  });
  return notes.length > 0 ? notes.join(' ') : undefined;
}

/** The same facts as alt text. */
export function sweepAlt(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): string {
  const curves = values.flatMap((value) => {
    const { runs } = value;
    const [run] = runs;
    if (!run) return [];
    const mean = (number: (run: ComparedRun) => number): string =>
      metricValue(spreadOf(runs.map(number)).mean);
    return [
      t.plain('compare.altCurve', {
        ...{ run: named(value, options), epochs: run.finished.length, updates: run.updates },
        from: mean(({ finished }) => finished[0]?.logs.loss ?? NaN),
        to: mean(({ loss }) => loss),
      }),
    ];
  });
  return t.plain('compare.alt', { curves: curves.join('; ') });
}
