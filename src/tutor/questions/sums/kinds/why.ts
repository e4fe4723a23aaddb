/** Where a number on the screen comes from: ceil(rows / batch_size) of the asker's own numbers. */
import type { Draft, SumKind } from '../kind.js';
import { stepsPerEpoch } from '../../../../runs/run.js';
import { trainingRows } from '../arithmetic.js';
import { KERAS_BATCH_SIZE } from '../given.js';
import type { Reading } from '../reading.js';
import { decimal, quotient } from '../sentences.js';
import { asksOpinion, asksReason, isBare, wants } from '../want.js';
import { behindBar, ofRun } from './behind-bar.js';

export const why: SumKind = {
  name: 'why',
  asks: 'steps',
  concepts: ['steps_per_epoch', 'batch_size', 'progress_bar'],
  bid: (reading, facts) =>
    [satisfied(reading), ofRun(reading, facts) ?? behindBar(reading)].filter(
      (draft) => draft !== undefined,
    ),
};

const usualSplits = [0.2, 0.1, 0.3, 0.25, 0.15, 0.33, 0.4, 0.5] as const;
const speaksOfSplit = /validation|val_|\bval\b|split|검증|스플릿/;
const onScreen =
  /\bbar\b|progress|shows?|print|say|see|display|count|epoch|step|iteration|\/|진행|표시|나와|나오|뜨|떠|보여|보이|찍|숫자|바에|스텝|에포크|에폭/;

/** An equation among the asker's own numbers is hardly by chance, least of all one of large numbers. */
function satisfied(reading: Reading): Draft | undefined {
  const { amounts, others, bars } = reading;
  const {
    rows: named,
    batch: given,
    validationSplit: split,
    otherBatch,
    steps: counted,
    updates,
  } = amounts;
  if (amounts.accuracy !== undefined || amounts.layers) return undefined;
  const known = (...values: readonly (number | undefined)[]): readonly number[] =>
    values.filter((value) => value !== undefined);
  const totals = bars.map(({ total }) => total);
  const batches =
    given === undefined
      ? [...others.filter((value) => value > 1), KERAS_BATCH_SIZE]
      : known(given, otherBatch);
  for (const isSplit of split === undefined ? [false] : [true, false])
    for (const wholeRows of known(named, ...others, ...totals)) {
      for (const batch of batches) {
        for (const steps of known(counted, updates, ...totals, ...others)) {
          if (steps < 2 || steps >= wholeRows || batch >= wholeRows) continue;
          if (
            batch === steps &&
            others.filter((value) => value === steps).length < 2 &&
            given !== steps
          )
            continue;
          const splits =
            split === undefined
              ? [0, ...(speaksOfSplit.test(reading.text) ? usualSplits : [])]
              : isSplit
                ? [split]
                : [0];
          const share = splits.find(
            (one) => stepsPerEpoch(Math.max(1, trainingRows(wholeRows, one)), batch) === steps,
          );
          if (share === undefined) continue;
          const isDefault =
            given === undefined && batch === KERAS_BATCH_SIZE && !others.includes(batch);
          return draft(reading, {
            wholeRows,
            rows: trainingRows(wholeRows, share),
            batch,
            steps,
            share,
            isDefault,
          });
        }
      }
    }
  return undefined;
}

/** That versions count differently is told by a written answer. */
const ofVersions = /version|버전|legacy|older keras/;

/** “1875 and not 60000” names what it is not; “76? 77?” only offers. */
const rejects = /not|instead|but|although|아니라|아니고|인데|는데|거든|only/;

interface Found {
  readonly wholeRows: number;
  readonly rows: number;
  readonly batch: number;
  readonly steps: number;
  readonly share: number;
  readonly isDefault: boolean;
}

function draft(
  reading: Reading,
  { wholeRows, rows, batch, steps, share, isDefault }: Found,
): Draft {
  const isChance = steps < (isDefault ? 25 : 12);
  const isAsked =
    asksReason(reading) ||
    isBare(reading) ||
    reading.bars.length > 0 ||
    onScreen.test(reading.text);
  const isOther =
    wants(
      reading,
      'updates',
      'time',
      'epochs',
      'seen',
      'repeats',
      'last',
      'rows',
      'batch',
      'valRows',
      'trainRows',
      'stepTime',
    ) > 0;
  const { validationSplit, otherBatch } = reading.amounts;
  // A split or a second batch_size is given to ask what it changes.
  const isBefore = (validationSplit !== undefined && share === 0) || otherBatch !== undefined;
  const base = (isChance ? 0.6 : isDefault ? 0.93 : 0.95) - (isBefore ? 0.25 : 0);
  return {
    intent: 'seen',
    score:
      base -
      (isAsked ? 0 : 0.12) -
      (asksReason(reading) || reading.bars.length > 0 || rejects.test(reading.text) ? 0 : 0.12) -
      (isOther ? 0.3 : 0) -
      (wants(reading, 'steps') > 0 && !asksReason(reading) ? 0.1 : 0) -
      (asksOpinion(reading) ? 0.1 : 0) -
      (ofVersions.test(reading.text) ? 0.2 : 0),
    amounts: { rows: wholeRows, batch, ...(share > 0 && { validationSplit: share }) },
    lines: (t) => [
      t.text('sum.why', {
        steps,
        rows,
        batch,
        ...quotient(rows, batch, t),
        default: isDefault ? 'yes' : 'no',
      }),
      ...(share === 0
        ? []
        : [
            t.text('sum.setAside', {
              rows,
              wholeRows,
              aside: wholeRows - rows,
              which: 'validation',
              split: decimal(share, t),
              testShare: '0',
            }),
          ]),
    ],
  };
}
