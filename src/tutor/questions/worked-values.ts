/** The numbers that written answers put into their sentences, worked out for the asker. */
import type { AnswerValues } from '../../content/answer-values.js';
import type { Translator } from '../../content/translator.js';
import type { Facts } from '../facts.js';
import { counting, trainingRows } from './sums/arithmetic.js';

/** Numbers that the question itself gives. */
export interface Given {
  readonly rows?: number;
  readonly batch?: number;
  readonly epochs?: number;
  /** From 0 to 1. */
  readonly validationSplit?: number;
}

const KERAS_BATCH_SIZE = 32;
/** What lessons keep aside for validation. */
const USUAL_SPLIT = 0.2;
/** Folds of a cross-validation, and batches whose gradients are added up, where nobody says otherwise. */
const USUAL_FOLDS = 5;
const USUAL_ACCUMULATED = 4;
/** Milliseconds of a row and of an update that stand for a small network in an example. */
const MS_A_ROW = 0.2;
const MS_AN_UPDATE = 2;

/**
 * All from one source, so that no number is called somebody's that is not: the question's, where it
 * gives what the answer speaks of, else those of the run in front, else an example's.
 * @param names the values that the answer speaks of
 */
export function answerValues(
  names: ReadonlySet<string>,
  given: Given,
  { run, values }: Facts,
  t: Translator,
): Partial<AnswerValues> {
  const { rows, batch, epochs } = given;
  // Who asks whether 32 means 32 parts has named one number, not two.
  const isOwn =
    rows !== undefined &&
    batch !== undefined &&
    rows !== batch &&
    (epochs !== undefined || ![...names].some((name) => /epoch|updates/.test(name)));
  // A split that the run did not have is no run's.
  const ofSplit = [...names].some((name) => /split|whole_|train_|val_row|val_steps/.test(name));
  const hadSplit = values.validation_rows > 0 && given.validationSplit === undefined;
  const isOfRun = run !== undefined && (!ofSplit || hadSplit);
  const source = isOwn ? 'question' : isOfRun ? 'run' : 'example';
  const here = t.plain(`ask.here.${source}`, { run: run?.id ?? '' });
  // An example may have the asker's epochs, which go with any rows.
  const ofRun = {
    rows: values.rows,
    batch: values.batch,
    epochs: isOfRun ? values.epochs : (epochs ?? values.epochs),
  };
  const own = isOwn ? { rows, batch, epochs: epochs ?? values.epochs } : ofRun;
  const worked = workedWith(own, splitOf(given, values, isOwn), t);
  return {
    ...values,
    ...counting(own.rows, own.batch, own.epochs),
    ...worked,
    ...verdict(values),
    baseline_percent: decimal(Number(values.baseline) * 100, t, 1),
    here,
    Here: here.charAt(0).toUpperCase() + here.slice(1),
  };
}

/** How a run did on the test rows: accuracy wants to be above the baseline, an error below it. */
function verdict({ test_metric, baseline, metric }: Facts['values']): Partial<AnswerValues> {
  if (test_metric === undefined) return {};
  const [reached, free] = [Number(test_metric), Number(baseline)];
  const isBetter = metric === 'mae' ? reached < free : reached > free;
  return { run_verdict: isBetter ? 'better' : 'other' };
}

/** All rows, and how many of them train. */
interface Split {
  readonly share: number;
  readonly whole: number;
  readonly training: number;
}

/** The question's; else the run's own; else the usual one. */
function splitOf(given: Given, { rows, validation_rows }: Facts['values'], isOwn: boolean): Split {
  const whole = isOwn ? (given.rows ?? rows) : rows + validation_rows;
  if (given.validationSplit === undefined && !isOwn && validation_rows > 0) {
    return { share: validation_rows / whole, whole, training: rows };
  }
  const share = given.validationSplit ?? USUAL_SPLIT;
  return { share, whole, training: Math.max(1, trainingRows(whole, share)) };
}

interface Own {
  readonly rows: number;
  readonly batch: number;
  readonly epochs: number;
}

function workedWith(
  { rows, batch, epochs }: Own,
  { share, whole, training }: Split,
  t: Translator,
): Partial<AnswerValues> {
  const stepsOf = (size: number, of = rows): number => counting(of, size, 1).steps;
  const { steps, updates } = counting(rows, batch, epochs);
  const other = batch * 100 <= rows ? batch * 100 : Math.max(1, Math.floor(batch / 10));
  const [small, large] = [Math.min(batch, other), Math.max(batch, other)];
  const half = Math.max(1, Math.floor(batch / 2));
  const valRows = Math.max(1, whole - training);
  const foldRows = rows - Math.ceil(rows / USUAL_FOLDS);
  return {
    quotient: decimal(rows / batch, t),
    part_rows: Math.ceil(rows / batch),
    ...{ small, small_steps: stepsOf(small), small_updates: stepsOf(small) * epochs },
    ...{ large, large_steps: stepsOf(large), large_updates: stepsOf(large) * epochs },
    double_steps: stepsOf(batch, rows * 2),
    double_batch: batch * 2,
    double_batch_steps: stepsOf(batch * 2),
    double_epochs: epochs * 2,
    double_updates: steps * epochs * 2,
    double_both_updates: stepsOf(batch * 2) * epochs * 2,
    half_batch: half,
    half_batch_steps: stepsOf(half),
    default_steps: stepsOf(KERAS_BATCH_SIZE),
    split: decimal(share, t),
    whole_rows: whole,
    train_rows: training,
    val_rows: valRows,
    val_row_share: decimal(100 / valRows, t, 2),
    whole_steps: stepsOf(batch, whole),
    split_steps: stepsOf(batch, training),
    val_steps: stepsOf(batch, valRows),
    fold_rows: foldRows,
    fold_steps: stepsOf(batch, foldRows),
    accumulated_rows: USUAL_ACCUMULATED * batch,
    accumulated_updates: Math.ceil(steps / USUAL_ACCUMULATED),
    per_sample_ms: decimal(MS_A_ROW * batch, t),
    updates_seconds: decimal((updates * MS_AN_UPDATE) / 1000, t),
  };
}

function decimal(value: number, { locale }: Translator, digits = 3): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}
