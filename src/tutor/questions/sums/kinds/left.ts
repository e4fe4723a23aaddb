/** What a run has still to do at the place where the asker says it is: iterations and time. */
import { asked, type Draft, type Facts, type SumKind } from '../kind.js';
import { asksLeft, positionOf, type Position } from '../position.js';
import type { Reading } from '../reading.js';
import { assumed, duration } from '../sentences.js';
import { wants } from '../want.js';
import { stepsOfEpoch } from './so-far.js';

export const left: SumKind = {
  name: 'left',
  asks: 'time',
  concepts: ['training_time', 'progress_bar', 'epoch'],
  bid(reading, facts) {
    const position = positionOf(reading);
    // Half-way through an epoch, a time is asked for its rest.
    const isWithin = position?.bar !== undefined && position.bar.done < position.bar.total;
    const isForRest = isWithin && !reading.isPerEpoch && wants(reading, 'time') === 1;
    if (!position || !(asksLeft(reading) || isForRest)) return undefined;
    return [
      timeLeft(reading, position, facts),
      stepsLeft(reading, position, facts),
      epochsLeft(reading, position),
    ].filter((draft) => draft !== undefined);
  },
};

const used = [
  ...(['rows', 'batch', 'steps', 'epochs', 'validationSplit'] as const),
  ...(['msPerStep', 'msPerEpoch'] as const),
] as const;

/** Whole epochs that follow the one that the run is in, or has just finished. */
function epochsAfter(
  { amounts: { epochs: given, planned: epochs = given } }: Reading,
  { epoch }: Position,
): number | undefined {
  return epoch === undefined || epochs === undefined || epochs < epoch ? undefined : epochs - epoch;
}

/** The share of the epoch it is in that is still to come; undefined where nothing tells. */
function shareLeft({ bar, state }: Position): number | undefined {
  if (bar && bar.done < bar.total) return (bar.total - bar.done) / bar.total;
  return state === undefined ? undefined : state === 'begun' ? 1 : 0;
}

function timeLeft(reading: Reading, position: Position, facts: Facts): Draft | undefined {
  const { msPerStep, msPerEpoch } = reading.amounts;
  const strength = wants(reading, 'time');
  const { steps } = stepsOfEpoch(reading, facts) ?? {};
  const one =
    msPerEpoch ?? (msPerStep === undefined || steps === undefined ? undefined : msPerStep * steps);
  const share = shareLeft(position);
  const after = epochsAfter(reading, position);
  if (strength === 0 || one === undefined) return undefined;
  if (share === undefined && after === undefined) return undefined;
  const isOfEpoch =
    after === undefined || (ofThisEpoch.test(reading.text) && share !== undefined && share > 0);
  return asked(
    reading,
    strength,
    used,
    (t) => {
      const say = (ms: number): string => duration(ms, t);
      if (share === undefined) {
        const [least, most] = [(after ?? 0) * one, ((after ?? 0) + 1) * one];
        return [
          t.text('sum.left.between', {
            least: say(least),
            most: say(most),
            after: after ?? 0,
            one: say(one),
          }),
        ];
      }
      const inEpoch = t.text('sum.left.epoch', { left: say(share * one), one: say(one) });
      if (isOfEpoch) return [inEpoch];
      const whole = share === 0 || share === 1;
      const params = { all: say((after + share) * one), one: say(one), part: say(share * one) };
      return whole
        ? [t.text('sum.left.epochs', { ...params, after: after + share })]
        : [t.text('sum.left.all', { ...params, after })];
    },
    { more: 0.1 },
  );
}

const ofThisEpoch =
  /(?:this|the|current|an|one) epoch|이번 ?(?:에포크|에폭)|이 ?(?:에포크|에폭)|현재 ?(?:에포크|에폭)|(?:에포크|에폭)(?:가|이|는)? ?끝나|epoch(?: is| will be)? (?:done|over|finish|end|complete)/;

function stepsLeft(reading: Reading, position: Position, facts: Facts): Draft | undefined {
  const isWithin = position.bar !== undefined && position.bar.done < position.bar.total;
  const strength = wants(reading, 'steps', 'updates', ...(isWithin ? (['last'] as const) : []));
  const { steps, given } = stepsOfEpoch(reading, facts) ?? {};
  const share = shareLeft(position);
  if (strength === 0 || steps === undefined || share === undefined) return undefined;
  const after = epochsAfter(reading, position);
  const rest = Math.round(share * steps);
  const isOfEpoch = after === undefined || reading.isPerEpoch || ofThisEpoch.test(reading.text);
  return asked(
    reading,
    strength,
    used,
    (t) => [
      isOfEpoch
        ? t.text('sum.left.steps', { rest, steps, done: steps - rest })
        : t.text('sum.left.steps.all', { rest, steps, after, all: rest + after * steps }),
      ...(given ? assumed(given, facts, t) : []),
    ],
    { more: 0.1 },
  );
}

function epochsLeft(reading: Reading, position: Position): Draft | undefined {
  const after = epochsAfter(reading, position);
  const { epoch, state } = position;
  const strength = wants(reading, 'epochs');
  if (strength === 0 || epoch === undefined || after === undefined) return undefined;
  const isIn = state === 'ended' ? 'no' : 'yes';
  return asked(
    reading,
    strength,
    used,
    (t) => [t.text('sum.left.count', { after, epoch, epochs: after + epoch, isIn })],
    { more: 0.1 },
  );
}
