/** The task: more iterations of a training in slow motion, with everything shown about the last one. */
import { workerData } from 'node:worker_threads';
import type { MessageKey, MessageParams } from '../src/content/translator.js';
import { type RowBook, rowBook } from '../src/datasets/row-book.js';
import { UserError } from '../src/errors.js';
import type { BatchRow, ShownIteration, SlowResult, SlowTask } from '../src/runs/slow-motion.js';
import { initialCheckpoint } from './engines/checkpoint.js';
import type { Network, Rows } from './engines/engine.js';
import { engineFor } from './engines/engines.js';
import { type Iterations, lossBetween, makeIterations } from './engines/iterations.js';
import { predict } from './engines/predict.js';
import { networkData, type NetworkData } from './network-data.js';

/** A `UserError` as data: an error that crosses threads loses its class. */
type StepThroughResult =
  | { readonly ok: true; readonly result: SlowResult }
  | { readonly ok: false; readonly key: MessageKey; readonly params: MessageParams };

/** More rows would push the numbers off a phone's screen. */
const EXAMPLES = 3;
/** How many rows of an epoch's order are shown. */
const FIRST_ROWS = 8;

/** Runs in a thread started with `workerData: { dataDir }`. */
export default async function stepThrough(task: SlowTask): Promise<StepThroughResult> {
  const { dataDir } = workerData as { readonly dataDir: string };
  try {
    return { ok: true, result: await stepped(task, dataDir) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ok: false, key: error.key, params: error.params };
  }
}

async function stepped(task: SlowTask, dataDir: string): Promise<SlowResult> {
  const { settings, backend, steps, forMs } = task;
  const engine = await engineFor(backend);
  const data = networkData(settings);
  const { network, training, validation } = data;
  const made = makeIterations({
    ...{ engine, validation, steps, forMs },
    training: { network, rows: training, settings, shuffle: true },
    state: task.state ?? { checkpoint: initialCheckpoint(network.units, settings) },
  });
  const book = rowBook(settings.dataset, dataDir);
  return { state: made.state, shown: shownOf(made, task, data, book) };
}

function shownOf(
  made: Iterations,
  task: SlowTask,
  data: NetworkData,
  book: RowBook,
): ShownIteration {
  const { state, epoch, before, order, gradients, weightsBefore, ended, outOfTime } = made;
  const { network, training } = data;
  const { sums } = epoch;
  const { loss, rows } = lossBetween(before, sums);
  const steps = Math.ceil(training.y.length / task.settings.batchSize);
  const { watched, checkpoint } = state;
  const numbered = (rowsInOrder: Uint32Array): readonly number[] =>
    [...rowsInOrder.subarray(0, FIRST_ROWS)].map((row) => book.rowNumbers[row] ?? 0);
  const isWorkedOut = epoch.steps === epoch.losses.length;
  return {
    epoch: checkpoint.epoch + (ended ? 0 : 1),
    step: epoch.steps,
    steps,
    updates: checkpoint.step,
    made: made.made,
    isFirst: task.state === null,
    ...(outOfTime && { outOfTime }),
    batch: {
      from: before.rows + 1,
      rows,
      loss,
      metric: sums.metric - before.metric,
      examples: [...order.subarray(before.rows, before.rows + Math.min(rows, EXAMPLES))].map(
        (row) => example(row, network, weightsBefore, training, book),
      ),
    },
    ...(isWorkedOut && { firstLosses: epoch.losses }),
    before,
    sums,
    gradient: gradients.reduce((sum, one) => sum + Math.abs(one), 0) / gradients.length,
    weight: {
      input: book.inputs[Math.floor(watched / (network.units[1] ?? 1))] ?? { column: '' },
      unit: (watched % (network.units[1] ?? 1)) + 1,
      before: weightsBefore[watched] ?? 0,
      after: checkpoint.weights[watched] ?? 0,
      gradient: gradients[watched] ?? 0,
    },
    elapsedMs: epoch.elapsedMs,
    firstStepMs: epoch.firstStepMs,
    ...(ended && {
      ended: {
        logs: {
          loss: sums.loss / sums.rows,
          metric: sums.metric / sums.rows,
          ...(ended.valLoss !== undefined && { valLoss: ended.valLoss }),
          ...(ended.valMetric !== undefined && { valMetric: ended.valMetric }),
        },
        order: numbered(order),
        next: numbered(ended.next),
      },
    }),
  };
}

/** The whole network's answer for a row, without dropout, with the weights before the iteration. */
function example(
  row: number,
  network: Network,
  weights: Float32Array,
  { x }: Rows,
  book: RowBook,
): BatchRow {
  const inputs = network.units[0] ?? 0;
  const outputs = predict(network, weights, x.subarray(row * inputs, (row + 1) * inputs));
  const about = {
    row: book.rowNumbers[row] ?? 0,
    values: book.cells(row),
    moreColumns: book.moreColumns,
  };
  const right = book.right(row);
  const [first = 0] = outputs;
  if (network.task === 'regression') {
    return { ...about, said: { kind: 'amount', predicted: book.amountOf(first), right } };
  }
  const probabilities = network.task === 'binary' ? [1 - first, first] : outputs;
  const probability = Math.max(...probabilities);
  const predicted = probabilities.indexOf(probability);
  return { ...about, said: { kind: 'class', predicted, probability, right } };
}
