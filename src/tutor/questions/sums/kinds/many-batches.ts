/** Several batches at once or for one update: two batch sizes compared, GPUs, accumulated gradients. */
import { asked, type Draft, type SumKind } from '../kind.js';
import type { Reading } from '../reading.js';
import { stepsPerEpoch } from '../../../../runs/run.js';
import { counting } from '../arithmetic.js';
import { givenNumbers } from '../given.js';
import { assumed } from '../sentences.js';
import { askedScore, asksOpinion, asksReason, unnamed, wants } from '../want.js';

export const twoBatches: SumKind = {
  name: 'twoBatches',
  asks: 'steps',
  concepts: ['batch_size', 'steps_per_epoch', 'iteration'],
  bid(reading, facts) {
    const { otherBatch: other, batch, rows } = reading.amounts;
    const given = givenNumbers(reading, facts);
    // Epochs that make up for a batch_size are another sum.
    if (reading.amounts.otherEpochs !== undefined || wants(reading, 'epochs') === 1)
      return undefined;
    if (!given || other === undefined || batch === undefined || rows === undefined)
      return undefined;
    const strength = Math.max(
      wants(reading, 'steps', 'updates') * 1.03,
      unnamed(reading),
      reading.rest.length <= 4 && !asksOpinion(reading) && !asksReason(reading) ? 0.85 : 0.5,
    );
    const epochs = given.epochs ?? 1;
    const [one, two] = [counting(given.rows, batch, epochs), counting(given.rows, other, epochs)];
    return asked(
      reading,
      strength,
      ['rows', 'batch', 'otherBatch', 'epochs', 'validationSplit', 'testShare'],
      (t) => [
        ...(asksDifference.test(reading.text) && (epochs === 1 || reading.isPerEpoch)
          ? [t.text('sum.twoBatches.difference', differenceOf(one.steps, two.steps))]
          : []),
        t.text('sum.twoBatches', {
          rows: given.rows,
          batch,
          steps: one.steps,
          other,
          otherSteps: two.steps,
        }),
        ...moreBatches(reading).map((more) =>
          t.text('sum.twoBatches.more', { ...counting(given.rows, more, epochs) }),
        ),
        ...(epochs > 1
          ? [
              t.text('sum.twoBatches.updates', {
                ...differenceOf(one.updates, two.updates),
                ...{ epochs, updates: one.updates, otherUpdates: two.updates },
              }),
            ]
          : []),
        ...assumed(given, facts, t),
      ],
      { amounts: { ...given.amounts, otherBatch: other } },
    );
  },
};

/** “Batch sizes 8, 16, 32 and 64”: those that follow the second. */
function moreBatches({ parts }: Reading): readonly number[] {
  const second = parts.findIndex(({ part }) => part === 'otherBatch');
  if (parts[second - 1]?.part !== 'batch') return [];
  const after = parts.slice(second + 1);
  const end = after.findIndex(({ part, number }) => part !== 'other' || number.form !== 'count');
  return after.slice(0, end < 0 ? after.length : end).map(({ number }) => number.value);
}

/** “How many fewer”, 몇 개 줄어. */
const asksDifference =
  /\b(?:fewer|less|more|difference|drop|sav\w+)\b|줄어|줄었|줄까|줄여|늘어|늘었|늘까|적어|많아|차이/;

const differenceOf = (steps: number, other: number): Record<string, number | string> => ({
  count: Math.abs(steps - other),
  steps,
  other,
  sign: other < steps ? 'fewer' : 'more',
});

/** Gradients of k batches are added up before one update: k × batch rows an update. */
export const accumulation: SumKind = {
  name: 'accumulation',
  asks: 'updates',
  concepts: ['gradient', 'batch_size', 'iteration'],
  bid(reading) {
    const { accumulated, batch, rows, steps: given, epochs = 1 } = reading.amounts;
    if (accumulated === undefined) return undefined;
    if (batch === undefined)
      return given === undefined ? undefined : ofSteps(reading, given, accumulated);
    const isAsked = wants(reading, 'updates', 'steps', 'batch', 'seen', 'rows');
    const strength = Math.max(isAsked, /effective|유효|실질|실제/.test(reading.text) ? 1 : 0, 0.75);
    const effective = batch * accumulated;
    return asked(reading, strength, ['rows', 'batch', 'accumulated', 'epochs'], (t) => {
      if (rows === undefined)
        return [t.text('sum.accumulation', { batch, accumulated, effective })];
      const steps = stepsPerEpoch(rows, batch);
      const updates = Math.ceil(steps / accumulated);
      const params = {
        rows,
        batch,
        accumulated,
        effective,
        steps,
        updates,
        epochs,
        all: updates * epochs,
      };
      return [t.text('sum.accumulation.updates', params)];
    });
  },
};

/** “1600 batches an epoch, accumulated over 4: how many updates?” */
function ofSteps(reading: Reading, steps: number, accumulated: number): Draft {
  const { epochs = 1 } = reading.amounts;
  const updates = Math.ceil(steps / accumulated);
  return {
    intent: 'asked',
    // Hardly anything else is asked with the number of batches that are added up.
    score: askedScore(reading, Math.min(1, 1.1 * wants(reading, 'updates', 'steps')), [
      ...(['steps', 'accumulated', 'epochs'] as const),
    ]),
    amounts: reading.amounts,
    lines: (t) => [
      t.text('sum.accumulation.steps', {
        steps,
        accumulated,
        updates,
        epochs,
        all: updates * epochs,
      }),
    ],
  };
}

const wholeBatch = /(?:overall|global|total|whole|전체|총|합친) ?(?:batch|배치)/;

/** MirroredStrategy deals each batch to k GPUs; there is one update a batch as before. */
export const gpus: SumKind = {
  name: 'gpus',
  asks: 'perGpu',
  concepts: ['batch_size', 'steps_per_epoch', 'training_time'],
  bid(reading) {
    const { gpus: count, rows, epochs = 1 } = reading.amounts;
    const isEach =
      wholeBatch.test(reading.text) &&
      /\d\s?(?:개|장|rows|images)?\s?(?:씩|each)/.test(reading.text);
    const perGpu = reading.amounts.perGpu ?? (isEach ? reading.amounts.batch : undefined);
    const batch =
      perGpu === undefined || count === undefined ? reading.amounts.batch : perGpu * count;
    if (count === undefined || batch === undefined || count < 2) return undefined;
    const isAsked = Math.max(
      wants(reading, 'perGpu', 'steps', 'updates', 'batch', 'rows'),
      perGpu === undefined ? 0 : 0.9,
    );
    if (isAsked === 0) return undefined;
    const params = { gpus: count, batch, perGpu: Math.ceil(batch / count) };
    return asked(reading, isAsked, ['gpus', 'perGpu', 'batch', 'rows', 'epochs'], (t) => {
      if (perGpu !== undefined) {
        const whole = t.text('sum.gpus.whole', { ...params, perGpu });
        const all = counting(rows ?? batch, batch, epochs);
        return [
          whole,
          ...(rows === undefined ? [] : [t.text('sum.gpus.steps', { ...params, ...all })]),
        ];
      }
      if (rows === undefined) return [t.text('sum.gpus', params)];
      const sum = counting(rows, batch, epochs);
      const isSplit = wants(reading, 'perGpu') > 0;
      const steps = t.text('sum.gpus.steps', { ...params, ...sum });
      return isSplit ? [t.text('sum.gpus', params), steps] : [steps, t.text('sum.gpus', params)];
    });
  },
};
