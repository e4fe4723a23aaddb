/** Holds a prediction against what was measured. */
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { metricValue } from '../../render/keras-numbers.js';
import type { RunState } from '../../runs/run.js';
import { EQUAL, type Prediction } from './prediction.js';

/** Losses no further apart than this share of the lower one are called equal; the question says so. */
const EQUAL_SHARE = 0.01;

export interface Grade {
  /** Index of the answer that turned out right. */
  readonly right: number;
  readonly measured: Text;
  /** Why it came out that way. */
  readonly reason: Text;
}

/**
 * @param runs what was trained, in the order of the prediction's settings, all over
 * @returns undefined when what was asked was not measured: a run was stopped early, or broke
 */
export function gradeOf(
  prediction: Prediction,
  runs: readonly RunState[],
  t: Translator,
): Grade | undefined {
  const [first, second] = runs;
  if (!first) return undefined;
  if (prediction.about === 'iterations') return gradeIterations(prediction, first, t);
  if (prediction.about === 'updates') return gradeUpdates(prediction, first, t);
  return second && gradeBatches(first, second, t);
}

function gradeIterations(prediction: Prediction, run: RunState, t: Translator): Grade | undefined {
  const [epoch] = run.finished;
  if (!epoch) return undefined;
  const measured = t.text('predict.measured.iterations', {
    run: run.record.id,
    steps: epoch.steps,
  });
  return counted(prediction, epoch.steps, measured, t);
}

function gradeUpdates(prediction: Prediction, run: RunState, t: Translator): Grade | undefined {
  if (run.phase !== 'completed') return undefined;
  const made = updatesOf(run);
  const measured = t.text('predict.measured.updates', { run: run.record.id, updates: made });
  return counted(prediction, made, measured, t);
}

function counted(
  { options }: Prediction,
  value: number,
  measured: Text,
  t: Translator,
): Grade | undefined {
  const right = options.findIndex(({ params }) => params.value === value);
  const option = options[right];
  if (!option?.why) return undefined;
  return { right, measured, reason: t.text(option.why, option.params) };
}

function gradeBatches(first: RunState, second: RunState, t: Translator): Grade | undefined {
  const losses = [first, second].map(({ finished }) => finished.at(-1)?.logs.loss ?? NaN);
  const [lossFirst = NaN, lossSecond = NaN] = losses;
  const all = [first, second].every(({ phase }) => phase === 'completed');
  if (!all || !losses.every(Number.isFinite)) return undefined;
  const measured = t.text('predict.measured.batches', {
    epochs: first.finished.length,
    batch: first.record.settings.batchSize,
    other: second.record.settings.batchSize,
    loss: metricValue(lossFirst),
    lossOther: metricValue(lossSecond),
    updates: updatesOf(first),
    updatesOther: updatesOf(second),
  });
  if (Math.abs(lossFirst - lossSecond) <= EQUAL_SHARE * Math.min(lossFirst, lossSecond)) {
    return { right: EQUAL, measured, reason: t.text('predict.batches.equal') };
  }
  const right = lossFirst < lossSecond ? 0 : 1;
  const more = updatesOf(first) > updatesOf(second) ? 0 : 1;
  const reason = t.text(right === more ? 'predict.batches.more' : 'predict.batches.fewer');
  return { right, measured, reason };
}

function updatesOf({ finished }: RunState): number {
  return finished.reduce((sum, { steps }) => sum + steps, 0);
}
