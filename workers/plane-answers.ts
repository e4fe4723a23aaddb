/** The task: a run's network's answers over its two inputs, after some epochs. */
import { workerData } from 'node:worker_threads';
import type { MessageKey, MessageParams } from '../src/content/translator.js';
import { planeRows, type PlaneRows } from '../src/datasets/plane.js';
import { encodeRow } from '../src/datasets/prepare/inputs.js';
import { UserError } from '../src/errors.js';
import type { Plane, PlaneAnswers, PlaneTask } from '../src/runs/plane.js';
import type { Network } from './engines/engine.js';
import { weightCount } from './engines/layers.js';
import { predict } from './engines/predict.js';
import { shapeOf } from './plane/shape.js';

/** A `UserError` as data: an error that crosses threads loses its class. */
type PlaneResult =
  { readonly ok: true; readonly plane: Plane; readonly answers: readonly PlaneAnswers[] } | Refused;

export interface Refused {
  readonly ok: false;
  readonly key: MessageKey;
  readonly params: MessageParams;
}

/** Maximum number of multiplications, about a second's worth; small networks get the full grid. */
const MOST_PRODUCTS = 2e8;
/** A film may take this many times that. */
const MANY = 5;
/** Minimum grid: a coarser one would distort the boundary. */
const LEAST_SIDE = 21;

/** Runs in a thread started with `workerData: { dataDir }`. */
export default function planeAnswers({ run, settings, weights, side }: PlaneTask): PlaneResult {
  const { dataDir } = workerData as { readonly dataDir: string };
  try {
    const rows = planeRows(settings.dataset, settings.validationSplit, dataDir);
    if (!rows) throw new UserError('error.otherInputs', { run });
    const { plane, outputs } = rows;
    const units = [2, ...settings.layers, outputs];
    const size = weightCount(units);
    if (weights.some(({ length }) => length !== size)) {
      throw new UserError('error.otherInputs', { run });
    }
    const network = { units, activation: settings.activation, task: plane.task };
    const affordable = Math.floor(
      Math.sqrt((MOST_PRODUCTS * Math.min(weights.length, MANY)) / (size * weights.length)),
    );
    const points = Math.max(LEAST_SIDE, Math.min(side, affordable));
    const answers = weights.map((one) => answersOf(network, one, rows, points));
    return { ok: true, plane, answers };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, key: error.key, params: error.params };
  }
}

function answersOf(
  network: Network,
  weights: Float32Array,
  { plane, scales, amountOf, outputs }: PlaneRows,
  side: number,
): PlaneAnswers {
  const [across, up] = plane.axes;
  const at = ({ least, most }: Plane['axes'][0], index: number): number =>
    least + ((most - least) * index) / (side - 1);
  const values = new Float32Array(side * side * outputs);
  for (let point = 0; point < side * side; point += 1) {
    const place = [at(across, point % side), at(up, Math.floor(point / side))];
    const answer = predict(network, weights, encodeRow(scales, place));
    values.set(plane.task === 'regression' ? answer.map(amountOf) : answer, point * outputs);
  }
  const shape = shapeOf(plane, side, values);
  return { side, values, ...(shape && { shape }) };
}
