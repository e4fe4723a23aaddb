/** The calculations behind a log: what its counter and times say about rows, batches and updates. */
import type { Translator } from '../../content/translator.js';
import { countingOf, endOf, type Counting } from './counting.js';
import { printedByOther, sumsOfOther } from './other/words.js';
import type { Part } from './part.js';
import { isKeras, type LoggedFit } from './training-log.js';

/** Who printed it and what the counter counts. */
export function printedBy(fit: LoggedFit, t: Translator): readonly Part[] {
  if (!isKeras(fit.style)) return printedByOther(fit, t);
  const end = endOf(fit);
  const unit = newestEpoch(fit)?.unitTime;
  const parts: Part[] = [{ rank: 0, text: t.text(`log.style.${fit.style}`) }];
  if (end !== undefined) parts.push({ rank: 0, text: t.text(`log.counts.${fit.counts}`, { end }) });
  else if (fit.style !== 'bare') parts.push({ rank: 0, text: t.text('log.counts.unknown') });
  if (unit) {
    const key = fit.counts === 'rows' ? 'log.unit.row' : 'log.unit.batch';
    parts.push({ rank: 4, text: t.text(key, { unit: unit.text }) });
  }
  return parts;
}

export function sumsOf(fit: LoggedFit, t: Translator): readonly Part[] {
  if (!isKeras(fit.style)) return sumsOfOther(fit, t);
  const counting = countingOf(fit);
  if (!counting) return [];
  // A single batch says nothing about the number of rows.
  const unknowable = counting.assumed && counting.rows.least === 1;
  const rows = unknowable ? [] : [{ rank: 3, text: rowsText(counting, t) }];
  return [...rows, ...updates(fit, counting, t), ...time(fit, t)];
}

function rowsText({ steps, batchSize: batch, assumed, rows }: Counting, t: Translator) {
  if (rows.least === rows.most) {
    const key = assumed ? 'log.rows.exactAssumed' : 'log.rows.exact';
    return t.text(key, { rows: rows.most, batch, steps });
  }
  const key = assumed ? 'log.rows.assumed' : 'log.rows.stated';
  return t.text(key, { ...rows, batch, ...(assumed ? {} : { steps }) });
}

function updates(fit: LoggedFit, { steps, assumed }: Counting, t: Translator): readonly Part[] {
  const newest = fit.epochs.at(-1);
  if (!newest) return [];
  // A counter of batches is itself the number of updates, whatever the batch size.
  const guessed = assumed && fit.counts === 'rows';
  const key = guessed ? 'log.updatesAssumed' : 'log.updates';
  const epochs = newest.epoch;
  return [{ rank: 3, text: t.text(key, { steps, epochs, updates: steps * epochs }) }];
}

/** The seconds are rounded. A larger gap would mean explaining the first batch and validation. */
const MOST_OFF_S = 0.5;

function time({ counts, epochs }: LoggedFit, t: Translator): readonly Part[] {
  const { counter, seconds, unitTime } = epochs.at(-1) ?? {};
  const count = counter?.end;
  // With one batch per epoch there is nothing to calculate.
  if (count === undefined || count === 1 || !unitTime || !seconds) return [];
  const product = count * unitTime.seconds;
  if (Math.abs(product - seconds) > MOST_OFF_S) return [];
  const key = counts === 'rows' ? 'log.time.row' : 'log.time.batch';
  const unit = unitTime.text.replace(/\/.*$/, '');
  return [
    {
      rank: 7,
      text: t.text(key, { count, unit, product: String(Number(product.toFixed(1))), seconds }),
    },
  ];
}

function newestEpoch({ epochs, unfinished }: LoggedFit) {
  return unfinished ?? epochs.at(-1);
}
