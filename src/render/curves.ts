/** A run's history so far as numbers, for a platform that draws its chart while it trains. */
import type { CurveLine, Curves } from '../chat/message.js';
import type { Translator } from '../content/translator.js';
import { isOver, type RunState } from '../runs/run.js';
import { chartAlt, chartName, chartOf, type ChartSeries } from './chart.js';
import { lineLooks } from './line-looks.js';

/** More digits than a screen can show, in half the bytes of full precision. */
const digits = 6;

/** Undefined until an epoch has ended: then the axis shows how many are planned. */
export function curvesOf(state: RunState, t: Translator): Curves | undefined {
  const { finished, record } = state;
  if (finished.length === 0) return undefined;
  const { epochLabel, panels, matrix } = chartOf(state, t);
  return {
    label: chartAlt(state, t),
    epochLabel,
    epochs: isOver(state) ? finished.length : record.settings.epochs,
    panels: panels.map(({ series, note }) => ({
      lines: series.map(lineOf),
      ...(note !== undefined && { note }),
    })),
    // With a confusion matrix the chart shows more than the curves, so it is shown, too.
    ...(!matrix && { picture: chartName(state) }),
  };
}

function lineOf({ role, label, values }: ChartSeries): CurveLine {
  const look = lineLooks[role];
  if (role === 'baseline') {
    return { label, look, values: values.slice(0, 1).map(rounded), isLevel: true };
  }
  return { label, look, values: values.map(rounded) };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(digits));
}
