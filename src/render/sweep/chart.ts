/** A sweep's curves: of each value the mean over its seeds, by epoch and by weight update or accuracy. */
import type { Translator } from '../../content/translator.js';
import { curveRoles, type ChartDescription, type ChartPanel, type ChartSeries } from '../chart.js';
import { updatesAxis } from '../comparison/chart.js';
import type { ComparedRun } from '../comparison/compared-run.js';
import { metricValue } from '../keras-numbers.js';
import { spreadOf } from './noise.js';
import type { SweptOption, SweptValue } from './swept.js';

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
  const note = divergedNote(values, t);
  return {
    title: t.plain('sweep.chart.title', params),
    epochLabel: t.plain('chart.epoch'),
    panels: [
      { title: 'loss', series: losses.map(({ series }) => series), ...(note && { note }) },
      ...second(values, options, losses, t),
    ],
  };
}

/** By weight updates where the values differ in them, else the metric. */
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
        title: 'loss',
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

/** Of a value of which no run stayed finite, the curve is drawn as far as its first run went. */
function curvesOf(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  number: (epoch: ComparedRun['finished'][number]) => number,
): readonly Curve[] {
  return values.flatMap(({ label, runs, diverged }, index) => {
    const drawn = runs.length > 0 ? runs : diverged.slice(0, 1);
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
    const name = options.length === 1 ? `${options.join()} ${label}` : label;
    return [{ series: { role, label: name, values: means }, runs: drawn }];
  });
}

function divergedNote(values: readonly SweptValue[], t: Translator): string | undefined {
  const notes = values.flatMap(({ label, runs, diverged: [lost] }) => {
    const epoch = lost?.finished.find(({ logs }) => !Number.isFinite(logs.loss));
    if (!epoch || runs.length > 0) return [];
    const value = metricValue(epoch.logs.loss);
    return [t.plain('chart.missing', { epoch: epoch.epoch, name: label, value })];
  });
  return notes.length > 0 ? notes.join(' ') : undefined;
}

/** The same facts for who cannot see the picture. */
export function sweepAlt(values: readonly SweptValue[], t: Translator): string {
  const curves = values.flatMap(({ label, runs }) => {
    const [run] = runs;
    if (!run) return [];
    const mean = (number: (run: ComparedRun) => number): string =>
      metricValue(spreadOf(runs.map(number)).mean);
    return [
      t.plain('compare.altCurve', {
        ...{ run: label, epochs: run.finished.length, updates: run.updates },
        from: mean(({ finished }) => finished[0]?.logs.loss ?? NaN),
        to: mean(({ loss }) => loss),
      }),
    ];
  });
  return t.plain('compare.alt', { curves: curves.join('; ') });
}
