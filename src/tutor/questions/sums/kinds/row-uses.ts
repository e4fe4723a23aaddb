/** How often rows are used: each one once an epoch, whatever the batch_size. */
import type { Text } from '../../../../content/text.js';
import type { Translator } from '../../../../content/translator.js';
import { asked, type SumKind } from '../kind.js';
import { trainingRows } from '../arithmetic.js';
import { askedScore, wants } from '../want.js';

export const repeats: SumKind = {
  name: 'repeats',
  asks: 'repeats',
  concepts: ['epoch', 'batch_size', 'shuffle'],
  bid(reading) {
    const { epochs, batch, rows, validationSplit: split = 0 } = reading.amounts;
    const strength = wants(reading, 'repeats');
    if (epochs === undefined || strength === 0 || (reading.isPerEpoch && !reading.isInAll))
      return undefined;
    return {
      intent: 'asked',
      score: Math.max(askedScore(reading, strength, ['epochs', 'batch', 'rows']), 0.8),
      amounts: reading.amounts,
      lines: (t) => [
        t.text('sum.repeats', {
          epochs,
          batch: batch ?? 0,
          hasBatch: batch === undefined ? 'no' : 'yes',
        }),
        ...(rows === undefined ? [] : [usesOf(trainingRows(rows, split), epochs, t)]),
      ],
    };
  },
};

const usesOf = (rows: number, epochs: number, t: Translator): Text =>
  t.text('sum.repeats.again', { rows, seen: rows * epochs });

const countsRepeats =
  /repeat|process|overall|in total|altogether|합쳐|전부|중복|처리|본 ?(?:데이터|샘플|이미지)/;

/** Rows worked on in a whole run, counting each one every time. */
export const seen: SumKind = {
  name: 'seen',
  asks: 'seen',
  concepts: ['epoch', 'shuffle', 'iteration'],
  bid(reading) {
    const { rows: wholeRows, epochs, validationSplit: split, batch, steps } = reading.amounts;
    const strength = Math.max(
      wants(reading, 'seen'),
      countsRepeats.test(reading.text) || (reading.isInAll && wholeRows === undefined)
        ? wants(reading, 'rows')
        : 0,
    );
    if (strength === 0) return undefined;
    if (wholeRows === undefined) {
      if (batch === undefined || steps === undefined) return undefined;
      const times = epochs ?? 1;
      const all = batch * steps * times;
      return asked(
        reading,
        (times > 1 ? 1.05 : 1) * strength,
        ['batch', 'steps', 'epochs'],
        (t) => [t.text('sum.seen.steps', { batch, steps, epochs: times, seen: all })],
        { amounts: { batch, steps, epochs: times } },
      );
    }
    if (epochs === undefined || (reading.isPerEpoch && !reading.isInAll)) return undefined;
    const rows = split === undefined ? wholeRows : trainingRows(wholeRows, split);
    return asked(
      reading,
      Math.min(1, strength + 0.08),
      ['rows', 'epochs', 'validationSplit', 'batch'],
      (t) => [t.text('sum.seen', { rows, epochs, seen: rows * epochs })],
    );
  },
};
