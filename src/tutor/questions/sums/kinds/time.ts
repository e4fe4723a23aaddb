/** Times: of a step × steps × epochs, and back. */
import { asked, type Draft, type Facts, type SumKind } from '../kind.js';
import type { Reading } from '../reading.js';
import { duration } from '../sentences.js';
import { asksReason, isBare, wants } from '../want.js';
import { oneStep, stepsWithin, throughput, unit } from './step-time.js';
import { stepsOf } from './steps-of.js';

export const time: SumKind = {
  name: 'time',
  asks: 'time',
  concepts: ['training_time', 'iteration', 'progress_bar'],
  bid: (reading, facts) =>
    [
      throughput(reading),
      stepsWithin(reading),
      oneStep(reading, facts),
      ofSteps(reading, facts),
      ofEpochs(reading),
      epochsWithin(reading),
      unit(reading),
    ].filter((draft) => draft !== undefined),
};

function ofSteps(reading: Reading, facts: Facts): Draft | undefined {
  const { msPerStep, epochs = 1 } = reading.amounts;
  const steps = stepsOf(reading, facts);
  const strength = Math.max(
    wants(reading, 'time', 'stepTime'),
    isBare(reading) ? 0.93 : 0,
    /time|epoch|시간|에포크|에폭|걸/.test(reading.text) &&
      reading.wanted.length === 0 &&
      !asksReason(reading)
      ? 0.8
      : 0,
  );
  if (msPerStep === undefined || steps === undefined || strength === 0) return undefined;
  const one = msPerStep * steps;
  return asked(
    reading,
    strength,
    ['msPerStep', 'steps', 'updates', 'rows', 'batch', 'epochs', 'validationSplit'],
    (t) => {
      const params = {
        steps,
        ms: duration(msPerStep, t),
        one: duration(one, t),
        epochs,
        all: duration(one * epochs, t),
      };
      const isInAll = epochs > 1 && !(reading.isPerEpoch && !reading.isInAll);
      return [t.text(isInAll ? 'sum.time.all' : 'sum.time.epoch', params)];
    },
  );
}

function ofEpochs(reading: Reading): Draft | undefined {
  const { msPerEpoch, msInAll, epochs, otherEpochs } = reading.amounts;
  if (epochs === undefined || epochs < 2 || reading.amounts.msPerStep !== undefined)
    return undefined;
  const strength = Math.max(wants(reading, 'time'), isBare(reading) ? 0.93 : 0);
  if (msPerEpoch === undefined && msInAll === undefined) return undefined;
  return asked(
    reading,
    strength,
    ['msPerEpoch', 'msInAll', 'epochs', 'otherEpochs', 'rows', 'batch'],
    (t) => {
      if (msPerEpoch === undefined) {
        const all = msInAll ?? 0;
        if (otherEpochs !== undefined) {
          const one = duration(all / epochs, t);
          const others = duration((all / epochs) * otherEpochs, t);
          return [t.text('sum.time.epochs', { epochs: otherEpochs, one, all: others })];
        }
        return [
          t.text('sum.time.oneEpoch', {
            epochs,
            all: duration(all, t),
            one: duration(all / epochs, t),
          }),
        ];
      }
      return [
        t.text('sum.time.epochs', {
          epochs,
          one: duration(msPerEpoch, t),
          all: duration(msPerEpoch * epochs, t),
        }),
      ];
    },
  );
}

/** “An epoch takes 90 s: how many can I do in half an hour?” */
function epochsWithin(reading: Reading): Draft | undefined {
  const { msPerEpoch: one, msInAll: all } = reading.amounts;
  const strength = wants(reading, 'epochs');
  if (strength === 0 || one === undefined || all === undefined || all < one) return undefined;
  const params = { epochs: Math.floor(all / one) };
  return asked(reading, strength, ['msPerEpoch', 'msInAll', 'epochs'], (t) => [
    t.text('sum.time.fit', { ...params, all: duration(all, t), one: duration(one, t) }),
  ]);
}
