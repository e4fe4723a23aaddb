/** A network's answers over its two inputs' range after an epoch, for platforms that draw them. */
import type { Field, FieldAxis, FieldMark } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import type { Translator } from '../../content/translator.js';
import type { PlaneAxis, PlaneField } from '../../runs/plane.js';
import type { RunState } from '../../runs/run.js';
import { axisLabel, inUnit, partLabel, planeName } from './picture.js';
import { planeAlt } from './words.js';

/** @param epoch the last epoch the network had trained */
export function fieldOf(
  state: RunState,
  epoch: number,
  { plane, shape, drawn, ...drawing }: PlaneField,
  t: Translator,
): Field {
  const { data, record } = state;
  const { side, cells, colours, shades, points } = drawing;
  const { epochs } = record.settings;
  const title = t.plain('plane.frame', { data: shown(data?.name ?? ''), epoch, epochs });
  return {
    label: `${title}. ${planeAlt(state, plane, { shape }, t)}`,
    title,
    axes: [axisOf(plane.axes[0], t), axisOf(plane.axes[1], t)],
    ...{ side, cells, colours, shades, points },
    marks: marksOf({ plane, marks: drawing.marks }, t),
    pointsLabel: partLabel('test', drawn, plane.rows.test, t),
    picture: planeName(state),
  };
}

function axisOf(axis: PlaneAxis, t: Translator): FieldAxis {
  const end = (value: number): string => inUnit(value, undefined, t);
  return { label: axisLabel(axis), least: end(axis.least), most: end(axis.most) };
}

/** For amounts, the ends of the scale are enough. */
function marksOf(
  { plane, marks }: Pick<PlaneField, 'plane' | 'marks'>,
  t: Translator,
): readonly FieldMark[] {
  const { amounts, classes } = plane;
  return marks.map((mark, index) => {
    if (!amounts) return { ...mark, label: classes[index] ?? '' };
    if (index === 0) return { ...mark, label: inUnit(amounts.least, amounts.unit, t) };
    if (index < marks.length - 1) return mark;
    return { ...mark, label: inUnit(amounts.most, amounts.unit, t) };
  });
}
