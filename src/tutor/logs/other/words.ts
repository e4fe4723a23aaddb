/** Sentences only for logs not printed by Keras. The loop's author decided what its numbers mean. */
import type { Text } from '../../../content/text.js';
import type { Translator } from '../../../content/translator.js';
import { stepsPerEpoch } from '../../../runs/run.js';
import { countingOf, endOf } from '../counting.js';
import type { Part } from '../part.js';
import { printed } from '../printed.js';
import type { LoggedFit, OtherNotes } from '../training-log.js';

/** For a log without a finished epoch: only its progress. */
export function standsText(fit: LoggedFit, t: Translator): Text {
  return [...placeText(fit, t), { text: ' ' }, ...lossText(fit, t)];
}

function placeText({ unfinished, planned, style, counts, other }: LoggedFit, t: Translator): Text {
  const { epoch = 1, counter } = unfinished ?? {};
  if (other?.stands !== undefined) {
    const percent = Math.round((other.stands - epoch + 1) * 100);
    return t.text('log.other.standsAt', { stands: String(other.stands), percent, epoch });
  }
  const end = counter?.end;
  if (!counter || end === undefined) return t.text('log.other.standsEvaluated');
  const { current } = counter;
  const at = { current, end, percent: Math.round((current / end) * 100) };
  if (style === 'tqdm') return t.text('log.other.standsBar', at);
  const where =
    planned === undefined
      ? t.plain('log.other.place', { epoch })
      : t.plain('log.other.placeOf', { epoch, planned });
  return t.text(`log.other.stands.${counts}`, { ...at, where });
}

function lossText({ unfinished, other }: LoggedFit, t: Translator): Text {
  const loss = unfinished?.readings.get('loss');
  if (!loss) return t.text('log.other.noLoss');
  const first = other?.firstLoss;
  return first
    ? t.text('log.other.lossCourse', { first: printed(first), mean: printed(loss) })
    : t.text('log.other.lossNow', { loss: printed(loss) });
}

export function printedByOther(fit: LoggedFit, t: Translator): readonly Part[] {
  const { style, counts } = fit;
  const head: Part = { rank: 0, text: t.text(`log.style.${style}`) };
  if (style === 'trainer') return [head, { rank: 0, text: t.text('log.other.counts.trainer') }];
  const { counter } = fit.unfinished ?? fit.epochs.at(-1) ?? {};
  if (counter?.end === undefined) return [head, { rank: 4, text: t.text('log.other.noCounter') }];
  const key = style === 'tqdm' ? 'log.other.counts.bar' : (`log.other.counts.${counts}` as const);
  return [head, { rank: 0, text: t.text(key, { current: counter.current, end: counter.end }) }];
}

/** The story besides the verdict. */
export function notesOfOther(fit: LoggedFit, t: Translator): readonly Part[] {
  const { other, unfinished, epochs } = fit;
  const parts: Part[] = [];
  if (unfinished && epochs.length > 0) parts.push({ rank: 2, text: placeText(fit, t) });
  if (other?.averaged === true && epochs.length > 0) {
    parts.push({ rank: 2, text: t.text('log.other.averaged') });
  }
  if (other?.fromZero === true) parts.push({ rank: 3, text: t.text('log.other.fromZero') });
  return parts;
}

/** Common batch sizes for an example calculation. */
const EXAMPLE_BATCH = 100;
const EXAMPLE_BATCH_OF_ROWS = 64;

export function sumsOfOther(fit: LoggedFit, t: Translator): readonly Part[] {
  const totals = fit.other?.totals;
  if (totals) return [totalsPart(totals, t)];
  const end = endOf(fit);
  if (end === undefined || end === 1) return [];
  return [rowsPart(fit, end, t), ...updatesParts(fit, end, t)];
}

function rowsPart(fit: LoggedFit, end: number, t: Translator): Part {
  const counting = countingOf(fit);
  if (counting && !counting.assumed) {
    const { batchSize: batch, steps, rows } = counting;
    const key = fit.counts === 'rows' ? 'log.rows.exact' : 'log.rows.stated';
    return { rank: 3, text: t.text(key, { ...rows, rows: rows.most, batch, steps }) };
  }
  if (fit.counts === 'rows') {
    const steps = stepsPerEpoch(end, EXAMPLE_BATCH_OF_ROWS);
    const params = { rows: end, batch: EXAMPLE_BATCH_OF_ROWS, steps };
    return { rank: 3, text: t.text('log.other.batchesIf', params) };
  }
  const params = { steps: end, batch: EXAMPLE_BATCH, rows: end * EXAMPLE_BATCH };
  return { rank: 3, text: t.text('log.other.rowsIf', params) };
}

function updatesParts(fit: LoggedFit, end: number, t: Translator): readonly Part[] {
  const { counts, planned, epochs: finished, batchSize } = fit;
  const epochs = planned ?? finished.at(-1)?.epoch;
  if (epochs === undefined || (counts === 'rows' && batchSize === undefined)) return [];
  const steps = counts === 'rows' ? stepsPerEpoch(end, batchSize ?? 1) : end;
  return [{ rank: 3, text: t.text('log.updates', { steps, epochs, updates: steps * epochs }) }];
}

function totalsPart(
  { updates, rowsSeen, epochs }: NonNullable<OtherNotes['totals']>,
  t: Translator,
): Part {
  // Its speeds are rounded, so more digits would be made up.
  const rows = Number((rowsSeen / epochs).toPrecision(3));
  const batch = Math.max(1, Math.round(rowsSeen / updates));
  return { rank: 3, text: t.text('log.other.totals', { updates, epochs, rows, batch }) };
}
