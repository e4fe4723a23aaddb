/**
 * Rows that a share takes off: validation_split floors what is left for training, scikit-learn's
 * test_size rounds the test rows up (arithmetic.ts).
 */
import { asked, type Draft, type SumKind } from '../kind.js';
import { rowsWithoutTest, trainingRows } from '../arithmetic.js';
import { givenNumbers, KERAS_BATCH_SIZE } from '../given.js';
import type { Reading } from '../reading.js';
import { decimal } from '../sentences.js';
import { asksOpinion, isBare, wants } from '../want.js';
import { counting } from '../arithmetic.js';
import { countingOf, stepsParams } from './counted.js';

/** “99 % in training, 51 % in the test” are no shares of the rows. */
const speaksOfSplitting =
  /split|size|validation|\bval\b|hold|held|aside|reserve|kept?|keep|for (?:the )?test|스플릿|검증|떼|나누|나눠|나눈|빼|분할|비율|용|쓰|쓸/;

export const validation: SumKind = {
  name: 'validation',
  asks: 'trainRows',
  concepts: ['validation_split', 'steps_per_epoch'],
  bid(reading, facts) {
    const { rows: wholeRows, validationSplit: split, testShare, batch } = reading.amounts;
    const isUnset = split === undefined && testShare === undefined;
    const found = isUnset ? (shareFor(reading) ?? ofGivenRows(reading)) : undefined;
    if (found) return found;
    if (wholeRows === undefined && split === undefined) return seen(reading);
    if (wholeRows === undefined || (split === undefined && testShare === undefined))
      return seen(reading);
    const forRows = wants(reading, 'valRows', 'trainRows', 'rows');
    const forSteps = split === undefined ? 0 : wants(reading, 'valSteps');
    const strength = Math.max(
      forRows,
      forSteps * 1.02,
      isBare(reading) && batch === undefined && speaksOfSplitting.test(reading.text) ? 0.93 : 0,
    );
    if (strength === 0) return seen(reading);
    const given = givenNumbers(reading, facts);
    if (!given) return undefined;
    const withoutTest = testShare === undefined ? wholeRows : rowsWithoutTest(wholeRows, testShare);
    const rows = split === undefined ? withoutTest : trainingRows(withoutTest, split);
    const which = split === undefined ? 'test' : testShare === undefined ? 'validation' : 'both';
    const aside = withoutTest - rows || wholeRows - withoutTest;
    if (forSteps > 0) {
      const { steps } = counting(aside, given.batch, 1);
      return asked(
        reading,
        1,
        ['rows', 'validationSplit', 'testShare', 'batch', 'steps'],
        (t) => [
          t.text('sum.validation.steps', {
            steps,
            aside,
            wholeRows,
            batch: given.batch,
            split: decimal(split ?? 0, t),
          }),
        ],
        { amounts: { ...reading.amounts } },
      );
    }
    return asked(
      reading,
      strength,
      ['rows', 'validationSplit', 'testShare', 'batch'],
      (t) => [
        t.text('sum.validation', {
          ...{ rows, wholeRows, aside, which, testRows: wholeRows - withoutTest },
          ...{ split: decimal(split ?? 0, t), testShare: decimal(testShare ?? 0, t) },
        }),
        ...(batch === undefined
          ? []
          : [t.text('sum.steps.plain', stepsParams(countingOf(given), t))]),
      ],
      { amounts: { ...reading.amounts } },
    );
  },
};

/** “600 of 4,000 rows for validation: which validation_split?” */
function shareFor(reading: Reading): Draft | undefined {
  const { amounts, made, others } = reading;
  const strength = wants(reading, 'share');
  const [only] = others.length === 1 ? others : [];
  const [whole = amounts.rows, part = amounts.valRows ?? amounts.testRows ?? only] =
    made?.how === 'validation' ? made.parts : [];
  if (strength === 0 || whole === undefined || part === undefined || part >= whole)
    return undefined;
  return asked(
    { ...reading, others: [] },
    strength,
    ['rows', 'valRows', 'testRows'],
    (t) => [t.text('sum.validation.share', { whole, part, share: decimal(part / whole, t, 4) })],
    { amounts },
  );
}

/** “After each epoch it validates on 3,000 rows”: the only rows there are are those. */
const checksRows =
  /validat\w* (?:it |the model )?(?:on|with|set|data|rows|images)|\bval (?:set|data|rows|images)|(?:개|장|건|명|줄|행)(?:으로|로|를|을)? ?검증|검증 ?(?:셋|세트|데이터|용)/;

/** Validation rows that are given as such, as with `validation_data`. */
function ofGivenRows(reading: Reading): Draft | undefined {
  const { batch = KERAS_BATCH_SIZE, rows, validationSplit } = reading.amounts;
  const isForIt = validationSplit === undefined && checksRows.test(reading.text);
  const ofAsked = isForIt && wants(reading, 'valSteps') > 0 ? rows : undefined;
  const valRows = reading.amounts.valRows ?? ofAsked;
  if (valRows === undefined) return undefined;
  const strength = wants(reading, 'valSteps', 'steps');
  if (strength === 0) return undefined;
  const { steps } = counting(valRows, batch, 1);
  const rounded = steps * batch === valRows ? 'no' : 'yes';
  return asked(
    { ...reading, own: 2 },
    strength,
    ['valRows', 'rows', 'batch'],
    (t) => [
      t.text('sum.validation.given', { steps, aside: valRows, batch, rounded }),
      ...(reading.amounts.batch === undefined ? [t.text('sum.default', { batch })] : []),
    ],
    { amounts: { batch } },
  );
}

/** What people set aside for validation, the usual first. */
const usualSplits = [0.2, 0.1, 0.3, 0.25, 0.15, 0.33, 0.4, 0.5] as const;
const speaksOfIt = /validation|val_|\bval\b|split|검증|밸리|스플릿/;

/** “Val went from 800 to 640 after validation_split”: steps or rows, the same holds for both. */
function seen(reading: Reading): Draft | undefined {
  if (!speaksOfIt.test(reading.text) || reading.amounts.accuracy !== undefined) return undefined;
  const { rows, steps, validationSplit: split, valRows } = reading.amounts;
  const values = [
    ...new Set([
      rows,
      steps,
      valRows,
      ...reading.others,
      ...reading.bars.map(({ total }) => total),
    ]),
  ]
    .filter((value) => value !== undefined && value >= 10)
    .map(Number);
  const splits = split === undefined ? usualSplits : [split];
  for (const before of values) {
    for (const after of values) {
      const share = splits.find((one) => after < before && trainingRows(before, one) === after);
      if (share === undefined) continue;
      const isWhole = reading.amounts.rows !== before && reading.amounts.batch !== undefined;
      const isStill = isWhole || wants(reading, 'steps', 'updates', 'time', 'epochs') > 0;
      return {
        intent: 'seen',
        score:
          (split === undefined ? 0.92 : 0.95) -
          (isStill ? 0.3 : 0) -
          (asksOpinion(reading) ? 0.15 : 0),
        amounts: { rows: before, validationSplit: share },
        lines: (t) => [
          t.text('sum.validation.seen', {
            before,
            after,
            aside: before - after,
            split: decimal(share, t),
          }),
        ],
      };
    }
  }
  return undefined;
}
