/** Times of one step: from an epoch's, in other units, and how much is done in one second. */
import { asked, type Draft, type Facts } from '../kind.js';
import type { Reading } from '../reading.js';
import { decimal, duration } from '../sentences.js';
import { asksReason, isBare, wants } from '../want.js';
import { stepsOf } from './steps-of.js';

/** An epoch's time, given or as its share of a whole run's. */
function epochMsOf({ amounts: { msPerEpoch, msInAll, epochs } }: Reading): number | undefined {
  return msPerEpoch ?? (msInAll === undefined ? undefined : msInAll / (epochs ?? 1));
}

/** Rows worked on in a second. */
export function throughput(reading: Reading): Draft | undefined {
  const { rows, batch, msPerStep, steps } = reading.amounts;
  const all = epochMsOf(reading);
  const ofStep = msPerStep ?? (all !== undefined && steps !== undefined ? all / steps : undefined);
  const [count, ms] = batch !== undefined && ofStep !== undefined ? [batch, ofStep] : [rows, all];
  if (count === undefined || ms === undefined || wants(reading, 'perSecond') === 0)
    return undefined;
  return asked(
    reading,
    1,
    ['rows', 'batch', 'steps', 'epochs', 'msPerStep', 'msPerEpoch', 'msInAll'],
    (t) => [
      t.text('sum.time.perSecond', {
        count,
        ms: duration(ms, t),
        rows: decimal((1000 * count) / ms, t, 1),
      }),
    ],
  );
}

/** `15s 8ms/step`: how many steps these are. */
export function stepsWithin(reading: Reading): Draft | undefined {
  const { msPerStep, msPerEpoch, msInAll, rows, steps } = reading.amounts;
  const all = msPerEpoch ?? msInAll;
  if (all === undefined || msPerStep === undefined || steps !== undefined || rows !== undefined)
    return undefined;
  const strength = wants(reading, 'steps', 'updates');
  return asked(reading, strength, ['msPerStep', 'msPerEpoch', 'msInAll'], (t) => [
    t.text('sum.time.steps', {
      all: duration(all, t),
      ms: duration(msPerStep, t),
      steps: decimal(Math.round(all / msPerStep), t),
    }),
  ]);
}

/** Time of an epoch ÷ its steps. */
export function oneStep(reading: Reading, facts: Facts): Draft | undefined {
  const { msPerStep } = reading.amounts;
  const all = epochMsOf(reading);
  const steps = stepsOf(reading, facts);
  const strength = wants(reading, 'stepTime');
  if (all === undefined || steps === undefined || msPerStep !== undefined) return undefined;
  return asked(
    reading,
    strength,
    ['msPerEpoch', 'msInAll', 'steps', 'updates', 'rows', 'batch', 'epochs'],
    (t) => [
      t.text('sum.time.oneStep', { all: duration(all, t), steps, one: duration(all / steps, t) }),
    ],
  );
}

/** `635us/step`: what the unit is, with the asker's own number. */
export function unit(reading: Reading): Draft | undefined {
  const { msPerStep, msPerRow, batch } = reading.amounts;
  const isOnly =
    reading.own <= (batch === undefined ? 1 : 2) && wants(reading, 'steps', 'updates') === 0;
  const isWritten = /\d\s?(?:us|µs|μs|ms|s)\s?\/\s?(?:step|sample)/.test(reading.text);
  if (
    !isOnly ||
    !isWritten ||
    (!asksReason(reading) && !isBare(reading) && wants(reading, 'time', 'stepTime') === 0)
  )
    return undefined;
  const ms = msPerStep ?? msPerRow;
  if (ms === undefined) return undefined;
  return {
    intent: 'asked',
    score: 0.9,
    amounts: reading.amounts,
    lines: (t) => [
      t.text(msPerRow === undefined ? 'sum.time.unit' : 'sum.time.unitRow', {
        ms: decimal(Number(ms.toPrecision(4)), t, 6),
        perSecond: decimal(Number((1000 / ms).toPrecision(3)), t, 1),
      }),
    ],
  };
}
