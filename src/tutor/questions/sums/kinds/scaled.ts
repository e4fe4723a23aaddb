/** What becomes of iterations and updates when batch_size, epochs or rows are multiplied, or epochs changed. */
import { asked, type Draft, type Facts, type SumKind } from '../kind.js';
import { counting } from '../arithmetic.js';
import { givenNumbers } from '../given.js';
import type { Reading } from '../reading.js';
import { assumed, decimal, duration, quotient } from '../sentences.js';
import type { Amounts } from '../roles.js';
import { words } from '../words.js';
import { asksOpinion, asksReason, wants } from '../want.js';

export const scaled: SumKind = {
  name: 'scaled',
  asks: 'steps',
  concepts: ['batch_size', 'steps_per_epoch', 'iteration'],
  bid(reading, facts) {
    const { scales, amounts } = reading;
    if (amounts.initialEpoch !== undefined) return undefined;
    const isChanged = amounts.otherEpochs !== undefined;
    const isOther = changeOf(amounts) !== 1 && amounts.rows === undefined;
    if (Object.keys(scales).length === 0 && !isChanged && !isOther) return undefined;
    return [
      scaledTime(reading),
      isOfSteps(reading) ? ofSteps(reading) : ofRows(reading, facts),
    ].filter((draft) => draft !== undefined);
  },
};

const used = [
  ...(['rows', 'batch', 'steps', 'updates', 'epochs', 'otherBatch', 'otherEpochs'] as const),
  ...(['validationSplit', 'testShare'] as const),
];

function strengthOf(reading: Reading): number {
  const asked = wants(reading, 'steps', 'updates');
  const isElse = reading.wanted.length > 0 || asksOpinion(reading) || asksReason(reading);
  return asked > 0 || isElse || !/\?|몇|how/.test(reading.text) ? asked : 0.9;
}

const isOfSteps = ({ amounts: { rows, steps, updates } }: Reading): boolean =>
  rows === undefined && (steps ?? updates) !== undefined;

/** From rows and batch_size, before and after. */
function ofRows(reading: Reading, facts: Facts): Draft | undefined {
  const { scales, amounts } = reading;
  const given = givenNumbers(reading, facts);
  const strength = strengthOf(reading);
  if (!given || strength === 0) return undefined;
  const epochs = given.epochs ?? 1;
  const after = {
    rows: given.rows * (scales.rows ?? 1),
    batch: amounts.otherBatch ?? given.batch * (scales.batch ?? 1),
    epochs: amounts.otherEpochs ?? epochs * (scales.epochs ?? 1),
  };
  const isCountable = Object.values(after).every((value) => Number.isInteger(value) && value >= 1);
  if (!isCountable || (after.epochs !== epochs && amounts.epochs === undefined && !facts.run))
    return undefined;
  const [one, two] = [
    counting(given.rows, given.batch, epochs),
    counting(after.rows, after.batch, after.epochs),
  ];
  const isPerEpoch = given.epochs === undefined || (reading.isPerEpoch && !reading.isInAll);
  return asked(
    reading,
    strength,
    used,
    (t) => {
      const steps = t.text('sum.scaled.steps', {
        ...{ before: one.steps, after: two.steps, rows: two.rows, batch: two.batch },
        ...quotient(two.rows, two.batch, t),
      });
      const updates = t.text('sum.scaled.updates', {
        ...{ before: one.updates, after: two.updates, change: two.updates - one.updates },
        ...{ steps: two.steps, epochs: two.epochs },
      });
      const inAll = given.epochs === undefined ? [] : [updates];
      const both = isPerEpoch
        ? [steps, ...inAll]
        : [...inAll, ...(one.steps === two.steps ? [] : [steps])];
      return [...both, ...assumed(given, facts, t, given.epochs !== undefined)];
    },
    { amounts: { ...given.amounts, ...after }, more: 0.04 },
  );
}

/** “With 16 it had 500 steps, now I use 32”: twice the batch_size. */
const changeOf = ({ batch, otherBatch }: Amounts): number =>
  batch === undefined || otherBatch === undefined ? 1 : otherBatch / batch;

const perEpoch = new RegExp(words.perEpoch, 'u');

/**
 * From iterations alone: ceil(ceil(rows / batch) / k) = ceil(rows / (k × batch)) for whole k. For any other k
 * it depends on how full the last batch was.
 */
function ofSteps(reading: Reading): Draft | undefined {
  const { scales, amounts } = reading;
  const strength = strengthOf(reading);
  const { steps, epochs } = amounts;
  const { batch = changeOf(amounts), epochs: more = 1, rows = 1 } = scales;
  if (strength === 0 || rows !== 1) return undefined;
  // “16,000 updates now, and with half the epochs?”: without a word of one epoch they are of the whole run.
  const isOfRun = more !== 1 && epochs === undefined && wants(reading, 'updates') > 0;
  if (isOfRun && perEpoch.test(reading.text)) return undefined;
  const updates = amounts.updates ?? (isOfRun ? steps : undefined);
  if (steps === undefined || isOfRun || (updates !== undefined && reading.isInAll)) {
    if (updates === undefined || !Number.isInteger(updates * more) || batch !== 1) return undefined;
    return draft(reading, strength, (t) => [
      t.text('sum.scaled.updatesOnly', {
        before: updates,
        after: updates * more,
        factor: decimal(more, t),
      }),
    ]);
  }
  const [full, allButLast] = [steps, steps - 1].map((one) => Number((one / batch).toFixed(6)));
  const [after, least] = [Math.ceil(full ?? 0), Math.floor(allButLast ?? 0) + 1];
  const later = amounts.otherEpochs ?? (epochs === undefined ? undefined : epochs * more);
  return draft(reading, strength, (t) => {
    const ofEpoch = t.text('sum.scaled.batch', {
      ...{ before: steps, after, least, factor: decimal(batch, t) },
      which: batch === 1 ? 'same' : least < after ? 'between' : 'certain',
    });
    if (epochs === undefined || later === undefined || !Number.isInteger(later)) return [ofEpoch];
    const [was, is] = [steps * epochs, after * later];
    const params = { before: was, after: is, change: is - was, steps: after, epochs: later };
    const inAll = t.text('sum.scaled.updates', params);
    const isPerEpoch = reading.isPerEpoch && batch !== 1 && !reading.isInAll;
    return isPerEpoch ? [ofEpoch, inAll] : batch === 1 ? [inAll] : [inAll, ofEpoch];
  });
}

function draft(reading: Reading, strength: number, lines: Draft['lines']): Draft | undefined {
  return asked({ ...reading, own: 2 }, strength, used, lines, { more: 0.04 });
}

/** Twice the epochs take twice the time; what a batch_size does to it, only trying tells. */
function scaledTime(reading: Reading): Draft | undefined {
  const { msInAll, msPerEpoch, epochs } = reading.amounts;
  const { epochs: more = 1, batch = 1, rows = 1 } = reading.scales;
  const all =
    msInAll ?? (msPerEpoch === undefined || epochs === undefined ? undefined : msPerEpoch * epochs);
  const strength = wants(reading, 'time');
  const factor = more * rows;
  if (all === undefined || batch !== 1 || factor === 1) return undefined;
  return asked(reading, strength, ['msInAll', 'msPerEpoch', 'epochs', 'rows', 'batch'], (t) => [
    t.text('sum.scaled.time', {
      all: duration(all * factor, t),
      before: duration(all, t),
      factor: decimal(factor, t),
    }),
  ]);
}
