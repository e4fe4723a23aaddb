/** Accuracy is the share of right rows: right = accuracy × rows, and back. */
import type { SumKind } from '../kind.js';
import { decimal } from '../sentences.js';
import { askedScore, isBare, wants } from '../want.js';

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
    if (share !== undefined) {
      const isWrong = wants(reading, 'wrong') > wants(reading, 'right');
      // “0.9312 of 10,000: that's 9312 right, correct?”
      const isGiven = right === Math.round(share * rows) && reading.wanted.length === 0;
      const strength = Math.max(wants(reading, 'right', 'wrong'), isGiven ? 1 : 0);
      if (strength === 0) return undefined;
      return {
        intent: 'asked',
        score: askedScore(reading, strength, ['rows', 'testRows', 'valRows', 'accuracy', 'right']),
        amounts: { rows, accuracy: share },
        lines: (t) => {
          const count = Math.round(share * rows);
          const params = {
            rows,
            accuracy: decimal(share, t, 6),
            right: count,
            wrong: rows - count,
          };
          return [t.text(isWrong ? 'sum.wrong' : 'sum.right', params)];
        },
      };
    }
    if (right === undefined || right > rows) return undefined;
    const strength = Math.max(
      wants(reading, 'accuracy'),
      isBare(reading) ? 0.85 : 0,
      /accuracy|정확도|acc\b/.test(reading.text) ? 0.95 : 0,
    );
    if (strength === 0) return undefined;
    return {
      intent: 'asked',
      score: askedScore(reading, Math.min(1, strength + 0.05), [
        'rows',
        'testRows',
        'valRows',
        'right',
      ]),
      amounts: { rows, right },
      lines: (t) => [
        t.text('sum.accuracy', {
          rows,
          right,
          accuracy: decimal(right / rows, t, 4),
          percent: decimal((100 * right) / rows, t, 2),
        }),
      ],
    };
  },
};
