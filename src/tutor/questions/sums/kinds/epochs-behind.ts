/** From iterations back to epochs. */
import { asked, type SumKind } from '../kind.js';
import { stepsPerEpoch } from '../../../../runs/run.js';
import { givenNumbers } from '../given.js';
import { quotient } from '../sentences.js';
import { isBare, wants } from '../want.js';

/** Epochs behind so many updates, and the epoch in which an iteration is: updates / steps per epoch. */
export const epochsBehind: SumKind = {
  name: 'epochsBehind',
  asks: 'epochs',
  concepts: ['epoch', 'iteration', 'steps_per_epoch'],
  bid(reading, facts) {
    const { amounts, others } = reading;
    const { rows, batch, steps, updates, epochs, seenRows } = amounts;
    const asksWhich = wants(reading, 'whichEpoch');
    const isAsked = Math.max(wants(reading, 'epochs'), asksWhich);
    if (rows !== undefined && seenRows !== undefined && isAsked > 0) {
      return asked(
        reading,
        isAsked,
        ['rows', 'seenRows', 'batch', 'steps'],
        (t) => [
          t.text('sum.epochs.seen', {
            ...{ rows, seen: seenRows, whole: Math.floor(seenRows / rows) },
            ...quotient(seenRows, rows, t),
          }),
        ],
        { amounts },
      );
    }
    if (epochs !== undefined && !asksWhich) return undefined;
    const given = rows === undefined ? undefined : givenNumbers(reading, facts);
    const perEpoch = given
      ? stepsPerEpoch(given.rows, given.batch)
      : updates === undefined && others.length === 0
        ? undefined
        : steps;
    const all = updates ?? (given ? (steps ?? onlyOf(others)) : Math.max(...others, 0));
    if (perEpoch === undefined || !all || (given && batch === undefined && isAsked < 1))
      return undefined;
    // Fewer updates than an epoch has, and no rows to tell which is which: one number was misread.
    if (!given && !asksWhich && all < perEpoch) return undefined;
    const isSeen = given && all > perEpoch && all % perEpoch === 0 && batch !== undefined;
    const strength = Math.max(
      isAsked,
      isSeen && speaksOfEpochs.test(reading.text) && wants(reading, 'steps', 'updates') === 0
        ? 0.93
        : 0,
      isSeen && isBare(reading) ? 0.9 : 0,
    );
    return asked(
      reading,
      strength,
      ['rows', 'batch', 'steps', 'updates', 'epochs', 'validationSplit', 'testShare'],
      (t) => {
        const whole = Math.floor(all / perEpoch);
        const rest = all - whole * perEpoch;
        const params = {
          epochs: whole,
          rest,
          updates: all,
          steps: perEpoch,
          ...quotient(all, perEpoch, t),
        };
        const how = given
          ? [
              t.text('sum.updates.steps', {
                rows: given.rows,
                batch: given.batch,
                steps: perEpoch,
                ...quotient(given.rows, given.batch, t),
              }),
            ]
          : [];
        if (asksWhich) {
          const inEpoch = Math.ceil(all / perEpoch);
          return [
            t.text('sum.whichEpoch', { ...params, inEpoch, place: all - (inEpoch - 1) * perEpoch }),
            ...how,
          ];
        }
        return [t.text(rest === 0 ? 'sum.epochs' : 'sum.epochs.part', params), ...how];
      },
      { amounts: given ? { ...given.amounts, updates: all } : { steps: perEpoch, updates: all } },
    );
  },
};

const speaksOfEpochs = /epoch|에포크|에폭/;
const onlyOf = (others: readonly number[]): number | undefined =>
  others.length === 1 ? others[0] : undefined;
