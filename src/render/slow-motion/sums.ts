/** The arithmetic of one iteration, written out with its own numbers: the mean loss, and SGD's step. */
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { ShownIteration, SlowMotion } from '../../runs/slow-motion.js';
import { metricValue } from '../keras-numbers.js';
import { fixed } from '../rounding.js';

/** How the bar's loss follows from the batches' losses. */
export function meanWords(
  { settings, data }: SlowMotion,
  { step, before, sums, batch, firstLosses }: ShownIteration,
  t: Translator,
): Text {
  if (step === 1) return t.text('step.mean.one');
  const mean = sums.loss / sums.rows;
  const isShort = batch.rows < Math.min(settings.batchSize, data.rows.training);
  const parts = firstLosses ?? [{ loss: before.loss / before.rows, rows: before.rows }, batch];
  const result = equation(
    mean,
    parts.reduce((sum, { loss, rows }) => sum + asShown(loss) * rows, 0) / sums.rows,
  );
  if (!firstLosses) {
    return t.text('step.mean.later', {
      ...{ before: before.rows, rows: batch.rows, all: sums.rows, ...result },
      ...{ mean0: metricValue(before.loss / before.rows), loss: metricValue(batch.loss) },
      isShort: isShort ? 'yes' : 'no',
    });
  }
  const terms = firstLosses.map(({ loss, rows }) =>
    isShort ? `${metricValue(loss)} × ${rows}` : metricValue(loss),
  );
  const params = { terms: terms.join(' + '), ...result };
  if (isShort) return t.text('step.mean.rows', { ...params, rows: sums.rows });
  return t.text('step.mean.first', { ...params, count: firstLosses.length });
}

/** How the watched weight changed and, where that is plain arithmetic, the calculation. */
export function weightWords(
  { settings, data }: SlowMotion,
  { weight }: ShownIteration,
  t: Translator,
): readonly Text[] {
  const { input, unit, before, after, gradient } = weight;
  const { layers, optimizer, learningRate, momentum } = settings;
  const from = input.level === undefined ? input.column : `${input.column} = ${input.level}`;
  const to = layers.length > 0 ? 'neuron' : data.outputs > 1 ? 'class' : 'output';
  const [old, now] = [fixed(before, WEIGHT_DIGITS), fixed(after, WEIGHT_DIGITS)];
  const watched = t.text('step.weight', {
    ...{ from, to, unit, target: data.classes[unit - 1] ?? '', before: old, after: now },
    gradient: small(gradient),
    moved: old === now ? 'no' : 'yes',
  });
  if (optimizer !== 'sgd') return [watched, t.text(`step.weight.${optimizer}`)];
  if (momentum !== undefined) return [watched, t.text('step.weight.momentum')];
  const worked = Number(old) - learningRate * Number(small(gradient));
  const sign = fixed(worked, WEIGHT_DIGITS) === now ? '=' : '≈';
  const params = { before: old, lr: learningRate, gradient: small(gradient), after: now, sign };
  return [watched, t.text('step.weight.sgd', params)];
}

const WEIGHT_DIGITS = 6;

/** Three significant digits are enough to compare. */
export function small(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : fixed(value, 0);
}

function asShown(value: number): number {
  return Number(metricValue(value));
}

/** Whether the rounded numbers give the rounded result. */
function equation(mean: number, worked: number): { readonly mean: string; readonly sign: string } {
  const shown = metricValue(mean);
  return { mean: shown, sign: metricValue(worked) === shown ? '=' : '≈' };
}
