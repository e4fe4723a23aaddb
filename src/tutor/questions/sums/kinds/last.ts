/** Rows of an epoch's last batch, and what becomes of them with drop_remainder. */
import { asked, type SumKind } from '../kind.js';
import { givenNumbers } from '../given.js';
import { assumed, quotient, verdict } from '../sentences.js';
import { wants } from '../want.js';
import { countingOf, lastLine, offered, setAsideLines, stepsParams } from './counted.js';

export const last: SumKind = {
  name: 'last',
  asks: 'last',
  concepts: ['last_partial_batch', 'steps_per_epoch', 'batch_size'],
  bid(reading, facts) {
    // “Which batch_size leaves the last batch full?” asks for a batch_size.
    if (wants(reading, 'batch') === 1 && reading.amounts.batch === undefined) return undefined;
    const given = givenNumbers(reading, facts);
    const isOfRest = reading.amounts.rows !== undefined && reading.hinted.includes('last');
    const strength = Math.max(wants(reading, 'last'), isOfRest ? wants(reading, 'rows') : 0);
    if (!given || strength === 0) return undefined;
    if (reading.own > 0 && (reading.amounts.rows === undefined || reading.own < 2))
      return undefined;
    // “… how many iterations, and how large is the last batch?” is answered by both, steps first.
    const isSecond = wants(reading, 'steps', 'updates') > 0;
    const sum = countingOf(given);
    return asked(
      reading,
      isSecond ? 0.95 : 1,
      ['rows', 'batch', 'validationSplit', 'testShare', 'steps'],
      (t) => [
        ...verdict(reading, sum.last, {}, offered(reading), t),
        lastLine(sum, t),
        ...(speaksOfBar.test(reading.text) ? [t.text('sum.last.bar', { steps: sum.steps })] : []),
        t.text('sum.steps.plain', stepsParams(sum, t)),
        ...setAsideLines(given, t),
        ...assumed(given, facts, t),
      ],
      { amounts: given.amounts },
    );
  },
};

const speaksOfBar = /\bbar\b|progress|진행|막대|표시줄|\d+\/\d+/;

/** `tf.data`'s `batch(…, drop_remainder=True)`, PyTorch's `drop_last`: floor(rows / batch_size). */
export const dropped: SumKind = {
  name: 'dropped',
  asks: 'dropped',
  concepts: ['last_partial_batch', 'steps_per_epoch', 'batch_size'],
  bid(reading, facts) {
    const given = givenNumbers(reading, facts);
    if (!given || reading.amounts.rows === undefined || wants(reading, 'dropped') === 0)
      return undefined;
    const { rows, batch, epochs = 1 } = given;
    const whole = Math.floor(rows / batch);
    const params = {
      rows,
      batch,
      whole,
      epochs,
      updates: whole * epochs,
      rest: rows - whole * batch,
    };
    return asked(
      reading,
      1,
      ['rows', 'batch', 'epochs', 'validationSplit', 'testShare'],
      (t) => [
        t.text('sum.dropped', { ...params, ...quotient(rows, batch, t) }),
        ...(params.rest > 0 ? [t.text('sum.dropped.again', { steps: whole + 1 })] : []),
        ...(epochs > 1 ? [t.text('sum.dropped.updates', params)] : []),
        ...setAsideLines(given, t),
        ...assumed(given, facts, t),
      ],
      { amounts: given.amounts },
    );
  },
};
