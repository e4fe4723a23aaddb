/**
 * The task: a run's network's answers over its two inputs as coarse coloured cells, for a
 * page that draws them during training. The colours are those of the final picture.
 */
import type { Plane, PlaneField, PlaneMark, PlanePoint, PlaneTask } from '../src/runs/plane.js';
import type { PlanePicture } from '../src/render/plane/picture.js';
import planeAnswers, { type Refused } from './plane-answers.js';
import { amountBand, amountColours, classStyles, SURENESS_BANDS } from './plane/colours.js';
import { bandsOf, fieldColours } from './plane/field.js';

type FieldResult = { readonly ok: true; readonly field: PlaneField | undefined } | Refused;

/** Maximum number of test rows: more would crowd a phone. */
const MOST_POINTS = 150;

/** Runs in a thread started with `workerData: { dataDir }`. */
export default function planeField(task: PlaneTask): FieldResult {
  const asked = planeAnswers(task);
  if (!asked.ok) return asked;
  const { plane, answers } = asked;
  const [one] = answers;
  if (!one?.shape) return { ok: true, field: undefined };
  const { points: rows, ...rest } = plane;
  const { amounts, classes } = plane;
  const colours: PlanePicture['colours'] = amounts
    ? { kind: 'amount', least: amounts.least, most: amounts.most, ends: ['', ''] }
    : { kind: 'classes', names: classes };
  const points = rows.filter(({ part }) => part === 'test').slice(0, MOST_POINTS);
  const field = {
    ...{ plane: rest, shape: one.shape, side: one.side },
    cells: base64(bandsOf(one, colours, one.side, one.side)),
    colours: fieldColours(colours),
    shades: amounts ? amountColours.length : SURENESS_BANDS,
    marks: marksOf(plane),
    points: base64(pointBytes(points, plane)),
    drawn: points.length,
  };
  return { ok: true, field };
}

/** As in the final picture, test rows of amounts are diamonds. */
function marksOf({ amounts, classes }: Plane): readonly PlaneMark[] {
  return amounts
    ? amountColours.map((colour) => ({ colour, shape: 'rectRot', turned: 0 }))
    : classStyles(classes);
}

function pointBytes(points: readonly PlanePoint[], { axes, amounts }: Plane): Uint8Array {
  const along = (value: number, { least, most }: Plane['axes'][0]): number =>
    Math.round((255 * (value - least)) / (most - least));
  return Uint8Array.from(
    points.flatMap(({ x, y, goal }) => [
      ...[along(x, axes[0]), along(y, axes[1])],
      amounts ? amountBand(goal, amounts.least, amounts.most) : goal,
    ]),
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
