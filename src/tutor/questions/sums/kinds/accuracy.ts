/** Accuracy is the share of right rows: right = accuracy × rows, and back. */
import { asked, type Draft, type SumKind } from '../kind.js';
import { decimal } from '../sentences.js';
import type { Reading } from '../reading.js';
import { askedScore, asksNumber, isBare, wants } from '../want.js';

const baseline =
  /baseline|majority|most (?:frequent|common)|lazy|always (?:say|says|predict|predicts|answer|answers|guess|guesses|name)|for (?:everybody|everyone|all)|(?:베이스|기준)라?인|기준선|찍으면|무조건|전부 .{0,12}(?:라고|으로)|다수/;

/** The accuracy of always naming the larger class. */
const asksBaseline = (reading: Reading): boolean =>
  baseline.test(reading.text) && (wants(reading, 'accuracy') > 0 || asksNumber(reading));

export const accuracy: SumKind = {
  name: 'accuracy',
  asks: 'right',
  concepts: ['accuracy', 'baseline'],
  bid(reading) {
    const { right } = reading.amounts;
    const [only] = reading.shares.length === 1 ? reading.shares : [];
    const share = reading.amounts.accuracy ?? only;
    const rows = reading.amounts.testRows ?? reading.amounts.valRows ?? reading.amounts.rows;
    if (rows === undefined) return undefined;
    const compared = twoAccuracies(reading, rows);
    if (compared) return compared;
    if (share !== undefined) {
      const isWrong = wants(reading, 'wrong') > wants(reading, 'right');
      // “0.9312 of 10,000: that's 9312 right, correct?”
      const isGiven = right === Math.round(share * rows) && reading.wanted.length === 0;
      // How many rows there are is given, so “how many?” asks for those that are right.
      const isAsked = wants(
        reading,
        'right',
        'wrong',
        ...(only === undefined ? (['rows'] as const) : []),
      );
      const strength = Math.max(isAsked, isGiven ? 1 : 0);
      return asked(
        reading,
        strength,
        ['rows', 'testRows', 'valRows', 'accuracy', 'right'],
        (t) => {
          const count = Math.round(share * rows);
          const params = {
            rows,
            accuracy: decimal(share, t, 6),
            right: count,
            wrong: rows - count,
          };
          return [t.text(isWrong ? 'sum.wrong' : 'sum.right', params)];
        },
        { amounts: { rows, accuracy: share } },
      );
    }
    const ofClass = right ?? (reading.others.length === 1 ? reading.others[0] : undefined);
    if (ofClass !== undefined && ofClass < rows && asksBaseline(reading)) {
      const most = Math.max(ofClass, rows - ofClass);
      return {
        intent: 'asked',
        score: askedScore(reading, 1, ['rows', 'testRows', 'right']) + 0.02 * reading.others.length,
        amounts: { rows, right: most },
        lines: (t) => [
          t.text('sum.baseline', {
            ...{ rows, most, share: decimal(most / rows, t, 4) },
            percent: decimal((100 * most) / rows, t, 1),
          }),
        ],
      };
    }
    if (right === undefined || right > rows) return undefined;
    const strength = Math.max(
      wants(reading, 'accuracy'),
      isBare(reading) ? 0.85 : 0,
      /accuracy|정확도|acc\b/.test(reading.text) ? 0.95 : 0,
    );
    if (strength === 0) return undefined;
    return asked(
      reading,
      Math.min(1, strength + 0.05),
      ['rows', 'testRows', 'valRows', 'right'],
      (t) => [
        t.text('sum.accuracy', {
          rows,
          right,
          accuracy: decimal(right / rows, t, 4),
          percent: decimal((100 * right) / rows, t, 2),
        }),
      ],
      { amounts: { rows, right } },
    );
  },
};

/** “From 0.80 to 0.85 on 2,000 rows: how many more are right?” */
function twoAccuracies(reading: Reading, rows: number): Draft | undefined {
  const shares = [reading.amounts.accuracy ?? [], reading.shares].flat();
  const [before, after] = shares.map((share) => Math.round(share * rows));
  const strength = wants(reading, 'right', 'wrong');
  if (shares.length !== 2 || before === undefined || after === undefined) return undefined;
  return asked(reading, strength, ['rows', 'testRows', 'valRows', 'accuracy'], (t) => [
    t.text('sum.right.change', {
      ...{ rows, before, after, count: Math.abs(after - before) },
      sign: after < before ? 'fewer' : 'more',
    }),
  ]);
}
