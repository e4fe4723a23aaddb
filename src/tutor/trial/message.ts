/** The message with a network's answer about one row. */
import type { Block, ChatMessage } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { asTyped } from '../../content/typed.js';
import { inUnitOf, percentOf } from '../../render/own-values.js';
import type { DataSummary } from '../../runs/dataset.js';
import { isOver, type RunState } from '../../runs/run.js';
import type { Trial, TriedColumn } from '../../runs/trial.js';

/** Maximum columns, and classes, that people still read: ten digits can be read at a glance. */
const NAMED = 8;
const NAMED_CLASSES = 10;
/** Columns in the example for people who gave none. */
const IN_EXAMPLE = 2;

/** A run whose data has been read. */
type Known = RunState & { readonly data: DataSummary };

/** @param epoch finished epochs behind the weights used */
export function trialMessage(run: Known, epoch: number, trial: Trial, t: Translator): ChatMessage {
  const { columns } = trial;
  const said = answerOf(run, trial, t);
  const near = nearestOf(run.data, trial, t);
  const given = columns.filter(isGiven);
  const outside = columns.flatMap((column) => outsideOf(column, run.data, t));
  const means = columns.filter((column) => column.kind !== 'category' && !isGiven(column));
  const usual = columns.filter((column) => column.kind === 'category' && !isGiven(column));
  const list = (some: readonly TriedColumn[]): string => listed(some, run.data, t);
  const told: readonly Text[] = [
    ...(given.length > 0 ? [t.text('try.given', { columns: list(given) })] : []),
    ...outside,
    ...(means.length > 0 ? [t.text('try.mean', { columns: list(means) })] : []),
    ...(usual.length > 0 ? [t.text('try.usual', { columns: list(usual) })] : []),
  ];
  const paragraphs: readonly Text[] = [
    near,
    ...trustOf(run, t),
    ...(isOver(run) ? [] : [t.text('try.underWay', { epoch })]),
    ...(given.length === 0 ? [t.text('try.how', { command: example(run, columns) })] : []),
  ];
  return {
    blocks: [
      { kind: 'text', text: said },
      ...classesOf(run.data, trial, t),
      { kind: 'list', items: told },
      ...paragraphs.map((text) => ({ kind: 'text' as const, text })),
    ],
    spoken: [said, ...outside, near].map(plain).join(' '),
  };
}

function isGiven(column: TriedColumn): boolean {
  if (column.kind === 'number') return !column.isMean;
  return column.kind === 'category' ? !column.isUsual : column.value !== undefined;
}

function answerOf({ record, data }: Known, { answer }: Trial, t: Translator): Text {
  const about = { run: record.id, target: shown(data.target) };
  if (answer.kind === 'amount') {
    return t.text('try.answer.amount', { ...about, amount: amount(answer.value, data, t) });
  }
  const { probabilities } = answer;
  const likeliest = probabilities.indexOf(Math.max(...probabilities));
  return t.text('try.answer.class', {
    ...{ ...about, answer: className(likeliest, data) },
    percent: percentOf(probabilities[likeliest] ?? 0),
  });
}

/** All classes, the likeliest first; with two, the other is obvious. */
function classesOf(data: DataSummary, { answer }: Trial, t: Translator): readonly Block[] {
  if (answer.kind === 'amount' || answer.probabilities.length < 3) return [];
  const items = answer.probabilities
    .map((probability, index) => ({ probability, index }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, NAMED_CLASSES)
    .map(({ probability, index }) => {
      const params = { answer: className(index, data), percent: percentOf(probability) };
      return t.text('try.probability', params);
    });
  return [{ kind: 'list', items }];
}

function nearestOf(data: DataSummary, { nearest }: Trial, t: Translator): Text {
  const { rows } = nearest;
  if (nearest.kind === 'amount') {
    const said = (value: number): string => amount(value, data, t);
    const [least, most] = [said(nearest.least), said(nearest.most)];
    return t.text('try.nearest.amount', { rows, least, most, mean: said(nearest.mean) });
  }
  const counts = nearest.counts
    .map((count, index) => ({ count, index }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ count, index }) =>
      t.plain('try.nearest.count', {
        rows: count,
        answer: `${shown(data.target)} ${className(index, data)}`,
      }),
    );
  return t.text('try.nearest.classes', { rows, counts: counts.join(', ') });
}

/** Its test result, once measured. */
function trustOf({ test, data }: Known, t: Translator): readonly Text[] {
  if (!test || !Number.isFinite(test.metric)) return [];
  if (data.metric === 'mae') {
    const deviation = data.targetDeviation ?? 1;
    return [t.text('try.off', { amount: amount(test.metric * deviation, data, t) })];
  }
  const percents = { percent: percentOf(test.metric), baseline: percentOf(data.baseline) };
  return [t.text('try.right', percents)];
}

function outsideOf(column: TriedColumn, data: DataSummary, t: Translator): readonly Text[] {
  if (column.kind !== 'number' || !column.outside) return [];
  const said = (value: number): string => inUnitOf(value, column.name, data, t);
  const [least, most] = [said(column.outside.least), said(column.outside.most)];
  const params = { column: shown(column.name), value: said(column.value), least, most };
  return [t.text('try.outside', params)];
}

function listed(columns: readonly TriedColumn[], data: DataSummary, t: Translator): string {
  const words = columns.slice(0, NAMED).map((column) => {
    const name = shown(column.name);
    if (column.kind === 'number') return `${name} ${inUnitOf(column.value, column.name, data, t)}`;
    return column.value === undefined ? name : `${name} ${column.value}`;
  });
  const more = columns.length - words.length;
  return [...words, ...(more > 0 ? [t.plain('try.more', { count: more })] : [])].join(', ');
}

/** A working example command, with two of the columns. */
function example({ record }: Known, columns: readonly TriedColumn[]): string {
  const values = columns
    .filter(({ kind }) => kind !== 'date')
    .slice(0, IN_EXAMPLE)
    .map((column) => {
      const value = column.kind === 'number' ? rounded(column.value) : (column.value ?? '');
      return `${asTyped(column.name)}:${asTyped(value)}`;
    });
  return `/try run:${record.id} ${values.join(' ')}`;
}

function className(index: number, data: DataSummary): string {
  return shown(data.classes[index] ?? '');
}

function amount(value: number, data: DataSummary, t: Translator): string {
  return inUnitOf(value, data.target, data, t);
}

/** Short enough to type. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(2)));
}
