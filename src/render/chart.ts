/** A run's history as a chart, described without a drawing library. */
import type { Translator } from '../content/translator.js';
import type { EpochLogs } from '../runs/protocol.js';
import type { RunState } from '../runs/run.js';
import { metricValue } from './keras-numbers.js';
import { shortName } from './short-name.js';

export interface ChartSeries {
  /** Decides colour, dashes and markers. */
  readonly role: 'training' | 'validation' | 'baseline';
  readonly label: string;
  /** One value for each epoch; null where there is none to draw (nan, inf). */
  readonly values: readonly (number | null)[];
}

export interface ChartPanel {
  readonly title: string;
  readonly series: readonly ChartSeries[];
}

export interface ChartDescription {
  readonly title: string;
  readonly epochLabel: string;
  /** Epoch of the first value; the others follow. */
  readonly firstEpoch: number;
  readonly panels: readonly ChartPanel[];
}

/** Loss above, the metric below with its baseline: what the same answer for every row would score. */
export function chartOf(state: RunState, t: Translator): ChartDescription {
  const { finished, data, record } = state;
  const { epochs, batchSize } = record.settings;
  const lines = (
    name: string,
    training: keyof EpochLogs,
    validation: keyof EpochLogs,
  ): ChartSeries[] => {
    const values = (key: keyof EpochLogs): (number | null)[] =>
      finished.map(({ logs }) => drawable(logs[key]));
    const validated = finished.some(({ logs }) => logs[validation] !== undefined);
    return [
      { role: 'training', label: t.plain('chart.training', { name }), values: values(training) },
      ...(validated
        ? [
            {
              role: 'validation' as const,
              label: t.plain('chart.validation', { name: `val_${name}` }),
              values: values(validation),
            },
          ]
        : []),
    ];
  };
  const metric = data?.metric ?? 'accuracy';
  const baseline: ChartSeries[] = data
    ? [
        {
          role: 'baseline',
          label: t.plain(`chart.baseline.${metric}`, { value: metricValue(data.baseline) }),
          values: finished.map(() => data.baseline),
        },
      ]
    : [];
  return {
    title: t.plain('chart.title', {
      data: data ? shortName(data.name) : '',
      epochs,
      batch: batchSize,
    }),
    epochLabel: t.plain('chart.epoch'),
    firstEpoch: finished[0]?.epoch ?? 1,
    panels: [
      { title: 'loss', series: lines('loss', 'loss', 'valLoss') },
      { title: metric, series: [...lines(metric, 'metric', 'valMetric'), ...baseline] },
    ],
  };
}

function drawable(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** The same facts for who cannot see the picture. */
export function chartAlt({ finished, data }: RunState, t: Translator): string {
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
  if (valLoss === undefined || valMetric === undefined) return t.plain('chart.alt', params);
  const validation = { valLoss: metricValue(valLoss), valMetric: metricValue(valMetric) };
  return t.plain('chart.altValidation', { ...params, ...validation });
}
