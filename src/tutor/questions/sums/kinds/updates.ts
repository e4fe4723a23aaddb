/** Weight updates, or iterations, of a whole run: iterations of an epoch × epochs. */
import type { Draft, Facts, SumKind } from '../kind.js';
import { givenNumbers } from '../given.js';
import { asksSoFar, positionOf } from '../position.js';
import type { Reading } from '../reading.js';
import { assumed, verdict } from '../sentences.js';
import { askedScore, isBare, unnamed, wants } from '../want.js';
import {
  countingOf,
  isPartlyOfRun,
  lastLine,
  offersOneOf,
  setAsideLines,
  stepsParams,
  updatesVerdict,
} from './counted.js';

export const updates: SumKind = {
  name: 'updates',
  asks: 'updates',
  concepts: ['iteration', 'epoch', 'batch_size', 'weights'],
  bid(reading, facts) {
    const { amounts } = reading;
    if (amounts.accumulated !== undefined || amounts.initialEpoch !== undefined) return undefined;
    // Epochs that would make so many updates are another sum.
    if (amounts.epochs !== undefined && wants(reading, 'epochs') === 1) return undefined;
    // Where they are in the run is what so-far.ts counts.
    if (asksSoFar(reading) && positionOf(reading)) return undefined;
    const ofSteps = fromSteps(reading);
    if (ofSteps) return ofSteps;
    const given = givenNumbers(reading, facts);
    if (given?.epochs === undefined || isPartlyOfRun(given, reading)) return undefined;
    const sum = countingOf(given);
    const isGuessed =
      amounts.epochs !== undefined &&
      offersOneOf(reading, [
        sum.updates,
        sum.rows * sum.epochs,
        Math.floor(sum.rows / sum.batch) * sum.epochs,
      ]);
    const isWhole =
      amounts.rows !== undefined && amounts.batch !== undefined && amounts.epochs !== undefined;
    const strength = Math.max(
      wanted(reading, facts),
      isWhole ? unnamed(reading) * 1.02 : 0,
      isGuessed && sum.epochs > 1 ? 0.96 : 0,
    );
    if (strength === 0) return undefined;
    const score = askedScore(reading, strength, [
      'rows',
      'batch',
      'epochs',
      'validationSplit',
      'testShare',
      ...(isGuessed ? (['steps', 'updates'] as const) : []),
    ]);
    return {
      intent: 'asked',
      score: reading.own === 0 && ofMine.test(reading.text) ? score + 0.15 : score,
      amounts: given.amounts,
      lines: (t) => [
        ...updatesVerdict(reading, sum, t),
        t.text('sum.updates', stepsParams(sum, t)),
        t.text('sum.updates.steps', stepsParams(sum, t)),
        lastLine(sum, t),
        ...setAsideLines(given, t),
        ...assumed(given, facts, t, true),
      ],
    };
  },
};

const ofMine =
  /\b(?:my|this|the|our|last) (?:run|model|training|network|fit)\b|\bi (?:just )?(?:ran|trained|run)\b|내 ?(?:학습|모델|런|run|훈련)|제 ?(?:학습|모델)|방금|이번/;

function wanted(reading: Reading, facts: Facts): number {
  const { amounts, isPerEpoch, isInAll } = reading;
  // A run's epochs count only where the whole run is spoken of.
  if (amounts.epochs === undefined) {
    const isOfRun =
      facts.run !== undefined && (isInAll || ofMine.test(reading.text)) && !isPerEpoch;
    return isOfRun ? wants(reading, 'updates', ...(isInAll ? (['steps'] as const) : [])) : 0;
  }
  const forSteps = amounts.epochs === 1 ? 0.5 : isPerEpoch ? (isInAll ? 0.97 : 0.7) : 1;
  const forUpdates = isPerEpoch && !isInAll ? 0.85 : 1;
  return Math.max(wants(reading, 'steps') * forSteps, wants(reading, 'updates') * forUpdates);
}

/** Before its last epoch, that is. */
const hasStopped =
  /\b(?:stopp?(?:s|ed|ing)? (?:it |training )?after|stopped|ended early|halted|died|crashed)\b|멈췄|멈춤|멈춰서|중단됐|중단되|끊겼|종료됐/;

/** “800 steps per epoch, 20 epochs”, or a full bar: “800/800 each of 20 epochs”. */
function fromSteps(reading: Reading): Draft | undefined {
  const { rows, batch, epochNow } = reading.amounts;
  const epochs = hasStopped.test(reading.text)
    ? (epochNow ?? reading.amounts.epochs)
    : reading.amounts.epochs;
  const [bar] = reading.bars.length === 1 ? reading.bars : [];
  const steps = reading.amounts.steps ?? (bar?.done === bar?.total ? bar?.total : undefined);
  // How many rows there are says nothing where the steps are given and no batch_size is.
  const isOfRows = rows !== undefined && (batch !== undefined || bar !== undefined);
  if (isOfRows || steps === undefined || epochs === undefined || epochs < 2) return undefined;
  const isWanted = wants(reading, 'updates', 'steps');
  const isSeen = reading.amounts.updates === steps * epochs;
  const isGuessed = isSeen || reading.others.includes(steps * epochs);
  const strength = Math.max(
    isGuessed ? 0.93 : 0,
    isWanted * (reading.isPerEpoch && isWanted && !reading.isInAll ? 0.95 : 1),
    isBare(reading) && !bar ? 0.93 : 0,
  );
  if (strength === 0) return undefined;
  const params = { steps, epochs, updates: steps * epochs };
  return {
    intent: isSeen ? 'seen' : 'asked',
    score: askedScore(reading, strength, ['rows', 'steps', 'epochs', 'updates']),
    amounts: { steps, epochs },
    lines: (t) => [
      ...verdict(
        reading,
        params.updates,
        {},
        [
          ...reading.others,
          ...(reading.amounts.updates === undefined ? [] : [reading.amounts.updates]),
        ],
        t,
      ),
      t.text('sum.updates', params),
    ],
  };
}
