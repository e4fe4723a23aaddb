/** Whether a question wants something worked out, and what. */
import { stepsPerEpoch } from '../../runs/run.js';
import { batchSizesFor, counting } from './arithmetic.js';
import { KERAS_BATCH_SIZE, ownNumbers, type AskerFacts, type OwnNumbers } from './own-numbers.js';
import { offeredResults } from './quantities.js';
import { speaksOf, type Question } from './question.js';
import type { Sum } from './sum.js';
import { shownNumber, whyAsked } from './why-asked.js';

export function sumAsked(question: Question, facts: AskerFacts): Sum | undefined {
  const { gpus, accumulated } = question.quantities;
  // Other rules hold there; the written answers know them.
  if (gpus !== undefined || accumulated !== undefined) return undefined;
  return (
    rightRows(question) ??
    timeAsked(question, facts) ??
    stepsSet(question, facts) ??
    backwards(question, facts) ??
    forwards(question, facts)
  );
}

/** What rows and a batch_size that are both given make, where nothing else is understood. */
export function sumOfGiven({ quantities }: Question, facts: AskerFacts): Sum | undefined {
  const { rows, batch, epochs } = quantities;
  if (rows === undefined || batch === undefined) return undefined;
  return { kind: epochs === undefined ? 'steps' : 'updates', own: ownNumbers(quantities, facts) };
}

const counts = (question: Question): boolean =>
  speaksOf(question, 'how_many', 'how_much', 'total', 'calculate') ||
  (speaksOf(question, 'count_of') && !speaksOf(question, 'increase', 'decrease', 'change')) ||
  /[=?]\s*$|(?:이면|(?<!려)면|인데|일 ?때)\s*(?:요|은|는)?\??$/.test(question.text);

/** “Accuracy 0.85 on 2000 rows, how many are right?” */
function rightRows(question: Question): Sum | undefined {
  const { accuracy, rows } = question.quantities;
  if (accuracy === undefined || rows === undefined || !speaksOf(question, 'how_many')) {
    return undefined;
  }
  const ofRight = /right|correct|hits?\b|맞/.test(question.text);
  return ofRight ? { kind: 'right', accuracy, rows } : undefined;
}

const ofOneStep =
  /(?:per|a|one|each|every) step|(?:스텝|이터레이션) ?(?:당|하나|한 ?번)|한 ?스텝|\bms\b/;

function timeAsked(question: Question, facts: AskerFacts): Sum | undefined {
  const { msPerStep, secondsPerEpoch, steps, epochs, rows, batch } = question.quantities;
  if (secondsPerEpoch !== undefined && steps !== undefined && msPerStep === undefined) {
    const asks = ofOneStep.test(question.text) && (epochs ?? 1) === 1;
    if (asks) return { kind: 'step-time', seconds: secondsPerEpoch, steps };
  }
  const isBare = rows === undefined && batch === undefined && steps === undefined;
  const speaks = speaksOf(question, 'time', 'how_much', 'slow', 'total');
  if (!speaks && !isBare) return undefined;
  if (secondsPerEpoch !== undefined && epochs !== undefined && epochs > 1) {
    return { kind: 'time-epochs', secondsPerEpoch, epochs };
  }
  if (msPerStep === undefined || (steps === undefined && (!rows || !batch))) return undefined;
  const own = ownNumbers(question.quantities, facts);
  return {
    kind: 'time',
    msPerStep,
    epochs: epochs ?? 1,
    steps: steps ?? stepsPerEpoch(own.rows, own.batch),
  };
}

/** `steps_per_epoch=50`: is that all of the rows? */
function stepsSet(question: Question, facts: AskerFacts): Sum | undefined {
  const { steps } = question.quantities;
  if (
    steps === undefined ||
    !/steps_per_epoch(?:\s*=|\s+(?:to|of|is|as|를|을|은))?\s*\d/.test(question.text)
  )
    return undefined;
  const asksRows = speaksOf(question, 'how_many', 'how_much') && !speaksOf(question, 'skip');
  if (asksRows || !speaksOf(question, 'data', 'row', 'skip', 'part')) return undefined;
  return { kind: 'set-steps', steps, own: ownNumbers(question.quantities, facts) };
}

const perEpoch =
  /\/|per epoch|(?:an|each|every|one) epoch|(?:에포크|에폭) ?(?:당|마다|하나|한 ?번)/;
const whichEpoch = /which epoch|몇 ?번째 ?(?:epoch|에포크|에폭)/;

/** From a result to what it comes from. */
function backwards(question: Question, facts: AskerFacts): Sum | undefined {
  const { quantities } = question;
  const { rows, batch, steps, updates, epochs } = quantities;
  const own = ownNumbers(quantities, facts);
  const wanted = steps ?? shownNumber(question);
  if (updates !== undefined && (epochs ?? 1) > 1 && perEpoch.test(question.text)) {
    const isBare = rows === undefined && batch === undefined && steps === undefined;
    if (isBare && epochs !== undefined) return { kind: 'per-epoch', updates, epochs };
  }
  if (steps !== undefined && (epochs ?? 1) === 1 && wantsEpochs.test(question.text)) {
    const needed = stepsPerEpoch(own.rows, own.batch);
    if (updates === undefined && batch !== undefined && steps > needed) {
      return { kind: 'epochs', updates: steps, steps: needed };
    }
    const all = quantities.others.find((value) => value > steps);
    if (batch === undefined && all !== undefined) return { kind: 'epochs', updates: all, steps };
  }
  if (updates !== undefined && (epochs ?? 1) === 1 && speaksOf(question, 'epoch')) {
    const perEpoch = steps ?? stepsPerEpoch(own.rows, own.batch);
    if (counts(question) || whichEpoch.test(question.text))
      return { kind: 'epochs', updates, steps: perEpoch };
  }
  if (wanted === undefined) return undefined;
  if (asksForBatch(question) || needsOtherBatch(question, wanted)) {
    return { kind: 'batch', steps: wanted, own };
  }
  if (batch !== undefined && rows === undefined && speaksOf(question, 'row', 'data', 'train_set')) {
    if (counts(question)) return { kind: 'rows', steps: wanted, batch };
  }
  const { bars } = quantities;
  if (bars.length === 1 && rows === undefined && speaksOf(question, 'row', 'data')) {
    if (counts(question)) return { kind: 'why-range', steps: wanted, batch: KERAS_BATCH_SIZE };
  }
  return steps === undefined ? whyAsked(question, wanted, facts) : undefined;
}

function asksForBatch(question: Question): boolean {
  return (
    question.quantities.batch === undefined &&
    speaksOf(question, 'batch_size', 'batch') &&
    (counts(question) || speaksOf(question, 'what', 'choose', 'need')) &&
    !speaksOf(question, 'why', 'skip', 'mean', 'version', 'power_of_two')
  );
}

/** “Why 782 steps for 50,000 rows?”: not with the default batch_size, but with another. */
function needsOtherBatch(question: Question, steps: number): boolean {
  const { rows, batch, epochs } = question.quantities;
  if (rows === undefined || batch !== undefined || epochs !== undefined) return false;
  // The share that was taken off the rows is not known then.
  if (speaksOf(question, 'validation', 'validation_split')) return false;
  if (stepsPerEpoch(rows, KERAS_BATCH_SIZE) === steps || steps >= rows) return false;
  return batchSizesFor(rows, steps) !== undefined;
}

/** From rows, batch_size and epochs to iterations and updates. */
function forwards(question: Question, facts: AskerFacts): Sum | undefined {
  const { rows, batch, epochs, steps, updates, validationSplit, bars, others } =
    question.quantities;
  const given = [rows, batch, epochs, steps].filter((value) => value !== undefined).length;
  const own = ownNumbers(question.quantities, facts);
  if (rows !== undefined && batch !== undefined && speaksOf(question, 'last_batch')) {
    return { kind: dropsRest.test(question.text) ? 'dropped' : 'last', own };
  }
  if (epochs === undefined && given < 2 && wantsEpochs.test(question.text)) return undefined;
  const counted = speaksOf(question, ...countedThings);
  const isClear = rows !== undefined && batch !== undefined && counted;
  if (isClear && others.length === 1 && isBatchPair.test(question.text)) {
    return { kind: 'two-batches', own, other: others[0] ?? own.batch };
  }
  if (rowsSeen.test(question.text) && speaksOf(question, 'how_many', 'total') && !counted) {
    if (epochs !== undefined) return { kind: 'seen', own };
  }
  const isProduct = given === 2 && (steps ?? 1) > 1 && (epochs ?? 1) > 1;
  const isPlain = (isClear || isProduct) && !speaksOf(question, 'what', 'mean', ...notCounted);
  if (!counts(question) && !offersResults(question, own) && given < 3 && !isPlain) {
    return undefined;
  }
  if (steps !== undefined && rows === undefined) {
    if (epochs === undefined || batch !== undefined || updates !== undefined) return undefined;
    return { kind: 'known-steps', steps, epochs };
  }
  // Two batch sizes are compared in words.
  if (speaksOf(question, 'differ') && others.length > 0) return undefined;
  const ofWeights = speaksOf(question, 'weight') && !speaksOf(question, 'update');
  if (given === 0) {
    const plain =
      speaksOf(question, 'how_many', 'count_of', 'total') && counted && bars.length === 0;
    if (
      !plain ||
      ofWeights ||
      speaksOf(question, 'half', 'increase', 'decrease', 'row', 'data', ...notCounted)
    ) {
      return undefined;
    }
    if (dropsRest.test(question.text)) return { kind: 'dropped', own };
    return { kind: speaksOf(question, 'total') ? 'updates' : 'steps', own };
  }
  const explains = speaksOf(question, 'fit') && speaksOf(question, 'what');
  const isSum = speaksOf(question, 'how_many') || offersResults(question, own);
  const asksForWords = explains || ofWeights || speaksOf(question, 'mean', ...notCounted);
  if (asksForWords && !isSum) return undefined;
  if (validationSplit !== undefined && rows !== undefined && !counted) {
    return { kind: 'validation', own };
  }
  if (rows === undefined && !counted && given < 2) return undefined;
  if (dropsRest.test(question.text)) return { kind: 'dropped', own };
  if (speaksOf(question, 'last_batch', 'divisible')) return { kind: 'last', own };
  return { kind: wantsAll(question) ? 'updates' : 'steps', own };
}

/** “Batch 64 vs 128”, not merely two numbers. */
const isBatchPair =
  /(?:batch(?:[_ ]?sizes?)?|배치(?: ?(?:사이즈|크기))?) ?(?:of |= ?)?\d[\d,]* ?(?:vs\.?|versus|or|and|이?랑|와|과|하고|→) ?(?:(?:batch|배치)\S* ?)?\d[\d,]*(?![\d,]| ?(?:epochs?|에포크|에폭|rows|steps))/;
/** Rows, that is, however often the same ones. */
const rowsSeen =
  /(?:rows|samples|images|examples|데이터|샘플|행|이미지).*(?:process|seen?\b|look|go through|처리|보나|봐요|보게|학습)/;

/** How many are enough is no sum. */
const wantsEpochs =
  /how many epochs|(?:몇|얼마나) ?(?:번 ?)?(?:에포크|에폭)|(?:에포크|에폭|epochs?)(?:는|은|를|을)? ?(?:몇|얼마)/;

/** As tf.data and PyTorch call it. */
const dropsRest = /drop_(?:remainder|last)(?! ?= ?false)/;

const countedThings = [
  'iteration',
  'step',
  'batch',
  'steps_per_epoch',
  'update',
  'minibatch',
] as const;

/** Questions about how many are good, what is best, or what went wrong, are no sums. */
const notCounted = [
  ...(['choose', 'better', 'worse', 'enough', 'stop', 'differ', 'why', 'part'] as const),
  ...(['loss', 'accuracy', 'parameter', 'layer', 'unit', 'time', 'memory', 'always'] as const),
  ...(['baseline', 'classification'] as const),
] as const;

/** “76번? 77번?”: results to choose from ask for the sum as well. */
function offersResults(question: Question, { rows, batch, epochs }: OwnNumbers): boolean {
  const { quantities } = question;
  if (quantities.batch === undefined && quantities.epochs === undefined) return false;
  const { steps, updates } = counting(rows, batch, epochs);
  const floor = Math.floor(rows / batch);
  const likely = [steps, updates, floor, floor + 1, rows * epochs];
  const isUpdates = quantities.updates !== undefined && speaksOf(question, 'update', 'weight');
  return isUpdates || offeredResults(quantities).some((offered) => likely.includes(offered));
}

const ofOneEpoch =
  /(?:\b(?:1|one|an?|per|each|every|single) ?|한 ?|매 ?)(?:epoch|에포크|에폭)|(?:에포크|에폭) ?(?:당|하나|한 ?번)/;

function wantsAll(question: Question): boolean {
  const { epochs } = question.quantities;
  if (ofOneEpoch.test(question.text) && !speaksOf(question, 'total')) return false;
  if (epochs === undefined) return speaksOf(question, 'update') && speaksOf(question, 'total');
  return epochs > 1 || speaksOf(question, 'total', 'update');
}
