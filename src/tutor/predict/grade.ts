/** Compares a prediction with the measurements. */
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { differences } from '../../render/comparison/differences.js';
import { metricValue } from '../../render/keras-numbers.js';
import type { FitSettings } from '../../runs/protocol.js';
import { readAsNow } from '../../runs/reading.js';
import type { RunState } from '../../runs/run.js';
import {
  isLowest,
  type CountPrediction,
  type LowestPrediction,
  type Prediction,
} from './prediction.js';
import { settingWords, varied } from './words.js';

/** Losses that differ by no more than this share of the lower one count as equal; the question says so. */
const EQUAL_SHARE = 0.01;

export interface Grade {
  /** Index of the right answer. */
  readonly right: number;
  readonly measured: Text;
  /** The reason. */
  readonly reasons: readonly Text[];
}

/**
 * @param runs the finished runs
 * @returns undefined if the answer was not measured: a run was stopped early, or failed
 */
export function gradeOf(
  prediction: Prediction,
  runs: readonly RunState[],
  t: Translator,
): Grade | undefined {
  if (isLowest(prediction)) return gradeLowest(prediction, measuredOf(prediction, runs), t);
  const [run] = runs;
  if (!run) return undefined;
  return prediction.about === 'iterations'
    ? gradeIterations(prediction, run, t)
    : gradeUpdates(prediction, run, t);
}

function gradeIterations(
  prediction: CountPrediction,
  run: RunState,
  t: Translator,
): Grade | undefined {
  const [epoch] = run.finished;
  if (!epoch) return undefined;
  const measured = t.text('predict.measured.iterations', {
    run: run.record.id,
    steps: epoch.steps,
  });
  return counted(prediction, epoch.steps, measured, t);
}

function gradeUpdates(
  prediction: CountPrediction,
  run: RunState,
  t: Translator,
): Grade | undefined {
  if (run.phase !== 'completed') return undefined;
  const made = updatesOf(run);
  const measured = t.text('predict.measured.updates', { run: run.record.id, updates: made });
  return counted(prediction, made, measured, t);
}

function counted(
  { options }: CountPrediction,
  value: number,
  measured: Text,
  t: Translator,
): Grade | undefined {
  const right = options.findIndex(({ params }) => params.value === value);
  const option = options[right];
  if (!option?.why) return undefined;
  return { right, measured, reasons: [t.text(option.why, option.params)] };
}

/** One setting's result. */
export interface Measured {
  readonly epochs: number;
  /** Weight updates in all epochs. */
  readonly updates: number;
  /** Training loss of the last epoch; not finite if it overflowed. */
  readonly loss: number;
}

/**
 * @param runs several for each setting, in any order; if several have the same setting (a class), the
 *   mean of their losses counts
 * @returns one for each of the prediction's settings; undefined where none was trained to the end
 */
function measuredOf(
  { settings }: LowestPrediction,
  runs: readonly RunState[],
): readonly (Measured | undefined)[] {
  const completed = runs.filter(
    ({ phase, finished }) => phase === 'completed' && finished.length > 0,
  );
  return settings.map((one) => {
    const own = completed.filter(({ record }) => isSameButSeed(record.settings, one));
    const [first] = own;
    if (!first) return undefined;
    const losses = own.map(({ finished }) => finished.at(-1)?.logs.loss ?? NaN);
    const loss = losses.reduce((sum, value) => sum + value, 0) / losses.length;
    return { epochs: first.finished.length, updates: updatesOf(first), loss };
  });
}

/** Ignores how a run's file was read, which the prediction does not include. */
function isSameButSeed(one: FitSettings, other: FitSettings): boolean {
  return inOrder(readAsNow(one)) === inOrder(readAsNow(other));
}

/** Canonical form: sorted keys at every depth, without undefined values, as after storage. */
function inOrder({ seed: _, ...settings }: FitSettings): string {
  return JSON.stringify(settings, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/**
 * Which of several settings ended lowest. Overflowed runs do not compete; if one was not trained to the end,
 * its result is unknown, so nothing is graded.
 * @param measured one for each of the prediction's settings, in their order
 */
export function gradeLowest(
  prediction: LowestPrediction,
  measured: readonly (Measured | undefined)[],
  t: Translator,
): Grade | undefined {
  const all = measured.filter((one) => one !== undefined);
  const right = all.length === prediction.settings.length ? lowestOf(all) : undefined;
  if (right === undefined) return undefined;
  const values = all.map(({ loss, updates }, index) =>
    t.plain('predict.measuredOne', {
      ...{ loss: metricValue(loss), setting: settingWords(prediction, index), updates },
    }),
  );
  return {
    right,
    measured: t.text('predict.measured.lowest', {
      ...{ epochs: Math.max(...all.map(({ epochs }) => epochs)), values: values.join(', ') },
    }),
    reasons: [...lostWords(prediction, all, t), reasonWords(prediction, all, right, t)],
  };
}

/** @returns the index, one past the last for about equal, undefined with fewer than two to compare */
function lowestOf(measured: readonly Measured[]): number | undefined {
  const losses = measured.map(({ loss }) => loss);
  const [lowest, second] = losses.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (lowest === undefined || second === undefined) return undefined;
  return second - lowest <= EQUAL_SHARE * lowest ? losses.length : losses.indexOf(lowest);
}

function lostWords(
  prediction: LowestPrediction,
  measured: readonly Measured[],
  t: Translator,
): readonly Text[] {
  const lost = measured.flatMap(({ loss }, index) =>
    Number.isFinite(loss) ? [] : [settingWords(prediction, index)],
  );
  return lost.length === 0 ? [] : [t.text('predict.lowest.lost', { settings: lost.join(', ') })];
}

function reasonWords(
  { settings }: LowestPrediction,
  measured: readonly Measured[],
  right: number,
  t: Translator,
): Text {
  const winner = measured[right];
  if (!winner) return t.text('predict.lowest.equal');
  const { setting } = varied(settings);
  const count = settings.length;
  const fewer = measured.filter(({ updates }) => updates < winner.updates).length;
  const more = measured.filter(({ updates }) => updates > winner.updates).length;
  if (more > 0) return t.text('predict.lowest.fewer', { count });
  if (fewer > 0) return t.text('predict.lowest.more', { count });
  if (setting === 'dropout') return t.text('predict.lowest.dropout');
  if (setting === 'l2') return t.text('predict.lowest.l2');
  const [, also] = differences(settings.map((one) => ({ settings: one })));
  return also
    ? t.text('predict.lowest.also', {
        setting,
        also: also.setting,
        values: also.values.join(' · '),
      })
    : t.text('predict.lowest.setting', { setting, count });
}

function updatesOf({ finished }: RunState): number {
  return finished.reduce((sum, { steps }) => sum + steps, 0);
}
