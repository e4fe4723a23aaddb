/** Describes one batch's rows: which they are, what the network predicted, what was right. */
import type { Block } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { BatchRow, ShownIteration, SlowMotion } from '../../runs/slow-motion.js';
import { withUnit } from '../reading-notes.js';

/** @param most the maximum number of rows shown */
export function batchBlocks(
  motion: SlowMotion,
  { batch, isFirst }: ShownIteration,
  most: number,
  t: Translator,
): readonly Block[] {
  const { settings, data } = motion;
  const examples = batch.examples.slice(0, most);
  const place = { from: batch.from, to: batch.from + batch.rows - 1 };
  const params = { ...place, rows: batch.rows, first: isFirst ? 'yes' : 'no' };
  const isCounted = data.metric === 'accuracy' && settings.dropout === undefined;
  const answers = [
    ...(isCounted ? [t.text('step.right', { rows: batch.rows, right: batch.metric })] : []),
    ...(settings.dropout === undefined ? [] : [t.text('step.dropout')]),
  ];
  return [
    { kind: 'text', text: t.text('step.batch', params) },
    ...(examples.length === 0
      ? []
      : [{ kind: 'list' as const, items: examples.map((row) => rowText(row, motion, t)) }]),
    ...answers.map((text) => ({ kind: 'text' as const, text })),
  ];
}

function rowText(
  { row, values, moreColumns, said }: BatchRow,
  motion: SlowMotion,
  t: Translator,
): Text {
  const { data } = motion;
  const cells = values.map(({ column, value }) => `${column} ${value === '' ? '–' : value}`);
  const more = moreColumns > 0 ? ', …' : '';
  const about = { row, values: `${cells.join(', ')}${more}`, target: shown(data.target) };
  if (said.kind === 'amount') {
    const amount = (value: number): string => inUnit(value, motion, t);
    const { predicted, right } = said;
    return t.text('step.row.amount', {
      ...about,
      predicted: amount(predicted),
      right: amount(right),
    });
  }
  const name = (index: number): string => shown(data.classes[index] ?? '');
  const { predicted, right, probability } = said;
  return t.text('step.row.class', {
    ...about,
    ...{ predicted: name(predicted), right: name(right) },
    ...{ percent: (probability * 100).toFixed(0), is: predicted === right ? 'right' : 'wrong' },
  });
}

function inUnit(value: number, { data }: SlowMotion, t: Translator): string {
  const unit = data.columns?.find(({ name }) => name === data.target)?.unit;
  const digits = new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 4 });
  return withUnit(digits.format(value), unit);
}
