/** Sums of one line each, of numbers that only few questions have. */
import type { Text } from '../../../../content/text.js';
import type { Translator } from '../../../../content/translator.js';
import { stepsPerEpoch } from '../../../../runs/run.js';
import { givenNumbers, KERAS_BATCH_SIZE } from '../given.js';
import type { Draft, SumKind } from '../kind.js';
import type { Reading } from '../reading.js';
import type { Role } from '../roles.js';
import { assumed, decimal } from '../sentences.js';
import { askedScore, asksNumber, asksOpinion, asksReason, wants } from '../want.js';

function draft(reading: Reading, used: readonly Role[], lines: Draft['lines']): Draft {
  return {
    intent: 'asked',
    // “The best epoch” is no opinion.
    score: askedScore({ ...reading, text: '', own: 2 }, 1, [...used, 'rows', 'batch', 'steps']),
    amounts: reading.amounts,
    lines,
  };
}

const ofBest = /\bbest|lowest|minimum|smallest|last improve|낮|최고|최저|최소|좋|개선/;
const ofStop = /\bstop|\bend|\bquit|멈|끝나|종료|중단|조기/;

/** EarlyStopping ends `patience` epochs after the best one (keras v2.15.0, callbacks.py). */
export const stopEpoch: SumKind = {
  name: 'stopEpoch',
  asks: 'whichEpoch',
  concepts: ['early_stopping', 'epoch'],
  bid(reading) {
    const { patience, epochNow, epochs } = reading.amounts;
    const asked = Math.max(
      wants(reading, 'whichEpoch', 'epochs'),
      /when|언제/.test(reading.text) ? 0.9 : 0,
    );
    if (patience === undefined || asked === 0 || asksReason(reading)) return undefined;
    if (!ofBest.test(reading.text) || !ofStop.test(reading.text)) return undefined;
    const isBackwards = asksBest.test(reading.text);
    const known = epochNow ?? epochs;
    if (known === undefined || (isBackwards && known <= patience)) return undefined;
    const [best, stop] = isBackwards ? [known - patience, known] : [known, known + patience];
    return draft(reading, ['patience', 'epochs'], (t) => [
      t.text(isBackwards ? 'sum.stop.best' : 'sum.stop', { best, stop, patience }),
    ]);
  },
};

const asksBest =
  /(?:which|what) (?:epoch )?(?:was|is|had) (?:the )?(?:best|lowest)|best epoch\??$|(?:제일|가장) ?(?:좋|낮)(?:은|던|았던)? ?(?:에포크|에폭|건|게|때)?(?:는|은|이|가)? ?(?:몇|언제)/;

/** `initial_epoch` is where counting goes on, not how many more there are. */
export const laterEpochs: SumKind = {
  name: 'laterEpochs',
  asks: 'epochs',
  concepts: ['epoch'],
  bid(reading, facts) {
    const { initialEpoch } = reading.amounts;
    // “12 epochs yesterday, now initial_epoch=12, epochs=30”.
    const epochs = Math.max(reading.amounts.epochs ?? 0, reading.amounts.otherEpochs ?? 0);
    if (initialEpoch === undefined || epochs < initialEpoch) return undefined;
    const more = epochs - initialEpoch;
    const why = { more, epochs, initialEpoch };
    const used: readonly Role[] = ['epochs', 'otherEpochs'];
    if (wants(reading, 'epochs') > 0)
      return draft(reading, used, (t) => [t.text('sum.initialEpoch', why)]);
    if (reading.isPerEpoch || wants(reading, 'updates', 'steps') === 0) return undefined;
    const given = reading.amounts.rows === undefined ? undefined : givenNumbers(reading, facts);
    const steps = given ? stepsPerEpoch(given.rows, given.batch) : reading.amounts.steps;
    if (steps === undefined) return undefined;
    return draft(reading, [...used, 'updates', 'validationSplit', 'testShare'], (t) => [
      t.text('sum.updates', { updates: steps * more, steps, epochs: more }),
      t.text('sum.initialEpoch', why),
      ...(given ? assumed(given, facts, t) : []),
    ]);
  },
};

/** Dropout switches each unit off by chance, so this is the mean of many batches. */
export const droppedUnits: SumKind = {
  name: 'droppedUnits',
  asks: 'units',
  concepts: ['overfitting'],
  bid(reading) {
    const { dropout, units } = reading.amounts;
    if (dropout === undefined || units === undefined || !asksNumber(reading)) return undefined;
    if (asksReason(reading) || asksOpinion(reading)) return undefined;
    const off = dropout * units;
    return draft(reading, ['units'], (t) => [
      t.text('sum.dropout', {
        ...{ units, dropout: decimal(dropout, t), off: decimal(off, t, 1) },
        on: decimal(units - off, t, 1),
      }),
    ]);
  },
};

/** Each of k trainings leaves one fold out; scikit-learn's first folds are the larger ones. */
const inAll = (steps: number, epochs: number, count: number, t: Translator): Text =>
  t.text('sum.folds.again', { epochs, count, one: steps * epochs, all: steps * epochs * count });

export const folds: SumKind = {
  name: 'folds',
  asks: 'steps',
  concepts: ['steps_per_epoch', 'validation_split'],
  bid(reading) {
    const {
      folds: count,
      rows,
      batch = KERAS_BATCH_SIZE,
      epochs = 1,
      steps: told,
    } = reading.amounts;
    const strength = wants(reading, 'steps', 'updates', 'trainRows', 'valRows', 'rows');
    if (count === undefined || count < 2 || strength === 0) return undefined;
    if (rows === undefined && told !== undefined && wants(reading, 'updates') > 0)
      return draft(reading, ['epochs', 'folds'], (t) => [inAll(told, epochs, count, t)]);
    if (rows === undefined) return undefined;
    const out = Math.ceil(rows / count);
    const training = rows - out;
    if (training < 1) return undefined;
    const steps = stepsPerEpoch(training, batch);
    const ofRows = wants(reading, 'steps', 'updates') === 0;
    return draft(reading, ['epochs', 'validationSplit'], (t) => [
      t.text(ofRows ? 'sum.folds.rows' : 'sum.folds', { count, rows, out, training, batch, steps }),
      ...(epochs > 1 && !ofRows ? [inAll(steps, epochs, count, t)] : []),
    ]);
  },
};
