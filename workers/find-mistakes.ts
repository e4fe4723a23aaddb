/** The task: which test rows a run's network gets wrong, and which are the worst. */
import { workerData } from 'node:worker_threads';
import type { MessageKey, MessageParams } from '../src/content/translator.js';
import { testRows, type TestRows } from '../src/datasets/test-rows.js';
import { UserError } from '../src/errors.js';
import type { Mistakes, MistakesTask } from '../src/runs/mistakes.js';
import { confusionOf, probabilitiesOf, saidClass } from './confusion.js';
import { engineFor } from './engines/engines.js';
import { weightCount } from './engines/layers.js';

/** A `UserError` as data: an error that crosses threads loses its class. */
type FindMistakesResult =
  | { readonly ok: true; readonly mistakes: Mistakes }
  | { readonly ok: false; readonly key: MessageKey; readonly params: MessageParams };

/** How many rows are shown individually: a few to read, more if they are images. */
const WORST_ROWS = 3;
const WORST_PICTURES = 10;
/** Maximum number of dots: more would overlap. Test rows are in random order, so the first ones are a fair sample. */
const MOST_PAIRS = 1_000;

/** The smallest value that `/fit` accepts. */
const LEAST_RATE = 0.000001;

/** Runs in a thread started with `workerData: { dataDir }`. */
export default async function findMistakes(task: MistakesTask): Promise<FindMistakesResult> {
  const { dataDir } = workerData as { readonly dataDir: string };
  const { run, settings, weights, backend } = task;
  try {
    const rows = testRows(settings.dataset, dataDir);
    const units = [rows.inputs, ...settings.layers, rows.outputs];
    if (weightCount(units) !== weights.length) throw new UserError('error.otherInputs', { run });
    const network = { units, activation: settings.activation, task: rows.task };
    // A database from another machine may contain runs of a backend that does not load here.
    const engine = await engineFor(backend).catch(() => engineFor('fused'));
    const sums = engine.answer(network, weights, { x: rows.x, y: rows.y });
    const mistakes = rows.task === 'regression' ? ofAmounts(rows, sums) : ofClasses(rows, sums);
    if (!mistakes) {
      const smaller = Math.max(LEAST_RATE, Number((settings.learningRate / 10).toPrecision(2)));
      throw new UserError('error.mistakesNotFinite', { run, lr: String(smaller) });
    }
    return { ok: true, mistakes };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, key: error.key, params: error.params };
  }
}

function ofClasses(rows: TestRows, sums: Float32Array): Mistakes | undefined {
  const confusion = confusionOf(sums, rows.y);
  if (!confusion) return undefined;
  const wrong = [...rows.y].flatMap((answer, row) => {
    const ofRow = sums.subarray(row * rows.outputs, (row + 1) * rows.outputs);
    const said = saidClass(ofRow);
    if (said === answer) return [];
    const probabilities = probabilitiesOf(ofRow);
    const ofAnswer = probabilities[answer] ?? 0;
    return [{ row, answer, said, ofAnswer, probability: probabilities[said] ?? 0 }];
  });
  wrong.sort((a, b) => a.ofAnswer - b.ofAnswer || b.probability - a.probability || a.row - b.row);
  const most = rows.asInTable(0).picture ? WORST_PICTURES : WORST_ROWS;
  const worst = wrong.slice(0, most).map(({ row, answer, said, probability }) => {
    return { ...rows.asInTable(row), answer, said, probability };
  });
  return { kind: 'classes', confusion, worst };
}

function ofAmounts(rows: TestRows, sums: Float32Array): Mistakes | undefined {
  if (!sums.every(Number.isFinite)) return undefined;
  const pairs = Array.from(sums, (sum, row) => {
    const [answer, said] = [rows.goalOf(row), rows.amountOf(sum)];
    return { row, answer, said, off: Math.abs(said - answer) };
  });
  const worst = pairs
    .toSorted((a, b) => b.off - a.off || a.row - b.row)
    .filter(({ off }) => off > 0)
    .slice(0, WORST_ROWS);
  return {
    ...{ kind: 'amount', rows: pairs.length },
    pairs: pairs.slice(0, MOST_PAIRS).map(({ answer, said }) => ({ answer, said })),
    meanOff: pairs.reduce((sum, { off }) => sum + off, 0) / pairs.length,
    tooHigh: pairs.filter(({ answer, said }) => said > answer).length,
    tooLow: pairs.filter(({ answer, said }) => said < answer).length,
    worst: worst.map(({ row, answer, said }) => ({ ...rows.asInTable(row), answer, said })),
  };
}
