/** Iterations of one epoch: ceil(rows / batch_size), the smaller last batch counting as one. */
import { asked, type Draft, type SumKind } from '../kind.js';
import { givenNumbers } from '../given.js';
import type { Reading } from '../reading.js';
import { assumed, decimal } from '../sentences.js';
import { askedScore, isBare, unnamed, wants } from '../want.js';
import {
  countingOf,
  isPartlyOfRun,
  lastLine,
  offersOneOf,
  setAsideLines,
  stepsParams,
  stepsVerdict,
} from './counted.js';

export const steps: SumKind = {
  name: 'steps',
  asks: 'steps',
  concepts: ['steps_per_epoch', 'iteration', 'batch_size', 'last_partial_batch'],
  bid(reading, facts) {
    const { amounts } = reading;
    const fromAll = outOfAll(reading);
    if (fromAll) return fromAll;
    const given = givenNumbers(reading, facts);
    if (!given || amounts.accumulated !== undefined || isPartlyOfRun(given, reading))
      return undefined;
    const sum = countingOf(given);
    const floor = Math.floor(sum.rows / sum.batch);
    const isGuessed =
      offersOneOf(reading, [sum.steps, floor, floor + 1]) && amounts.rows !== undefined;
    const strength = Math.max(
      isWanted(reading),
      amounts.rows !== undefined && amounts.batch !== undefined ? unnamed(reading) : 0,
      isGuessed && (amounts.batch !== undefined || reading.isPerEpoch) ? 0.95 : 0,
    );
    if (strength === 0) return undefined;
    const used = [
      'rows',
      'batch',
      'validationSplit',
      'testShare',
      ...(isGuessed ? (['steps', 'updates'] as const) : []),
    ] as const;
    const score = askedScore(reading, strength, [...used, 'epochs']);
    const isOfTwo = amounts.otherBatch !== undefined;
    const hasEpochs = amounts.epochs !== undefined && amounts.epochs > 1;
    return {
      intent: 'asked',
      score: isOfTwo ? score - 0.15 : score,
      amounts: given.amounts,
      lines: (t) => [
        ...stepsVerdict(reading, sum, t),
        t.text('sum.steps', stepsParams(sum, t)),
        lastLine(sum, t),
        ...setAsideLines(given, t),
        ...(hasEpochs ? [t.text('sum.steps.again', { ...sum })] : []),
        ...assumed(given, facts, t),
      ],
    };
  },
};

function isWanted(reading: Reading): number {
  const { amounts, isPerEpoch, isInAll } = reading;
  const hasEpochs = (amounts.epochs ?? 1) > 1;
  const forSteps = isPerEpoch || !hasEpochs ? (isInAll && hasEpochs ? 0.9 : 1) : 0.9;
  const forUpdates = isPerEpoch ? 0.98 : hasEpochs ? 0.5 : 0.9;
  const asked = wants(reading, 'steps');
  // “몇 번” alone may count anything, “한 에포크에 몇 번” only iterations.
  return Math.max(
    (isPerEpoch && asked > 0 ? 1 : asked) * forSteps,
    wants(reading, 'updates') * forUpdates,
  );
}

/** “16,000 updates in 20 epochs: how many per epoch?” */
function outOfAll(reading: Reading): Draft | undefined {
  const { rows, batch, epochs, updates, steps: iterations } = reading.amounts;
  const all = updates ?? iterations;
  const isLeft = rows === undefined && batch === undefined;
  if (!isLeft || all === undefined || epochs === undefined || epochs < 2) return undefined;
  if (!reading.isPerEpoch || (isWanted(reading) === 0 && !isBare(reading))) return undefined;
  return asked(
    reading,
    0.97,
    ['updates', 'steps', 'epochs'],
    (t) => [
      t.text('sum.steps.ofUpdates', { updates: all, epochs, quotient: decimal(all / epochs, t) }),
    ],
    { amounts: { updates: all, epochs } },
  );
}
