/** How many rows there are where they are given in parts: added up, so many each, or some taken off. */
import type { Text } from '../../../../content/text.js';
import type { Translator } from '../../../../content/translator.js';
import { stepsPerEpoch } from '../../../../runs/run.js';
import { KERAS_BATCH_SIZE } from '../given.js';
import { asked, type Draft, type SumKind } from '../kind.js';
import type { MadeRows } from '../made-rows.js';
import type { Reading } from '../reading.js';
import { unnamed, wants } from '../want.js';

export const made: SumKind = {
  name: 'made',
  asks: 'rows',
  concepts: ['validation_split', 'steps_per_epoch'],
  bid(reading) {
    const { made: rows } = reading;
    if (!rows) return undefined;
    const steps = validationSteps(reading, rows);
    if (steps) return steps;
    const strength = Math.max(
      wants(reading, 'rows', 'trainRows', 'valRows', 'last'),
      rows.how === 'split' ? unnamed(reading) : 0,
    );
    if (strength === 0 || wants(reading, 'steps', 'updates', 'seen', 'batch') > 0) return undefined;
    return asked({ ...reading, own: 2 }, strength, ['rows'], (t) => [madeLine(rows, t)], {
      more: 0.02,
    });
  },
};

/** Batches of the rows that were taken off for validation. */
function validationSteps(reading: Reading, { how, parts }: MadeRows): Draft | undefined {
  const aside = parts[1];
  if (how !== 'validation' || aside === undefined) return undefined;
  const strength = wants(reading, 'valSteps');
  if (strength === 0) return undefined;
  const { batch = KERAS_BATCH_SIZE } = reading.amounts;
  const steps = stepsPerEpoch(aside, batch);
  return asked(
    { ...reading, own: 2 },
    strength,
    ['rows', 'batch'],
    (t) => [
      t.text('sum.validation.given', {
        ...{ steps, aside, batch },
        rounded: steps * batch === aside ? 'no' : 'yes',
      }),
      ...(reading.amounts.batch === undefined ? [t.text('sum.default', { batch })] : []),
    ],
    { more: 0.02 },
  );
}

/** “1,000 rows: 640 + 360.” */
export function madeLine({ how, parts, rows }: MadeRows, t: Translator): Text {
  const sign = how === 'added' ? ' + ' : how === 'times' ? ' × ' : ' − ';
  const digits = new Intl.NumberFormat(t.locale);
  return t.text('sum.made', {
    rows,
    which: how,
    how: parts.map((part) => digits.format(part)).join(sign),
    aside: parts[1] ?? 0,
    test: parts[2] ?? 0,
  });
}
