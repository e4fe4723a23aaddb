/** The style of a chart's lines and which of their points get markers. */
import type { ChartDataset, Point } from 'chart.js';
import { curveRoles, type ChartSeries } from '../../src/render/chart.js';
import { lineLooks } from '../../src/render/line-looks.js';

export const paper = '#ffffff';
export const ink = '#1f2328';
export const grid = '#d8dee4';

/** Up to this many epochs get markers; more are just a line. */
const MARKED_EPOCHS = 40;
/** More than this get a thin line, so that dashes stay visible. */
const DENSE_EPOCHS = 100;
const MARK_RADIUS = 7;

/** Drawing order from top to bottom. Dashed lines are on top: where both are equal, the other shows through the gaps. */
const layers: readonly ChartSeries['role'][] = [
  ...(['validation', 'training', 'baseline'] as const),
  ...curveRoles.toReversed(),
];

/** The distinct colours of some series. */
export function coloursOf(series: readonly ChartSeries[]): readonly string[] {
  return [...new Set(series.map(({ role }) => lineLooks[role].colour))];
}

export function datasetOf({ role, label, values, at }: ChartSeries): ChartDataset<'line'> {
  const { colour, dashes, mark } = lineLooks[role];
  return {
    label,
    order: layers.indexOf(role),
    data: mark
      ? values.map((y, index) => ({ x: at?.[index] ?? index + 1, y: y ?? NaN }))
      : levelLine(values),
    borderColor: colour,
    backgroundColor: colour,
    borderDash: [...dashes],
    borderWidth: values.length > DENSE_EPOCHS ? 3 : 5,
    borderJoinStyle: 'round',
    pointStyle: mark,
    pointRadius: values.map((_, index) => markRadius(values, index)),
    // Markers at the panel's edge are not clipped.
    clip: false,
  };
}

/** A level line from edge to edge, even for a single epoch. */
function levelLine(values: readonly (number | null)[]): Point[] {
  const y = values[0] ?? NaN;
  const [from, to] = values.length === 1 ? [0.5, 1.5] : [1, values.length];
  return [
    { x: from, y },
    { x: to, y },
  ];
}

/** A point without neighbours makes no line, so it always gets a marker. */
function markRadius(values: readonly (number | null)[], index: number): number {
  const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  return alone || values.length <= MARKED_EPOCHS ? MARK_RADIUS : 0;
}
