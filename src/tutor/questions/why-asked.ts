/** Where a number on the screen comes from: which rows and batch_size make it. */
import { stepsPerEpoch } from '../../runs/run.js';
import { KERAS_BATCH_SIZE, ownNumbers, type AskerFacts } from './own-numbers.js';
import { speaksOf, type Question } from './question.js';
import type { Sum } from './sum.js';

/** The number whose meaning is asked: what stands at the end of the bar, or alone. */
export function shownNumber({ quantities: { bars, others, batch } }: Question): number | undefined {
  const alone = others.filter((value) => Number.isInteger(value) && value >= 2 && value !== batch);
  if (bars.length > 0) return bars.length === 1 ? bars[0]?.total : undefined;
  // “Why 1719 and not 1718?” asks for the one that was rounded up.
  const most = Math.max(...alone);
  return alone.every((value) => most - value <= 1)
    ? alone.find((value) => value === most)
    : undefined;
}

export function whyAsked(question: Question, steps: number, facts: AskerFacts): Sum | undefined {
  const { rows, batch, epochs, bars, msPerStep } = question.quantities;
  const inBar = bars.length > 0;
  const isShown = inBar && (rows !== undefined || batch !== undefined);
  const asksWhy = speaksOf(question, 'why', 'what', 'mean', 'print', 'number', 'place');
  if (!asksWhy && !isShown) return undefined;
  // How large the last batch is stands in another sum.
  if (rows !== undefined && batch !== undefined && speaksOf(question, 'last_batch')) {
    return undefined;
  }
  if (speaksOf(question, ...otherNumbers) || msPerStep !== undefined) return undefined;
  const own = ownNumbers(question.quantities, facts);
  if (stepsPerEpoch(own.rows, own.batch) === steps) return { kind: 'why', steps, own };
  const found = splitThatMakes(steps, question, facts);
  if (found) return found;
  const looksCounted = inBar || steps >= 100;
  if (rows !== undefined || epochs !== undefined || !looksCounted) return undefined;
  if (!inBar && speaksOf(question, 'epoch', 'power_of_two')) return undefined;
  return { kind: 'why-range', steps, batch: batch ?? KERAS_BATCH_SIZE };
}

/** What people set aside for validation, the usual first. */
const usualSplits = [0.2, 0.1, 0.3, 0.25, 0.15, 0.33, 0.4, 0.5] as const;

/** They say that there is a validation_split, but not how large: the number tells. */
function splitThatMakes(
  steps: number,
  question: Question,
  facts: AskerFacts,
): Extract<Sum, { kind: 'why' }> | undefined {
  const { rows, validationSplit } = question.quantities;
  if (rows === undefined || validationSplit !== undefined) return undefined;
  if (!speaksOf(question, 'validation', 'validation_split')) return undefined;
  for (const split of usualSplits) {
    const own = ownNumbers({ ...question.quantities, validationSplit: split }, facts);
    if (stepsPerEpoch(own.rows, own.batch) === steps) return { kind: 'why', steps, own, split };
  }
  return undefined;
}

/** Where numbers come up that count no batches. */
const otherNumbers = [
  ...([
    'skip',
    'version',
    'stop',
    'eta',
    'ms_per_step',
    'seed',
    'jump',
    'loss',
    'accuracy',
  ] as const),
  ...(['parameter', 'summary', 'weight', 'layer', 'unit'] as const),
] as const;
