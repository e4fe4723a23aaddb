/** How the lines of a chart look and which of their points are marked. */
import type { ChartDataset, Point } from 'chart.js';
import type { ChartSeries } from '../../src/render/chart.js';

export const paper = '#ffffff';
export const ink = '#1f2328';
export const grid = '#d8dee4';

/** More epochs than this are a line; fewer get a mark each. */
const MARKED_EPOCHS = 40;
/** More than this are a thin line, whose dashes can still be told. */
const DENSE_EPOCHS = 100;
const MARK_RADIUS = 7;

interface Style {
  readonly colour: string;
  /** Lengths of dash and gap in pixels; none for an unbroken line. */
  readonly dashes: readonly number[];
  readonly mark: 'circle' | 'triangle' | 'rect' | false;
  /** The lowest lies on top. */
  readonly order: number;
}

/**
 * Okabe and Ito's palette, told apart by the colour-blind; dashes and marks tell the same again.
 * The dashed line lies on top: where both are equal, the other one is seen through its gaps.
 */
const styles: Readonly<Record<ChartSeries['role'], Style>> = {
  training: { colour: '#0072B2', dashes: [], mark: 'circle', order: 1 },
  validation: { colour: '#D55E00', dashes: [16, 10], mark: 'triangle', order: 0 },
  baseline: { colour: '#555555', dashes: [4, 10], mark: false, order: 2 },
  first: { colour: '#0072B2', dashes: [], mark: 'circle', order: 2 },
  second: { colour: '#D55E00', dashes: [16, 10], mark: 'triangle', order: 1 },
  third: { colour: '#009E73', dashes: [4, 8], mark: 'rect', order: 0 },
};

/** The colours of some series, each once. */
export function coloursOf(series: readonly ChartSeries[]): readonly string[] {
  return [...new Set(series.map(({ role }) => styles[role].colour))];
}

export function datasetOf({ role, label, values, at }: ChartSeries): ChartDataset<'line'> {
  const { colour, dashes, mark, order } = styles[role];
  return {
    label,
    order,
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
