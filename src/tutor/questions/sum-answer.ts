/** Says a sum: the result first, then how it comes about, then what was taken for granted. */
import type { Concept } from '../../content/concepts.js';
import type { Text } from '../../content/text.js';
import type { MessageKey, MessageParams, Translator } from '../../content/translator.js';
import { batchSizesFor, counting, rowsFor, type Counting } from './arithmetic.js';
import type { AskerFacts, OwnNumbers } from './own-numbers.js';
import { offeredResults, type Quantities } from './quantities.js';
import type { Sum } from './sum.js';
import { assumed, decimal, quotient } from './sum-parts.js';

export interface SumAnswer {
  readonly concepts: readonly Concept[];
  /** A paragraph each. */
  readonly lines: readonly Text[];
}

export function sumAnswer(
  sum: Sum,
  given: Quantities,
  facts: AskerFacts,
  t: Translator,
): SumAnswer {
  const say = (key: MessageKey, params: MessageParams): Text => t.text(key, params);
  switch (sum.kind) {
    case 'steps':
    case 'updates':
    case 'last':
    case 'validation':
      return counted(sum.kind, sum.own, given, facts, t);
    case 'dropped': {
      const { rows, batch } = sum.own;
      const whole = Math.floor(rows / batch);
      const params = { rows, batch, whole, rest: rows - whole * batch };
      return {
        concepts: ['last_partial_batch', 'steps_per_epoch', 'batch_size'],
        lines: [
          say('sum.dropped', { ...params, ...quotient(rows, batch, t) }),
          ...assumed(sum.own, false, facts, t),
        ],
      };
    }
    case 'set-steps': {
      const { own, steps } = sum;
      const { rows, batch } = own;
      const { steps: needed } = counting(rows, batch, 1);
      const params = { steps, rows, batch, needed, seen: steps * batch };
      const kind = steps < needed ? 'fewer' : steps === needed ? 'same' : 'more';
      return {
        concepts: ['steps_per_epoch', 'epoch', 'batch_size'],
        lines: [say(`sum.setSteps.${kind}`, params), ...assumed(own, false, facts, t)],
      };
    }
    case 'why': {
      const { own, steps } = sum;
      const { rows, wholeRows, batch } = own;
      const isDefault = own.from.batch === 'keras' ? 'yes' : 'no';
      const split = { split: sum.split ?? given.validationSplit ?? 0, valRows: wholeRows - rows };
      return {
        concepts: ['steps_per_epoch', 'batch_size', 'progress_bar'],
        lines: [
          say('sum.why', { steps, rows, batch, ...quotient(rows, batch, t), default: isDefault }),
          ...(rows === wholeRows ? [] : [say('sum.validation', { ...split, rows, wholeRows })]),
          ...assumed({ ...own, from: { ...own.from, batch: 'question' } }, false, facts, t),
        ],
      };
    }
    case 'why-range': {
      const { steps, batch } = sum;
      const isDefault = given.batch === undefined ? 'yes' : 'no';
      const mnist = rowsOfMnist(steps, batch);
      return {
        concepts: ['steps_per_epoch', 'batch_size', 'progress_bar'],
        lines: [
          say('sum.whyRange', { steps, batch, default: isDefault, ...rowsFor(steps, batch) }),
          ...(mnist ? [say('sum.whyMnist', { rows: mnist, batch, steps })] : []),
        ],
      };
    }
    case 'batch':
      return { concepts: ['batch_size', 'steps_per_epoch'], lines: [batchLine(sum, t)] };
    case 'rows':
      return {
        concepts: ['steps_per_epoch', 'last_partial_batch', 'batch_size'],
        lines: [say('sum.rows', { ...sum, ...rowsFor(sum.steps, sum.batch) })],
      };
    case 'right': {
      const { accuracy, rows } = sum;
      const params = {
        rows,
        accuracy: decimal(accuracy, t, 6),
        right: Math.round(accuracy * rows),
      };
      return { concepts: ['accuracy', 'baseline'], lines: [say('sum.right', params)] };
    }
    case 'step-time': {
      const { seconds, steps } = sum;
      const ms = decimal((seconds * 1000) / steps, t);
      return {
        concepts: ['training_time', 'iteration', 'progress_bar'],
        lines: [say('sum.time.oneStep', { seconds: decimal(seconds, t), steps, ms })],
      };
    }
    case 'seen': {
      const { rows, epochs } = sum.own;
      return {
        concepts: ['epoch', 'shuffle', 'iteration'],
        lines: [
          say('sum.seen', { rows, epochs, seen: rows * epochs }),
          ...assumed({ ...sum.own, from: { ...sum.own.from, batch: 'question' } }, false, facts, t),
        ],
      };
    }
    case 'per-epoch': {
      const { updates, epochs } = sum;
      return {
        concepts: ['steps_per_epoch', 'iteration', 'epoch'],
        lines: [say('sum.perEpoch', { updates, epochs, quotient: decimal(updates / epochs, t) })],
      };
    }
    case 'two-batches': {
      const { own, other } = sum;
      const { rows, batch } = own;
      const [one, two] = [counting(rows, batch, 1), counting(rows, other, 1)];
      const params = { rows, batch, steps: one.steps, other, otherSteps: two.steps };
      return {
        concepts: ['batch_size', 'steps_per_epoch', 'iteration'],
        lines: [say('sum.twoBatches', params), ...assumed(own, false, facts, t)],
      };
    }
    case 'epochs': {
      const { updates, steps } = sum;
      const epochs = Math.floor(updates / steps);
      const rest = updates - epochs * steps;
      const params = { epochs, rest, updates, steps, ...quotient(updates, steps, t) };
      return {
        concepts: ['epoch', 'iteration'],
        lines: [say(rest === 0 ? 'sum.epochs' : 'sum.epochsPart', params)],
      };
    }
    case 'known-steps': {
      const { steps, epochs } = sum;
      return {
        concepts: ['iteration', 'epoch', 'weights'],
        lines: [say('sum.updates', { steps, epochs, updates: steps * epochs })],
      };
    }
    case 'time': {
      const { steps, msPerStep: ms, epochs } = sum;
      const seconds = (steps * ms) / 1000;
      return {
        concepts: ['training_time', 'iteration', 'progress_bar'],
        lines: [
          say('sum.time.steps', {
            steps,
            ms,
            epochs,
            seconds: decimal(seconds, t),
            allSeconds: decimal(seconds * epochs, t),
          }),
        ],
      };
    }
    case 'time-epochs': {
      const { secondsPerEpoch: seconds, epochs } = sum;
      return {
        concepts: ['training_time', 'epoch'],
        lines: [
          say('sum.time.epochs', { seconds, epochs, allSeconds: decimal(seconds * epochs, t) }),
        ],
      };
    }
  }
}

type Counted = 'steps' | 'updates' | 'last' | 'validation';

const conceptsOf: Record<Counted, readonly Concept[]> = {
  steps: ['steps_per_epoch', 'iteration', 'batch_size', 'last_partial_batch'],
  updates: ['iteration', 'epoch', 'batch_size', 'weights'],
  last: ['last_partial_batch', 'steps_per_epoch', 'batch_size'],
  validation: ['validation_split', 'steps_per_epoch'],
};

function counted(
  kind: Counted,
  own: OwnNumbers,
  given: Quantities,
  facts: AskerFacts,
  t: Translator,
): SumAnswer {
  const { rows, wholeRows, batch, epochs } = own;
  const sum = counting(rows, batch, epochs);
  const params = { ...sum, ...quotient(rows, batch, t), full: sum.steps - 1 };
  const isSplit = rows !== wholeRows;
  const split = { rows, wholeRows, valRows: wholeRows - rows, split: given.validationSplit ?? 0 };
  const knowsEpochs = given.epochs !== undefined || given.rows === undefined;
  const steps = t.text('sum.steps', params);
  const last = lastLine(params, t);
  const again = knowsEpochs ? [t.text('sum.updatesAgain', params)] : [];
  const lines: Record<Counted, readonly Text[]> = {
    steps: [steps, last, ...(given.epochs === 1 ? [] : again)],
    updates: [t.text('sum.updates', params), t.text('sum.stepsAgain', params), last],
    last: [last, steps, ...again],
    validation: [t.text('sum.validationFirst', split), steps],
  };
  return {
    concepts: conceptsOf[kind],
    lines: [
      ...lines[kind],
      ...(isSplit && kind !== 'validation' ? [t.text('sum.validation', split)] : []),
      ...guesses(params, offeredResults(given), given.epochs !== undefined, t),
      ...assumed(own, kind !== 'validation' && knowsEpochs, facts, t),
    ],
  };
}

type CountedParams = Readonly<Record<keyof Counting | 'full', number>>;

function lastLine(params: CountedParams, t: Translator): Text {
  if (params.steps === 1) return t.text('sum.lastOnly', params);
  return t.text(params.last < params.batch ? 'sum.lastUneven' : 'sum.lastFull', params);
}

/** Numbers that the question offers as answers: which is right, and what the others are the mistake of. */
function guesses(
  { rows, batch, epochs, steps, updates, last }: CountedParams,
  offered: readonly number[],
  asksEpochs: boolean,
  t: Translator,
): readonly Text[] {
  const floor = Math.floor(rows / batch);
  const judge = (guess: number): Text | undefined => {
    const params = { guess, last };
    if (guess === steps || guess === updates) return t.text('sum.guess.right', params);
    if (guess === floor) return t.text('sum.guess.floor', params);
    if (guess === floor + 1) return t.text('sum.guess.plusOne', params);
    if (guess === epochs && epochs > 1 && asksEpochs) return t.text('sum.guess.perEpoch', params);
    if (guess === rows * epochs) return t.text('sum.guess.perRow', params);
    return undefined;
  };
  return offered.map(judge).filter((line) => line !== undefined);
}

function batchLine({ steps, own }: Extract<Sum, { kind: 'batch' }>, t: Translator): Text {
  const { rows } = own;
  const range = batchSizesFor(rows, steps);
  const ofMnist = batchSizesFor(MNIST_ROWS, steps);
  if (!range && ofMnist && rows !== MNIST_ROWS && own.from.rows !== 'question') {
    return t.text('sum.batch.mnist', { steps, rows, mnistRows: MNIST_ROWS, ...ofMnist });
  }
  if (!range) {
    // Steps that no batch_size makes lie between those of two neighbours.
    const below = Math.max(1, Math.ceil(rows / steps) - 1);
    const above = below + 1;
    return t.text('sum.batch.none', {
      steps,
      rows,
      above,
      aboveSteps: Math.ceil(rows / above),
      below,
      belowSteps: Math.ceil(rows / below),
    });
  }
  const { from, to } = range;
  const params = { steps, rows, from, to, ...quotient(rows, from, t) };
  if (to === Infinity) return t.text('sum.batch.all', { ...params, to: from });
  return t.text(from === to ? 'sum.batch.one' : 'sum.batch.range', params);
}

const MNIST_ROWS = 60_000;

function rowsOfMnist(steps: number, batch: number): number | undefined {
  return Math.ceil(MNIST_ROWS / batch) === steps ? MNIST_ROWS : undefined;
}
