/** The training losses of several runs as one chart: by epoch and, where it matters, by weight update. */
import type { Translator } from '../../content/translator.js';
import { curveRoles, type ChartDescription, type ChartPanel, type ChartSeries } from '../chart.js';
import { metricValue } from '../keras-numbers.js';
import type { ComparedRun } from './compared-run.js';
import type { Difference } from './differences.js';

/** If the most updates exceed the fewest by this factor, a linear axis would hide the latter. */
const LINEAR_UP_TO = 8;

/** @param differing the result of `differences` */
export function comparisonChart(
  runs: readonly ComparedRun[],
  differing: readonly Difference[],
  t: Translator,
): ChartDescription {
  const labels = runs.map((run, index) => labelOf(run, index, differing));
  const called = runs.map(({ id, name }, index) => (name === id ? id : labels[index]));
  const title = t.plain('compare.chart.title', { runs: called.join(' · ') });
  const tasks = [...new Set(runs.map(({ data }) => data.task))];
  const series = runs.map((run, index) => curve(run, index, labels[index] ?? run.id));
  // Losses of different tasks are not comparable: a common axis would suggest that they are.
  const byEpoch = tasks.map((task) =>
    panel(
      tasks.length > 1 ? `loss (${task})` : 'loss',
      series.filter((_, index) => runs[index]?.data.task === task),
      runs.filter(({ data }) => data.task === task),
      t,
    ),
  );
  const differ = new Set(runs.map(({ steps }) => steps)).size > 1;
  const byUpdate = differ && tasks.length === 1 ? [updatesPanel(runs, series, t)] : [];
  return { title, epochLabel: t.plain('chart.epoch'), panels: [...byEpoch, ...byUpdate] };
}

function curve({ finished }: ComparedRun, index: number, label: string): ChartSeries {
  return {
    role: curveRoles[index] ?? 'ninth',
    label,
    values: finished.map(({ logs }) => (Number.isFinite(logs.loss) ? logs.loss : null)),
  };
}

/** People's names may have characters that the chart's font lacks: the differing setting is enough. */
function labelOf(
  { id, name }: ComparedRun,
  index: number,
  // The first is the most important; more would not fit in a legend.
  [change]: readonly Difference[],
): string {
  if (!change) return id;
  const setting = `${change.setting} ${change.values[index] ?? ''}`;
  return name === id ? `${id}, ${setting}` : setting;
}

function panel(
  title: string,
  series: readonly ChartSeries[],
  runs: readonly ComparedRun[],
  t: Translator,
): ChartPanel {
  const notes = runs.flatMap(({ name: run, finished }) => {
    const lost = finished.find(({ logs }) => !Number.isFinite(logs.loss));
    if (!lost) return [];
    const value = metricValue(lost.logs.loss);
    return [t.plain('chart.missing', { epoch: lost.epoch, name: `loss (${run})`, value })];
  });
  return { title, series, ...(notes.length > 0 && { note: notes.join(' ') }) };
}

function updatesPanel(
  runs: readonly ComparedRun[],
  series: readonly ChartSeries[],
  t: Translator,
): ChartPanel {
  return {
    title: 'loss',
    series: series.map((one, index) => {
      let updates = 0;
      return { ...one, at: runs[index]?.finished.map(({ steps }) => (updates += steps)) ?? [] };
    }),
    axis: updatesAxis(runs, t),
  };
}

/** Axis of weight updates that keeps runs apart even where one made few and another many. */
export function updatesAxis(
  runs: readonly ComparedRun[],
  t: Translator,
): NonNullable<ChartPanel['axis']> {
  const all = runs.map(({ updates }) => updates);
  const logarithmic = Math.max(...all) > LINEAR_UP_TO * Math.min(...all);
  return {
    label: t.plain(logarithmic ? 'compare.chart.updatesLog' : 'compare.chart.updates'),
    scale: logarithmic ? 'logarithmic' : 'linear',
  };
}

/** The same facts as alt text. */
export function comparisonAlt(runs: readonly ComparedRun[], t: Translator): string {
  const curves = runs.map(({ name, finished, updates, loss }) =>
    t.plain('compare.altCurve', {
      run: name,
      epochs: finished.length,
      updates,
      from: metricValue(finished[0]?.logs.loss ?? NaN),
      to: metricValue(loss),
    }),
  );
  return t.plain('compare.alt', { curves: curves.join('; ') });
}
