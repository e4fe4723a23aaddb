/** The steps that a time is about. */
import { stepsPerEpoch } from '../../../../runs/run.js';
import { givenNumbers } from '../given.js';
import type { Facts } from '../kind.js';
import type { Reading } from '../reading.js';

export function stepsOf(reading: Reading, facts: Facts): number | undefined {
  const { rows, batch, steps, updates } = reading.amounts;
  const bar = reading.bars.length === 1 ? reading.bars[0]?.total : undefined;
  const counted = steps ?? bar;
  if (counted !== undefined) return counted;
  const given = rows === undefined ? undefined : givenNumbers(reading, facts);
  if (given && batch !== undefined) return stepsPerEpoch(given.rows, given.batch);
  return updates;
}
