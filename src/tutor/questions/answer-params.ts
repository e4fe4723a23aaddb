/** Every number that a written answer may put into its sentences, worked out for the asker. */
import type { MessageParams, Translator } from '../../content/translator.js';
import { batchSizesFor, counting, trainingRows } from './arithmetic.js';
import { KERAS_BATCH_SIZE, ownNumbers, whose, type AskerFacts } from './own-numbers.js';
import type { Quantities } from './quantities.js';

/** @param given what the question says itself; it goes before the asker's facts */
export function answerParams(given: Quantities, facts: AskerFacts, t: Translator): MessageParams {
  const own = ownNumbers(given, facts);
  const { rows, batch, epochs, from } = own;
  const sum = counting(rows, batch, epochs);
  const decimal = (value: number, digits = 3): string =>
    new Intl.NumberFormat(t.locale, { maximumFractionDigits: digits }).format(value);
  return {
    ...sum,
    whose: whose(from.rows, facts, t),
    quotient: decimal(rows / batch),
    product: sum.steps * batch,
    partRows: Math.ceil(rows / batch),
    doubleSteps: counting(rows * 2, batch, 1).steps,
    defaultSteps: counting(rows, KERAS_BATCH_SIZE, 1).steps,
    updatesSeconds: decimal((sum.updates * 2) / 1000),
    perSampleMs: decimal((200 * batch) / 1000),
    foldRows: rows - Math.ceil(rows / 5),
    foldSteps: counting(rows - Math.ceil(rows / 5), batch, 1).steps,
    doubleBatch: batch * 2,
    doubleEpochs: epochs * 2,
    doubleBatchSteps: counting(rows, batch * 2, 1).steps,
    halfBatch: Math.max(1, Math.floor(batch / 2)),
    halfBatchSteps: counting(rows, Math.max(1, Math.floor(batch / 2)), 1).steps,
    doubleUpdates: counting(rows, batch * 2, epochs * 2).updates,
    rootMse: decimal(Math.sqrt(25_000), 0),
    ...textbookSums,
    ...comparedBatches(given, rows, batch, epochs),
    ...shownBar(given),
    ...twoBars(given),
    ...timing(given, sum.steps, decimal),
    ...split(given, own.wholeRows, batch, decimal),
    ...manyBatches(given, rows, batch),
    thirdPercent: decimal(100 / 3, 1),
    ...lossesOf(decimal),
    ...bestEpochOf(given),
    baseline: facts.values.baseline,
    baselinePercent: decimal(Number(facts.values.baseline) * 100, 1),
  };
}

/** The standard examples of a remainder: 8,005 rows in tens, 55,000 in Keras' 32. */
const LESSON_ROWS = 8000;
const even = counting(LESSON_ROWS, 10, 1);
const uneven = counting(8005, 10, 1);
const unevenBar = counting(55_000, KERAS_BATCH_SIZE, 1);
/** The lesson's network, 11 → 6 → 6 → 1: inputs × units and a bias for each unit. */
const lessonLayers = [11 * 6 + 6, 6 * 6 + 6, 6 * 1 + 1] as const;

const textbookSums = {
  evenSteps: even.steps,
  evenPlus: Math.floor(8000 / 10) + 1,
  unevenSteps: uneven.steps,
  unevenBarSteps: unevenBar.steps,
  unevenBarProduct: unevenBar.steps * KERAS_BATCH_SIZE,
  unevenBarLast: unevenBar.last,
  lessonRows: LESSON_ROWS,
  lessonTrainRows: trainingRows(LESSON_ROWS, 0.2),
  lessonValRows: LESSON_ROWS - trainingRows(LESSON_ROWS, 0.2),
  lessonFirst: lessonLayers[0],
  lessonSecond: lessonLayers[1],
  lessonThird: lessonLayers[2],
  lessonParameters: lessonLayers.reduce((total, layer) => total + layer, 0),
};

/** A hundred times as many rows a batch, as far as there are rows; else a hundredth. */
function comparedBatches(
  { others }: Quantities,
  rows: number,
  batch: number,
  epochs: number,
): Readonly<Record<string, number>> {
  const second = others.find((value) => Number.isInteger(value) && value >= 1 && value !== batch);
  const usual = batch * 100 <= rows ? batch * 100 : Math.max(1, Math.floor(batch / 10));
  const other = second !== undefined && second <= rows ? second : usual;
  const small = counting(rows, Math.min(batch, other), epochs);
  const large = counting(rows, Math.max(batch, other), epochs);
  return {
    small: small.batch,
    smallSteps: small.steps,
    smallUpdates: small.updates,
    large: large.batch,
    largeSteps: large.steps,
    largeUpdates: large.updates,
  };
}

/** Rows that an old bar counted, and the batches that a new one does; MNIST where none are given. */
function shownBar({ rows, batch, bars }: Quantities): Readonly<Record<string, number>> {
  const totals = bars.map(({ total }) => total);
  const isPair = totals.length > 1;
  const barRows = rows ?? (isPair ? Math.max(...totals) : 60_000);
  const fitting = isPair ? batchSizesFor(barRows, Math.min(...totals)) : undefined;
  const isUsual = !fitting || (fitting.from <= KERAS_BATCH_SIZE && KERAS_BATCH_SIZE <= fitting.to);
  const sum = counting(barRows, batch ?? (isUsual ? KERAS_BATCH_SIZE : fitting.from), 1);
  return {
    barRows: sum.rows,
    barBatch: sum.batch,
    barSteps: sum.steps,
    barRest: sum.rows % sum.batch,
  };
}

/** Two people's bars of the same rows: what the other batch_size is, if one is Keras' default. */
function twoBars({ bars }: Quantities): Readonly<Record<string, number>> {
  const totals = bars.length > 1 ? bars.map(({ total }) => total) : [1_875, 469];
  const [most, least] = [Math.max(...totals), Math.min(...totals)];
  const rows = most * KERAS_BATCH_SIZE;
  const other = batchSizesFor(rows, least)?.from ?? Math.ceil(rows / least);
  return {
    pairRows: rows,
    pairBatch: KERAS_BATCH_SIZE,
    pairMost: most,
    pairOther: other,
    pairLeast: counting(rows, other, 1).steps,
  };
}

type Decimal = (value: number, digits?: number) => string;

/** What a first step costs that takes 350 ms, as building the graph of a small network does. */
const FIRST_STEP_SECONDS = 0.35;

function timing(
  { msPerStep = 2, secondsPerEpoch, etaSeconds, bars }: Quantities,
  stepsGiven: number,
  decimal: Decimal,
): MessageParams {
  const steps = bars[0]?.total ?? stepsGiven;
  const stepsSeconds = (steps * msPerStep) / 1000;
  const stepsLeft = Math.max(1, steps - 1);
  const etaShown = etaSeconds ?? FIRST_STEP_SECONDS * stepsLeft;
  return {
    msPerStep: decimal(msPerStep),
    stepsSeconds: decimal(stepsSeconds),
    epochSeconds: decimal(secondsPerEpoch ?? stepsSeconds, 0),
    stepsLeft,
    etaFirst: decimal(etaShown / stepsLeft, 2),
    eta: clock(etaShown),
  };
}

/** As Keras' bar writes what is left: `4:39`, under a minute `12s`. */
function clock(seconds: number): string {
  const whole = Math.trunc(seconds);
  if (whole <= 60) return `${whole}s`;
  return `${Math.trunc(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A fifth is what lessons take; the rows are those before the split. */
function split(
  given: Quantities,
  wholeRows: number,
  batch: number,
  decimal: Decimal,
): MessageParams {
  const share = given.validationSplit ?? 0.2;
  const trainRows = Math.max(1, trainingRows(wholeRows, share));
  const valRows = Math.max(1, wholeRows - trainRows);
  return {
    split: decimal(share),
    wholeRows,
    trainRows,
    valRows,
    valRowShare: decimal(100 / valRows, 2),
    valSteps: counting(valRows, batch, 1).steps,
    splitSteps: counting(trainRows, batch, 1).steps,
    wholeSteps: counting(wholeRows, batch, 1).steps,
  };
}

function manyBatches(
  { gpus = 2, accumulated = 4, batch: givenBatch }: Quantities,
  rows: number,
  batch: number,
): Readonly<Record<string, number>> {
  const gpuBatch = givenBatch ?? 64;
  const { steps } = counting(rows, batch, 1);
  return {
    gpus,
    gpuBatch,
    perGpu: Math.ceil(gpuBatch / gpus),
    gpuSteps: counting(rows, gpuBatch, 1).steps,
    accumulated,
    accumulatedRows: accumulated * batch,
    accumulatedUpdates: Math.ceil(steps / accumulated),
  };
}

/** EarlyStopping ends a run that many epochs after its best one. */
function bestEpochOf({
  patience = 10,
  stoppedAt = 37,
}: Quantities): Readonly<Record<string, number>> {
  return { patience, stoppedAt, bestEpoch: Math.max(1, stoppedAt - patience) };
}

/** Crossentropy of one row whose right answer got this probability: -ln(p). */
function lossesOf(decimal: Decimal): Readonly<Record<string, string>> {
  const of = (probability: number): string => decimal(-Math.log(probability));
  return {
    lossLow: of(0.3),
    lossMid: of(0.45),
    lossHalf: of(0.5),
    lossSure: of(0.7),
    lossNine: of(0.9),
    lossOne: of(0.1),
    lossTen: of(1 / 10),
  };
}
