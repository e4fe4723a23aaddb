/** Describes the answers' shape: only what was measured on the grid. */
import { shown } from '../../content/shown.js';
import type { Translator } from '../../content/translator.js';
import type { DataSummary } from '../../runs/dataset.js';
import type { Plane, PlaneAnswers, PlaneShape } from '../../runs/plane.js';
import type { RunState } from '../../runs/run.js';
import { inUnit } from './picture.js';

/** A boundary that deviates less than this share of the picture's side counts as straight. */
const STRAIGHT = 0.02;

/** Alt text; empty where there is nothing to see. */
export function planeAlt(
  { data, test }: RunState,
  plane: Omit<Plane, 'points'>,
  { shape }: Pick<PlaneAnswers, 'shape'>,
  t: Translator,
): string {
  if (!data || !shape) return '';
  const about = axesOf(plane);
  if (shape.kind === 'amount') return amountWords(data, plane, shape, t);
  const rows = data.rows.test;
  const classes = plane.classes.length;
  const right = test && Math.round(test.metric * rows);
  return [
    t.plain('plane.alt.classes', { ...about, target: shown(data.target) }),
    ...(right === undefined ? [] : [t.plain('plane.alt.right', { right, rows, classes })]),
    ...classesWords(plane, shape, t),
  ].join(' ');
}

export function axesOf({ axes: [x, y] }: Pick<Plane, 'axes'>): {
  readonly x: string;
  readonly y: string;
} {
  return { x: x.name, y: y.name };
}

type ClassesShape = PlaneShape & { readonly kind: 'classes' };
type AmountShape = PlaneShape & { readonly kind: 'amount' };

/** For one frame of a film. */
export function shapeWords(plane: Plane, shape: PlaneShape, t: Translator): string {
  return shape.kind === 'amount' ? flatWords(shape, t) : classesWords(plane, shape, t).join(' ');
}

export function isStraight({ bend = 0 }: PlaneShape): boolean {
  return bend <= STRAIGHT;
}

function classesWords(
  { classes: names }: Pick<Plane, 'classes'>,
  shape: ClassesShape,
  t: Translator,
) {
  const { areas, enclosed, bend } = shape;
  const classes = names.length;
  if (bend === undefined) {
    const only = areas.findIndex((count) => count > 0);
    return [t.plain('plane.alt.one', { class: names[only] ?? '' })];
  }
  const bent = isStraight(shape) ? 'plane.alt.straight' : 'plane.alt.bends';
  const closed = enclosed.map((index) => names[index] ?? '').join(', ');
  const isPlain = areas.every((count) => count === 1);
  const counts = areas.map((count, index) => `${names[index] ?? ''} ${count}`).join(', ');
  return [
    t.plain(bent, { classes, percent: percent(bend) }),
    ...(enclosed.length > 0 ? [t.plain('plane.alt.enclosed', { classes: closed })] : []),
    ...(isPlain ? [] : [t.plain('plane.alt.areas', { areas: counts })]),
  ];
}

function amountWords(
  data: DataSummary,
  plane: Omit<Plane, 'points'>,
  shape: AmountShape,
  t: Translator,
): string {
  const { axes, amounts } = plane;
  const { lowest, highest } = shape;
  const place = (axis: 0 | 1, value: number): string => inUnit(value, axes[axis].unit, t);
  return [
    t.plain('plane.alt.amount', {
      ...{ ...axesOf(plane), target: shown(data.target) },
      least: inUnit(lowest.value, amounts?.unit, t),
      leastX: place(0, lowest.x),
      leastY: place(1, lowest.y),
      most: inUnit(highest.value, amounts?.unit, t),
      mostX: place(0, highest.x),
      mostY: place(1, highest.y),
    }),
    flatWords(shape, t),
  ].join(' ');
}

function flatWords(shape: AmountShape, t: Translator): string {
  const key = isStraight(shape) ? 'plane.alt.flat' : 'plane.alt.curved';
  return t.plain(key, { percent: percent(shape.bend) });
}

/** One decimal below 10 %, as the threshold is 2 %. */
function percent(share: number): string {
  return (100 * share).toFixed(share < 0.0995 ? 1 : 0);
}
