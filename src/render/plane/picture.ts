/** The picture of a network's answers over its two inputs, described without a drawing library. */
import type { Translator } from '../../content/translator.js';
import { shown } from '../../content/shown.js';
import type { Plane, PlaneAnswers, PlaneAxis, PlanePoint } from '../../runs/plane.js';
import type { RunState } from '../../runs/run.js';
import { unitText, withUnit } from '../reading-notes.js';

export interface PlanePicture {
  readonly axes: readonly [PictureAxis, PictureAxis];
  readonly colours:
    | { readonly kind: 'classes'; readonly names: readonly string[] }
    | {
        readonly kind: 'amount';
        readonly least: number;
        readonly most: number;
        /** Labels at the ends of the colour scale. */
        readonly ends: readonly [string, string];
      };
  readonly points: readonly PlanePoint[];
  /** The legend for markers and lines. */
  readonly legend: {
    readonly training: string;
    readonly test: string;
    /** Only for classes. */
    readonly boundary: string;
  };
  /** One, or one for each frame of a film. */
  readonly frames: readonly PlaneFrame[];
}

export interface PlaneFrame {
  readonly title: string;
  readonly answers: Pick<PlaneAnswers, 'side' | 'values'>;
}

interface PictureAxis extends Pick<PlaneAxis, 'least' | 'most'> {
  readonly label: string;
}

export function planePicture(
  plane: Plane,
  frames: readonly PlaneFrame[],
  t: Translator,
): PlanePicture {
  const { axes, classes, amounts, points, rows } = plane;
  const drawnOf = (part: PlanePoint['part']): number =>
    points.filter((point) => point.part === part).length;
  return {
    axes: [axisOf(axes[0]), axisOf(axes[1])],
    colours: amounts
      ? {
          ...{ kind: 'amount', least: amounts.least, most: amounts.most },
          ends: [inUnit(amounts.least, amounts.unit, t), inUnit(amounts.most, amounts.unit, t)],
        }
      : { kind: 'classes', names: classes },
    points,
    legend: {
      training: partLabel('training', drawnOf('training'), rows.training, t),
      test: partLabel('test', drawnOf('test'), rows.test, t),
      boundary: t.plain('plane.boundary'),
    },
    frames,
  };
}

/** The file name of the picture at a run's end. */
export function planeName({ record }: RunState): string {
  return `${record.id}-plane.png`;
}

/** The title of the picture at a run's end. */
export function planeTitle({ record, data }: RunState, t: Translator): string {
  const { dataset } = record.settings;
  const name = dataset.kind === 'csv' ? dataset.fileName : dataset.name;
  const target = shown(data?.target ?? '');
  return t.plain('plane.title', { data: shown(data?.name ?? name), target });
}

/** The label of the training or test points, whether all or some are drawn. */
export function partLabel(
  part: PlanePoint['part'],
  drawn: number,
  rows: number,
  t: Translator,
): string {
  return t.plain(drawn < rows ? `plane.${part}.some` : `plane.${part}`, { drawn, rows });
}

/** Formats a number with four significant digits. */
export function inUnit(value: number, unit: PlaneAxis['unit'], t: Translator): string {
  const digits = new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 4 });
  return withUnit(digits.format(value), unit);
}

function axisOf(axis: PlaneAxis): PictureAxis {
  const { least, most } = axis;
  return { label: axisLabel(axis), least, most };
}

export function axisLabel({ name, unit }: PlaneAxis): string {
  return unit ? `${name} (${unitText(unit)})` : name;
}
