/** What a run has done at the place where the asker says it is. */
import { stepsPerEpoch } from '../../../../runs/run.js';
import { givenNumbers, type Given } from '../given.js';
import { asked, type Draft, type Facts, type SumKind } from '../kind.js';
import { asksLeft, asksSoFar, positionOf, type Position } from '../position.js';
import type { Reading } from '../reading.js';
import { assumed } from '../sentences.js';
import { askedScore, asksReason, wants } from '../want.js';

export const soFar: SumKind = {
  name: 'soFar',
  asks: 'updates',
  concepts: ['iteration', 'epoch', 'progress_bar'],
  bid(reading, facts) {
    const position = positionOf(reading);
    if (!position || asksLeft(reading)) return undefined;
    return [updatesDone(reading, position, facts), rowsDone(reading, position, facts)].filter(
      (draft) => draft !== undefined,
    );
  },
};

/** Who asks for the end does not ask for now. */
const future =
  /\bwill\b|\bwould\b|by the end|when (?:it|training|all|everything)|whole|끝나면|끝까지|다 ?돌면|전체/;

const used = ['rows', 'batch', 'steps', 'epochs', 'validationSplit', 'testShare'] as const;

/** Iterations of an epoch: its bar's end, what the asker says of it, or the run's in front. */
export function stepsOfEpoch(
  reading: Reading,
  facts: Facts,
): { readonly steps: number; readonly given?: Given } | undefined {
  const shown = reading.bars.length === 1 ? reading.bars[0]?.total : reading.amounts.steps;
  if (shown !== undefined) return { steps: shown };
  const given = givenNumbers(reading, facts);
  // “Epoch 5/30” is not of a run with 20 epochs.
  const { epochs = facts.values.epochs } = reading.amounts;
  if (given?.from.rows === 'run' && epochs !== facts.values.epochs) return undefined;
  return given && { steps: stepsPerEpoch(given.rows, given.batch), given };
}

function updatesDone(
  reading: Reading,
  { epoch, bar, state }: Position,
  facts: Facts,
): Draft | undefined {
  const strength = wants(reading, 'updates', 'steps');
  const { steps, given } = stepsOfEpoch(reading, facts) ?? {};
  const isWithin = epoch !== undefined && bar !== undefined && !future.test(reading.text);
  const isTold = asksSoFar(reading) || state !== undefined || isWithin;
  if (strength === 0 || steps === undefined || !isTold || asksReason(reading)) return undefined;
  if (future.test(reading.text) && !asksSoFar(reading)) return undefined;
  if (epoch === undefined && !asksSoFar(reading)) return undefined;
  const before = (epoch ?? 1) - (state === 'ended' ? 0 : 1);
  const within = bar && state === undefined ? bar.done : 0;
  const done = before * steps + within;
  return {
    intent: 'asked',
    // It is asked with more than what the whole run needs.
    score: Math.min(1, askedScore(reading, strength, used) + 0.05),
    amounts: reading.amounts,
    lines: (t) => {
      const from = given ? assumed(given, facts, t) : [];
      if (epoch === undefined) return [t.text('sum.soFar.inEpoch', { done, steps }), ...from];
      if (bar === undefined && state === undefined) {
        const params = { epoch, from: done, to: done + steps, before, steps };
        return [t.text('sum.soFar.between', params), ...from];
      }
      return [t.text('sum.soFar.updates', { done, before, steps, within }), ...from];
    },
  };
}

/** Finished batches × batch_size; only an epoch's last batch may be smaller. */
function rowsDone(reading: Reading, { epoch, bar }: Position, facts: Facts): Draft | undefined {
  const isOfRun = facts.run !== undefined && bar?.total === facts.values.steps && reading.own === 1;
  const ofRun = isOfRun ? givenNumbers(reading, facts) : undefined;
  const { batch, rows } = ofRun ?? reading.amounts;
  const strength = wants(reading, 'seen', 'rows', 'trainRows', 'repeats');
  if (!bar || batch === undefined || strength === 0 || asksReason(reading)) return undefined;
  const isWhole = bar.done === bar.total;
  if (isWhole && rows === undefined) return undefined;
  const seen = isWhole ? (rows ?? 0) : bar.done * batch;
  const before = (epoch ?? 1) - 1;
  const inEpoch = rows ?? bar.total * batch;
  return asked(
    reading,
    strength,
    used,
    (t) => [
      t.text('sum.soFar.rows', { seen, batch, done: bar.done }),
      ...(before === 0
        ? []
        : [
            t.text('sum.soFar.again', {
              before,
              all: before * inEpoch + seen,
              exact: rows === undefined ? 'no' : 'yes',
            }),
          ]),
      ...(ofRun ? assumed(ofRun, facts, t) : []),
    ],
    { more: 0.1 },
  );
}
