/** Sentences about what the epochs show besides the verdict. */
import { shown } from '../../content/shown.js';
import type { Translator } from '../../content/translator.js';
import { firstNotFinite, isAccuracy, isNoisy, last, lowest, type Curves } from './curves.js';
import { notesOfOther } from './other/words.js';
import type { Part, Told } from './part.js';
import { phasesOf } from './phases.js';
import { printed } from './printed.js';
import { isKeras, type LoggedFit, type TrainingLog } from './training-log.js';
import type { Judged, Verdict } from './verdict.js';

/** @param curves undefined while no epoch is finished */
export function storyOf(
  { fits }: TrainingLog,
  fit: LoggedFit,
  told: Judged | undefined,
  t: Translator,
): readonly Part[] {
  const parts: readonly Told[] = [
    ...(fits.length > 1 ? [[2, 'log.fits', { count: fits.length }] as const] : []),
    ...ending(fit),
    ...holes(fit),
    ...(told
      ? [...phasesOf(told.curves, told.verdict, t), ...validation(told.curves, told.verdict)]
      : []),
    ...rates(fit),
    ...evaluation(fit, t),
  ];
  return [
    ...parts.map(([rank, key, params]) => ({ rank, text: t.text(key, params) })),
    ...notesOfOther(fit, t),
  ];
}

function ending({ planned, notes, epochs, unfinished, style }: LoggedFit): readonly Told[] {
  const parts: Told[] = [];
  const done = epochs.at(-1)?.epoch;
  const { stoppedAfter, restored } = notes;
  if (stoppedAfter !== undefined && planned !== undefined && stoppedAfter < planned) {
    parts.push([2, 'log.stopped', { epoch: stoppedAfter, planned }]);
  } else if (unfinished && done !== undefined && isKeras(style)) {
    const { epoch, counter, readings } = unfinished;
    const loss = [...readings].find(([name]) => name.endsWith('loss'))?.[1];
    const params = { epoch, loss: loss ? printed(loss) : '' };
    parts.push(
      counter?.end === undefined
        ? [2, 'log.unfinishedUnknown', params]
        : [2, 'log.unfinished', { ...params, current: counter.current, end: counter.end }],
    );
  } else if (planned !== undefined && done !== undefined && done < planned && !unfinished) {
    parts.push([3, 'log.cutOff', { epoch: done, planned }]);
  }
  if (restored?.epoch !== undefined) parts.push([3, 'log.restored', { epoch: restored.epoch }]);
  else if (restored) parts.push([3, 'log.restoredBest']);
  return parts;
}

function holes({ epochs, numbered, style }: LoggedFit): readonly Told[] {
  const [first] = epochs;
  const end = epochs.at(-1);
  if (!first || !end) return [];
  if (!numbered) {
    const key = isKeras(style) ? 'log.unnumbered' : 'log.other.unnumbered';
    return epochs.length > 1 ? [[5, key]] : [];
  }
  const count = end.epoch - first.epoch + 1 - epochs.length;
  return count > 0 ? [[3, 'log.missing', { count }]] : [];
}

/** Better than in training by more than rounding: 2 % of the loss, 0.01 of accuracy. */
const BETTER_LOSS = 0.98;
const BETTER_ACCURACY = 0.01;

function validation({ loss, valLoss, metric }: Curves, verdict: Verdict): readonly Told[] {
  if (!valLoss || verdict.kind === 'notFinite' || verdict.kind === 'overflowed') return [];
  const lost = firstNotFinite(valLoss);
  if (lost) {
    return [[2, 'log.validationNotFinite', { epoch: lost.epoch, loss: printed(lost) }]];
  }
  const parts: Told[] = [];
  const end = last(valLoss);
  if (valLoss.length === 1) parts.push([4, 'log.validationOne', { last: printed(end) }]);
  else if (verdict.kind !== 'overfitting') {
    const params = { first: printed(valLoss[0]), last: printed(end), epoch: lowest(valLoss).epoch };
    parts.push([4, 'log.validation', params]);
  }
  if (isNoisy(valLoss)) parts.push([4, 'log.noisy']);
  const moreRight =
    metric?.validation &&
    isAccuracy(metric.name) &&
    last(metric.validation).value > last(metric.training).value + BETTER_ACCURACY;
  if (moreRight || (end.value > 0 && end.value < last(loss).value * BETTER_LOSS)) {
    parts.push([6, 'log.validationBetter']);
  }
  return parts;
}

function rates({ notes, epochs }: LoggedFit): readonly Told[] {
  const changes = notes.rates.length > 0 ? notes.rates : changesIn(epochs);
  const newest = changes.at(-1);
  if (!newest) return [];
  const params = { count: changes.length, epoch: newest.epoch, rate: String(newest.rate) };
  return [[5, 'log.rates', params]];
}

/** Read from the column that Keras prints when a callback changes the rate. */
function changesIn(epochs: LoggedFit['epochs']): LoggedFit['notes']['rates'] {
  const column = epochs.flatMap(({ epoch, readings }) => {
    const reading = readings.get('learning_rate') ?? readings.get('lr');
    return reading ? [{ epoch, rate: reading.value }] : [];
  });
  return column.filter(({ rate }, index) => index > 0 && rate !== column[index - 1]?.rate);
}

/** Maximum number of an evaluation's metrics. */
const MOST_READINGS = 3;

function evaluation({ evaluated }: LoggedFit, t: Translator): readonly Told[] {
  if (!evaluated) return [];
  const readings = [...evaluated]
    .slice(0, MOST_READINGS)
    .map(([name, reading]) =>
      t.plain('log.evaluatedReading', { name: shown(name), value: printed(reading) }),
    )
    .join(', ');
  return [[5, 'log.evaluated', { readings }]];
}
