/** Which batch_size makes so many steps. */
import type { SumKind } from '../kind.js';
import { stepsPerEpoch } from '../../../../runs/run.js';
import { batchSizesFor } from '../arithmetic.js';
import { givenNumbers } from '../given.js';
import type { Reading } from '../reading.js';
import { quotient } from '../sentences.js';
import { askedScore, wants } from '../want.js';
import { stepsShown } from './steps-shown.js';

/** Every batch_size with ceil(rows / batch_size) = steps. */
export const batchFor: SumKind = {
  name: 'batchFor',
  asks: 'batch',
  concepts: ['batch_size', 'steps_per_epoch'],
  bid(reading, facts) {
    const given = givenNumbers(reading, facts);
    const steps = stepsShown(reading);
    const { rows: own, batch } = reading.amounts;
    if (!given || steps === undefined || own === undefined) return undefined;
    if (batch !== undefined && batch !== steps) return undefined;
    const strength = Math.max(
      wants(reading, 'batch'),
      wants(reading, 'steps', 'updates', 'rows') === 0 && isLikely(reading, steps, given.rows)
        ? 0.8
        : 0,
    );
    if (strength === 0) return undefined;
    const { rows } = given;
    const range = batchSizesFor(rows, steps);
    return {
      intent: 'asked',
      score:
        askedScore(reading, strength, [
          'rows',
          'steps',
          'updates',
          'epochs',
          'validationSplit',
          'testShare',
        ]) +
        0.02 * Math.min(1, reading.others.length),
      amounts: { rows: own, steps },
      lines: (t) => {
        if (!range) {
          // Steps that no batch_size makes lie between those of two neighbours.
          const below = Math.max(1, Math.ceil(rows / steps) - 1);
          const [aboveSteps, belowSteps] = [
            stepsPerEpoch(rows, below + 1),
            stepsPerEpoch(rows, below),
          ];
          return [
            t.text('sum.batchFor.none', {
              steps,
              rows,
              above: below + 1,
              aboveSteps,
              below,
              belowSteps,
            }),
          ];
        }
        const { from, to } = range;
        const params = { steps, rows, from, ...quotient(rows, from, t) };
        if (to === Infinity) return [t.text('sum.batchFor.all', params)];
        return [t.text(from === to ? 'sum.batchFor.one' : 'sum.batchFor.range', { ...params, to })];
      },
    };
  },
};

/** “Why 782 steps for 50,000 rows?”: not the default batch_size, but another makes them. */
function isLikely({ text, amounts }: Reading, steps: number, rows: number): boolean {
  if (!/why|왜|\/|어떻게|how come|where/.test(text) || amounts.epochs !== undefined) return false;
  return (
    steps >= 20 &&
    steps < rows &&
    stepsPerEpoch(rows, 32) !== steps &&
    batchSizesFor(rows, steps) !== undefined
  );
}
