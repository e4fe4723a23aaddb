/** What a sweep's numbers show, and what they do not: one sentence each. */
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { ComparedRun } from '../comparison/compared-run.js';
import { metricValue } from '../keras-numbers.js';
import { atEqualUpdates } from './equal-updates.js';
import { ERROR_SHARE, spreadOf } from './noise.js';
import { inOrder, type SweptOption, type SweptValue } from './swept.js';
import { rank, trendOf, type Direction, type Measured, type Ranking } from './verdict.js';

/** What values are measured by. */
interface Yardstick {
  /** Its part of a message's key. */
  readonly key: 'loss' | 'test';
  /** As it is called in a sentence. */
  readonly name: string;
  readonly better: Direction;
  readonly number: (run: ComparedRun) => number;
}

/** @param values as `sweptValues` sorts the runs */
export function sweepFindings(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): readonly Text[] {
  const usable = values.filter(({ runs }) => runs.length > 0);
  const all = usable.flatMap(({ runs }) => runs);
  const [any] = all;
  if (usable.length < 2 || !any) {
    return [t.text('sweep.tooFew', { count: usable.length }), ...missing(values, t)];
  }
  const isFair = !options.includes('dropout');
  const rankings = yardsticks(any, isFair).map((yardstick) => ({
    yardstick,
    ranking: rank(measuredBy(usable, yardstick), yardstick.better),
  }));
  const isMeasured = rankings.some(({ ranking }) => ranking && ranking.kind !== 'unmeasured');
  return [
    ...rankings.flatMap(({ yardstick, ranking }) => [
      ...(ranking ? [rankingWords(yardstick, ranking, all, t)] : []),
      ...trendWords(yardstick, usable, options, t),
    ]),
    ...(isFair ? [] : [t.text('compare.otherDropout')]),
    ...(isFair ? atEqualUpdates(usable, t) : []),
    ...(options.includes('optimizer') ? ownRates(usable, t) : []),
    ...missing(values, t),
    isMeasured
      ? t.text('sweep.rule', { values: usable.length, percent: 100 * ERROR_SHARE })
      : t.text(usable.every(({ runs }) => runs.length === 1) ? 'sweep.oneSeed' : 'sweep.fewSeeds'),
  ];
}

function yardsticks({ data }: ComparedRun, isFair: boolean): readonly Yardstick[] {
  const loss: Yardstick = {
    ...{ key: 'loss' as const, name: 'loss', better: 'lower' as const },
    number: (run) => run.loss,
  };
  const test: Yardstick = {
    ...{ key: 'test' as const, name: data.metric },
    better: data.metric === 'accuracy' ? 'higher' : 'lower',
    number: ({ test }) => test?.metric ?? NaN,
  };
  return isFair ? [loss, test] : [test];
}

function measuredBy(
  values: readonly SweptValue[],
  { number }: Pick<Yardstick, 'number'>,
): readonly Measured[] {
  return values.flatMap(({ label, runs }) => {
    const numbers = runs.map(number).filter((one) => Number.isFinite(one));
    return numbers.length === 0 ? [] : [{ label, spread: spreadOf(numbers) }];
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
    gap: metricValue(gap),
    noise: metricValue(noise ?? NaN),
    rivals: rivals.map(({ label }) => label).join(', '),
    rivalCount: rivals.length,
    epochs: epochs.size === 1 ? ([...epochs][0] ?? 0) : 0,
    rows: runs[0]?.data.rows.test ?? 0,
    baseline: metricValue(runs[0]?.data.baseline ?? NaN),
  };
  return t.text(`sweep.${key}.${kind}`, params);
}

function trendWords(
  yardstick: Yardstick,
  usable: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): readonly Text[] {
  const sorted = inOrder(usable, options);
  const measured = sorted && measuredBy(sorted, yardstick);
  const trend = measured && trendOf(measured);
  if (!trend || trend === 'none') return [];
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

/** Each optimizer has Keras' own learning rate where none was given: then two things differ. */
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

/** What the numbers above leave out. */
function missing(values: readonly SweptValue[], t: Translator): readonly Text[] {
  return values.flatMap(({ label, runs, diverged, leftOut }) => {
    const all = runs.length + diverged.length + leftOut.length;
    const [lost] = diverged;
    const epoch = lost?.finished.find(({ logs }) => !Number.isFinite(logs.loss));
    return [
      ...(lost && epoch
        ? [
            t.text('sweep.diverged', {
              ...{ label, count: diverged.length, all, epoch: epoch.epoch },
              ...{ loss: metricValue(epoch.logs.loss), rest: runs.length },
            }),
          ]
        : []),
      ...(leftOut.length > 0
        ? [t.text('sweep.leftOut', { label, count: leftOut.length, all, rest: runs.length })]
        : []),
    ];
  });
}
