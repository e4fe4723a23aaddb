/** What a sweep's numbers show, and what they do not: one sentence each. */
import type { Text } from '../../content/text.js';
import type { SweptOption } from '../../runs/board.js';
import type { Translator } from '../../content/translator.js';
import type { ComparedRun } from '../comparison/compared-run.js';
import { metricValue } from '../keras-numbers.js';
import { fixed } from '../rounding.js';
import { atEqualUpdates } from './equal-updates.js';
import { spreadOf, type Scale } from './noise.js';
import { inOrder, isComparable, named, type SweptValue } from './swept.js';
import { rank, trendOf, type Direction, type Measured, type Ranking } from './verdict.js';

/** A measure to compare values by. */
interface Yardstick {
  /** Its part of the message keys. */
  readonly key: 'loss' | 'test';
  /** Its name in a sentence. */
  readonly name: string;
  readonly better: Direction;
  readonly scale: Scale;
  readonly number: (run: ComparedRun) => number;
}

/**
 * @param values the result of `sweptValues`
 * @param countsAlone whether values with one run are compared with those with several
 */
export function sweepFindings(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
  countsAlone = false,
): readonly Text[] {
  const usable = values.filter((value) =>
    countsAlone
      ? value.runs.length > 0 && value.diverged.length === 0
      : isComparable(value, values),
  );
  const all = usable.flatMap(({ runs }) => runs);
  const [any] = all;
  if (usable.length < 2 || !any) {
    return [t.text('sweep.tooFew', { count: usable.length }), ...missing(values, options, t)];
  }
  // A penalty in one loss, or dropout while it is measured, makes losses incomparable.
  const isFair = !options.includes('dropout') && !options.includes('l2');
  const rankings = yardsticks(any, isFair).map((yardstick) => ({
    yardstick,
    ranking: rank(measuredBy(usable, options, yardstick), yardstick.better, yardstick.scale),
  }));
  const isMeasured = rankings.some(({ ranking }) => ranking && ranking.kind !== 'unmeasured');
  const isOneEach = usable.every(({ runs }) => runs.length === 1);
  return [
    ...rankings.flatMap(({ yardstick, ranking }) => [
      ...(ranking ? [rankingWords(yardstick, ranking, all, t)] : []),
      ...trendWords(yardstick, usable, options, t),
    ]),
    ...(options.includes('dropout') ? [t.text('compare.otherDropout')] : []),
    ...(options.includes('l2') ? [t.text('compare.otherL2')] : []),
    ...(isFair && options.length === 1 ? atEqualUpdates(usable, options, t) : []),
    ...(options.includes('optimizer') ? ownRates(usable, t) : []),
    ...missing(values, options, t),
    t.text(isMeasured ? 'sweep.rule' : isOneEach ? 'sweep.oneSeed' : 'sweep.fewSeeds'),
  ];
}

function yardsticks({ data }: ComparedRun, isFair: boolean): readonly Yardstick[] {
  const loss: Yardstick = {
    ...{ key: 'loss' as const, name: 'loss', better: 'lower' as const },
    scale: 'ratios',
    number: (run) => run.loss,
  };
  const test: Yardstick = {
    ...{ key: 'test' as const, name: data.metric },
    better: data.metric === 'accuracy' ? 'higher' : 'lower',
    scale: data.metric === 'accuracy' ? 'differences' : 'ratios',
    number: ({ test }) => test?.metric ?? NaN,
  };
  return isFair ? [loss, test] : [test];
}

function measuredBy(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  { number }: Pick<Yardstick, 'number'>,
): readonly Measured[] {
  return values.flatMap((value) => {
    const numbers = value.runs.map(number).filter((one) => Number.isFinite(one));
    if (numbers.length === 0) return [];
    return [{ label: named(value, options), spread: spreadOf(numbers) }];
  });
}

function rankingWords(
  { key, name }: Yardstick,
  { kind, first, next, gap, noise, rivals }: Ranking,
  runs: readonly ComparedRun[],
  t: Translator,
): Text {
  const epochs = new Set(runs.map(({ finished }) => finished.length));
  const params = {
    name,
    best: first.label,
    value: metricValue(first.spread.mean),
    next: next.label,
    nextValue: metricValue(next.spread.mean),
    gap: distance(gap, first.spread.mean),
    noise: distance(noise ?? NaN, first.spread.mean),
    rivals: rivals.map(({ label }) => label).join(', '),
    epochs: epochs.size === 1 ? ([...epochs][0] ?? 0) : 0,
    rows: runs[0]?.data.rows.test ?? 0,
    baseline: metricValue(runs[0]?.data.baseline ?? NaN),
  };
  return t.text(`sweep.${key}.${kind}`, params);
}

/** With the same decimals as the values compared. */
function distance(value: number, from: number): string {
  return from > 0.001 ? fixed(value, 4) : metricValue(value);
}

function trendWords(
  yardstick: Yardstick,
  usable: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): readonly Text[] {
  const sorted = inOrder(usable, options);
  const measured = sorted && measuredBy(sorted, options, yardstick);
  const trend = measured && trendOf(measured, yardstick.scale);
  // Said once: the loss is better evidence than a few test rows.
  if (!trend || trend === 'none' || (trend === 'ends' && yardstick.key === 'test')) return [];
  const [from] = measured;
  const to = measured.at(-1);
  const params = {
    ...{ name: yardstick.name, option: options[0] ?? '', where: yardstick.key },
    ...{ from: from?.label ?? '', to: to?.label ?? '' },
    fromValue: metricValue(from?.spread.mean ?? NaN),
    toValue: metricValue(to?.spread.mean ?? NaN),
  };
  return [t.text(`sweep.trend.${trend}`, params)];
}

/** Without a given learning rate each optimizer has Keras' default: then two things differ. */
function ownRates(values: readonly SweptValue[], t: Translator): readonly Text[] {
  const rates = new Map(
    values
      .flatMap(({ runs }) => runs)
      .map(({ settings }) => [settings.optimizer, settings.learningRate] as const),
  );
  if (new Set(rates.values()).size < 2) return [];
  const named = [...rates].map(([optimizer, rate]) => `${optimizer} ${rate}`).join(', ');
  return [t.text('sweep.ownRates', { rates: named })];
}

/** What the numbers above omit. */
function missing(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): readonly Text[] {
  return values.flatMap((value) => {
    const { runs, diverged, leftOut } = value;
    const [lost] = diverged;
    const epoch = lost?.finished.find(({ logs }) => !Number.isFinite(logs.loss));
    const params = {
      label: named(value, options),
      all: runs.length + diverged.length + leftOut.length,
    };
    return [
      ...(epoch
        ? [
            t.text('sweep.diverged', {
              ...{ ...params, count: diverged.length },
              ...{ epoch: epoch.epoch, loss: metricValue(epoch.logs.loss) },
            }),
          ]
        : []),
      ...(leftOut.length > 0
        ? [
            t.text('sweep.leftOut', {
              ...{ ...params, count: leftOut.length },
              compared: isComparable(value, values) ? 'yes' : 'no',
            }),
          ]
        : []),
    ];
  });
}
