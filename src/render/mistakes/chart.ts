/** The chart of a network's mistakes, described without a drawing library. */
import { shown } from '../../content/shown.js';
import type { Translator } from '../../content/translator.js';
import type { DataSummary } from '../../runs/dataset.js';
import type { AmountMistakes, AmountPair, Mistakes, WrongClass } from '../../runs/mistakes.js';
import type { Confusion } from '../../runs/protocol.js';
import type { ChartDescription, ChartMatrix, ChartPicture, ChartScatter } from '../chart.js';
import { folded, sum } from './folded.js';

/** An outlier, in interquartile ranges, that would squeeze all other points into a corner. */
const FAR = 4;

/** @param run the run's id */
export function mistakesChart(
  run: string,
  data: DataSummary,
  mistakes: Mistakes,
  t: Translator,
): ChartDescription {
  const about = { run, data: shown(data.name), target: shown(data.target), rows: data.rows.test };
  const common = { title: t.plain('mistakes.chart.title', about), epochLabel: '', panels: [] };
  if (mistakes.kind === 'amount') return { ...common, scatter: scatterOf(mistakes, data, t) };
  const pictures = mistakes.worst.flatMap((row) => pictureOf(row, data, t));
  return {
    ...common,
    matrix: matrixOf(mistakes.confusion, data, t),
    ...(pictures.length > 0 && { pictures }),
  };
}

export function matrixOf(confusion: Confusion, data: DataSummary, t: Translator): ChartMatrix {
  const { shown: classes, others, counts } = folded(confusion);
  const names = classes.map((index) => shown(data.classes[index] ?? ''));
  const ofOthers = sum(others.map((index) => sum(confusion[index] ?? [])));
  const right = sum(others.map((index) => confusion[index]?.[index] ?? 0));
  const note = { classes: others.length, rows: ofOthers, right };
  return {
    said: t.plain('mistakes.chart.said'),
    answer: t.plain('mistakes.chart.answer'),
    all: t.plain('mistakes.chart.all'),
    labels: [
      ...names,
      ...(others.length > 0 ? [t.plain('mistakes.chart.others', { count: others.length })] : []),
    ],
    counts,
    hasOthers: others.length > 0,
    ...(others.length > 0 && { note: t.plain('mistakes.chart.folded', note) }),
  };
}

function pictureOf(row: WrongClass, data: DataSummary, t: Translator): readonly ChartPicture[] {
  if (!row.picture) return [];
  const name = (index: number): string => shown(data.classes[index] ?? '');
  const probability = row.probability.toFixed(2);
  const words = [
    t.plain('mistakes.chart.true', { answer: name(row.answer) }),
    t.plain('mistakes.chart.instead', { said: name(row.said), probability }),
  ] as const;
  return [{ ...row.picture, words }];
}

function scatterOf({ pairs }: AmountMistakes, data: DataSummary, t: Translator): ChartScatter {
  const range = rangeOf(pairs);
  const isBeyond = (value: number): boolean => value < range.from || value > range.to;
  const beyond = pairs.filter(({ answer, said }) => isBeyond(answer) || isBeyond(said)).length;
  return {
    answer: t.plain('mistakes.chart.trueAmount', { target: shown(data.target) }),
    said: t.plain('mistakes.chart.saidAmount'),
    dots: t.plain('mistakes.chart.dots', { rows: pairs.length }),
    line: t.plain('mistakes.chart.line'),
    ...{ pairs, range },
    ...(beyond > 0 && { beyond: t.plain('mistakes.chart.beyond', { rows: beyond }) }),
  };
}

/** From the smallest to the largest value, without outliers. */
function rangeOf(pairs: readonly AmountPair[]): ChartScatter['range'] {
  const values = pairs.flatMap(({ answer, said }) => [answer, said]).sort((a, b) => a - b);
  const at = (share: number): number => values[Math.floor(share * (values.length - 1))] ?? 0;
  const [low, high] = [at(0.25), at(0.75)];
  const reach = high > low ? FAR * (high - low) : Infinity;
  const near = values.filter((value) => value >= low - reach && value <= high + reach);
  const [from, to] = [near[0] ?? low, near.at(-1) ?? high];
  const margin = (to - from || Math.abs(to) || 1) * 0.04;
  return { from: from - margin, to: to + margin };
}
