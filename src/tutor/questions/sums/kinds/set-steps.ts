/** What an epoch sees of the rows when its steps are set by hand: steps_per_epoch × batch_size. */
import { asked, type SumKind } from '../kind.js';
import { stepsPerEpoch } from '../../../../runs/run.js';
import { givenNumbers } from '../given.js';
import { assumed } from '../sentences.js';
import { wants } from '../want.js';

const isSet = /steps[_ ]per[_ ]epoch(?:\s*[=:]|\s+(?:to|of|is|as|at|를|을|은)|을|를|은|는)?\s*\d/;
const ofRows =
  /data|rows|samples|images|examples|all|everything|whole|skip|unused|전부|다 |데이터|행|샘플|이미지|모두|빠뜨|안 ?쓰/;

export const setSteps: SumKind = {
  name: 'setSteps',
  asks: 'seen',
  concepts: ['steps_per_epoch', 'epoch', 'batch_size'],
  bid(reading, facts) {
    const { rows, steps, batch } = reading.amounts;
    if (steps === undefined || !isSet.test(reading.text)) return undefined;
    const forRows = Math.max(
      wants(reading, 'seen', 'rows', 'trainRows'),
      ofRows.test(reading.text) ? 0.95 : 0.7,
    );
    if (wants(reading, 'batch', 'epochs', 'time') > 0) return undefined;
    // Of the whole run is another sum.
    if (reading.isInAll && (reading.amounts.epochs ?? 1) > 1 && rows === undefined)
      return undefined;
    const given = rows === undefined ? undefined : givenNumbers(reading, facts);
    if (!given) {
      if (batch === undefined) return undefined;
      return asked(
        reading,
        Math.min(1, 1.1 * wants(reading, 'seen', 'rows')),
        ['steps', 'batch'],
        (t) => [t.text('sum.setSteps.seen', { steps, batch, seen: steps * batch })],
        { amounts: { steps, batch } },
      );
    }
    const needed = stepsPerEpoch(given.rows, given.batch);
    const params = {
      steps,
      rows: given.rows,
      batch: given.batch,
      needed,
      seen: steps * given.batch,
    };
    const which = steps < needed ? 'fewer' : steps === needed ? 'same' : 'more';
    const asksSteps = wants(reading, 'steps', 'updates') > 0;
    return asked(
      reading,
      asksSteps ? 0.85 : forRows,
      ['rows', 'batch', 'steps', 'validationSplit', 'epochs'],
      (t) => [t.text(`sum.setSteps.${which}`, params), ...assumed(given, facts, t)],
      { amounts: { ...given.amounts, steps } },
    );
  },
};
