/** How the lines of a chart look and which of their points are marked. */
import type { ChartDataset, Point } from 'chart.js';
import { curveRoles, type ChartSeries } from '../../src/render/chart.js';
import { lineLooks } from '../../src/render/line-looks.js';

export const paper = '#ffffff';
export const ink = '#1f2328';
export const grid = '#d8dee4';

/** More epochs than this are a line; fewer get a mark each. */
const MARKED_EPOCHS = 40;
/** More than this are a thin line, whose dashes can still be told. */
const DENSE_EPOCHS = 100;
const MARK_RADIUS = 7;

/** From the top to the bottom. The dashed line lies on top: where both are equal, the other one is seen through its gaps. */
const layers: readonly ChartSeries['role'][] = [
  ...(['validation', 'training', 'baseline'] as const),
  ...curveRoles.toReversed(),
];

/** The colours of some series, each once. */
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
    // Marks at the edge of the panel are drawn whole.
    clip: false,
  };
}

/** From edge to edge, which for a single epoch are beside it. */
function levelLine(values: readonly (number | null)[]): Point[] {
  const y = values[0] ?? NaN;
  const [from, to] = values.length === 1 ? [0.5, 1.5] : [1, values.length];
  return [
    { x: from, y },
    { x: to, y },
  ];
}

/** A point without neighbours is no line: it is marked in any case. */
function markRadius(values: readonly (number | null)[], index: number): number {
  const alone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  return alone || values.length <= MARKED_EPOCHS ? MARK_RADIUS : 0;
}
