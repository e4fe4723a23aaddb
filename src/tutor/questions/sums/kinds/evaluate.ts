/** evaluate() and predict() go through the rows in batches of 32 whatever fit was given (Keras' default). */
import { stepsPerEpoch } from '../../../../runs/run.js';
import { namedDataSet } from '../data-sets.js';
import { KERAS_BATCH_SIZE } from '../given.js';
import { rowsFor, testRows } from '../arithmetic.js';
import type { Draft, SumKind } from '../kind.js';
import type { Reading } from '../reading.js';
import { stepsShown } from './steps-shown.js';
import { quotient } from '../sentences.js';
import { askedScore, asksReason, isBare, unnamed, wants } from '../want.js';

const isSpokenOf = /evaluat|predict|\btest|평가|예측|테스트/;

/** “evaluate shows 25/25: how many rows?” */
function rowsBehindBar(reading: Reading): Draft | undefined {
  const { batch = KERAS_BATCH_SIZE } = reading.amounts;
  const steps = stepsShown(reading);
  if (steps === undefined || wants(reading, 'rows', 'valRows') === 0) return undefined;
  return {
    intent: 'asked',
    score: 0.97,
    amounts: { batch, steps },
    lines: (t) => [t.text('sum.rowsBehind', { steps, batch, ...rowsFor(steps, batch) })],
  };
}

/** “… and gave evaluate no batch_size”. */
const isUnset =
  /(?:without|never|no|not|n't)(?: \w+){0,3} batch|(?:batch\w*|배치)[^.?!#]{0,10}(?:안|없이|않|따로 ?안)/;
const ofFit = /\bfit\b|train|학습|훈련/;

export const evaluate: SumKind = {
  name: 'evaluate',
  asks: 'steps',
  concepts: ['progress_bar', 'batch_size', 'steps_per_epoch'],
  bid(reading) {
    const { amounts, bars, others, text } = reading;
    if (!isSpokenOf.test(text) || amounts.accuracy !== undefined) return undefined;
    const isNamed = /evaluat|predict|평가|예측/.test(text);
    if (amounts.testShare !== undefined && !isNamed) return undefined;
    const rows =
      amounts.testRows ??
      namedDataSet(text)?.testRows ??
      (isNamed && amounts.rows !== undefined
        ? testRows(amounts.rows, amounts.testShare ?? 1)
        : undefined);
    if (rows === undefined) return isNamed ? rowsBehindBar(reading) : undefined;
    const isSet =
      isNamed &&
      amounts.batch !== undefined &&
      !isUnset.test(text) &&
      (/(?:evaluate|predict|평가|예측)[^.?!]*(?:batch|배치)/.test(text) || !ofFit.test(text));
    const batch = isSet ? (amounts.batch ?? KERAS_BATCH_SIZE) : KERAS_BATCH_SIZE;
    const steps = stepsPerEpoch(rows, batch);
    const shown = [
      ...bars.map(({ total }) => total),
      ...others,
      ...(amounts.steps === undefined ? [] : [amounts.steps]),
    ];
    const isSeen = shown.includes(steps) && steps > 1;
    const isAsked =
      isNamed || amounts.rows === undefined
        ? Math.max(wants(reading, 'steps', 'updates'), unnamed(reading))
        : 0;
    const strength = Math.max(
      isAsked,
      isSeen && (asksReason(reading) || isBare(reading) || reading.wanted.length === 0) ? 0.99 : 0,
    );
    if (strength === 0) return undefined;
    return {
      intent: isSeen ? 'seen' : 'asked',
      score: Math.max(
        askedScore({ ...reading, own: 2 }, strength, [
          'rows',
          'testRows',
          'testShare',
          'batch',
          'steps',
          'epochs',
        ]),
        isSeen && steps > 12 ? 0.95 : 0,
      ),
      amounts: { testRows: rows, ...(isSet && { batch }) },
      lines: (t) => [
        t.text('sum.evaluate', {
          steps,
          rows,
          batch,
          ...quotient(rows, batch, t),
          default: isSet ? 'no' : 'yes',
        }),
      ],
    };
  },
};
