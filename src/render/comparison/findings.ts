/** What a comparison shows, and what it cannot show: one sentence each, from measured numbers only. */
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { metricValue } from '../keras-numbers.js';
import { sameData, type ComparedRun } from './compared-run.js';
import type { Difference } from './differences.js';
import { equalUpdates } from './equal-updates.js';

/** Losses that differ by no more than this share of the smaller are called equal. */
export const EQUAL_SHARE = 0.01;
/** Up to this share, runs with different seeds may differ by chance alone. */
export const CHANCE_SHARE = 0.05;

/** @param differing the result of `differences` */
export function findings(
  runs: readonly ComparedRun[],
  differing: readonly Difference[],
  t: Translator,
): readonly Text[] {
  if (!sameData(runs)) return notComparable(runs, t);
  const lost = runs.filter(({ loss }) => !Number.isFinite(loss));
  if (lost.length > 0) {
    return lost.map(({ name, loss, settings }) =>
      t.text('compare.lost', { run: name, loss: metricValue(loss), lr: settings.learningRate }),
    );
  }
  const changed = differing.map(({ setting }) => setting);
  const others = changed.filter((setting) => setting !== 'seed' && setting !== 'epochs');
  return [
    ...(changed.includes('validation_split') ? [otherTraining(runs, t)] : []),
    ...(changed.includes('dropout') ? [t.text('compare.otherDropout')] : []),
    ...(changed.includes('l2') ? [t.text('compare.otherL2')] : []),
    equalEpochs(runs, t),
    ...equalUpdates(runs, others, t),
    ...aboutChance(runs, changed, t),
    ...(others.length > 1 ? [t.text('compare.several')] : []),
    ...onTestRows(runs, t),
  ];
}

function notComparable(runs: readonly ComparedRun[], t: Translator): readonly Text[] {
  const metrics = new Set(runs.map(({ data }) => data.metric));
  const against = runs.flatMap(({ name, data, test }) =>
    test ? [`${name} ${metricValue(test.metric)} / ${metricValue(data.baseline)}`] : [],
  );
  return [
    t.text('compare.otherData'),
    ...(metrics.size > 1 ? [t.text('compare.otherMetric')] : []),
    ...(against.length > 0
      ? [t.text('compare.againstBaseline', { values: against.join(' · ') })]
      : []),
  ];
}

function otherTraining(runs: readonly ComparedRun[], t: Translator): Text {
  const rows = runs.map(({ data }) => data.rows.training.toLocaleString(t.locale));
  return t.text('compare.otherTraining', { rows: rows.join(' · ') });
}

/** The losses after the number of epochs that all runs have. */
function equalEpochs(runs: readonly ComparedRun[], t: Translator): Text {
  const epochs = sharedEpochs(runs);
  const losses = lossesAt(runs, epochs);
  const lowest = Math.min(...losses);
  const best = runs[losses.indexOf(lowest)];
  const values = runs.map(({ name }, index) => `${metricValue(losses[index] ?? NaN)} (${name})`);
  const params = { epochs, values: values.join(' · '), best: best?.name ?? '' };
  if (new Set(losses).size === 1) return t.text('compare.epochsSame', params);
  return t.text(apart(losses) <= EQUAL_SHARE ? 'compare.epochsClose' : 'compare.epochs', params);
}

function aboutChance(
  runs: readonly ComparedRun[],
  changed: readonly string[],
  t: Translator,
): readonly Text[] {
  const losses = lossesAt(runs, sharedEpochs(runs));
  const gap = metricValue(Math.max(...losses) - Math.min(...losses));
  if (changed.length === 0) {
    return new Set(runs.map(({ backend }) => backend)).size > 1
      ? [t.text('compare.otherBackend')]
      : [];
  }
  if (!changed.includes('seed')) return [];
  if (changed.length === 1) return [t.text('compare.onlySeed', { gap })];
  const key = apart(losses) <= CHANCE_SHARE ? 'compare.maybeChance' : 'compare.otherSeeds';
  return [t.text(key, { gap, seed: String(runs[0]?.settings.seed ?? 0) })];
}

function onTestRows(runs: readonly ComparedRun[], t: Translator): readonly Text[] {
  const [first] = runs;
  if (!first || runs.some(({ test }) => test === undefined)) return [];
  const values = runs.map(({ name, test }) => `${metricValue(test?.metric ?? NaN)} (${name})`);
  const { rows, metric, baseline } = first.data;
  return [
    t.text('compare.test', {
      rows: rows.test,
      metric,
      values: values.join(' · '),
      baseline: metricValue(baseline),
    }),
    ...keptWeights(runs, t),
  ];
}

/** For runs whose tested weights are not those of the last epoch, whose loss is shown. */
function keptWeights(runs: readonly ComparedRun[], t: Translator): readonly Text[] {
  return runs.flatMap(({ name, finished, stopping }) =>
    stopping && stopping.bestEpoch < finished.length
      ? [t.text('compare.kept', { run: name, epoch: stopping.bestEpoch })]
      : [],
  );
}

export function sharedEpochs(runs: readonly ComparedRun[]): number {
  return Math.min(...runs.map(({ finished }) => finished.length));
}

export function lossesAt(runs: readonly ComparedRun[], epoch: number): readonly number[] {
  return runs.map(({ finished }) => finished[epoch - 1]?.logs.loss ?? NaN);
}

/** The range, as a share of the smallest. */
export function apart(losses: readonly number[]): number {
  const lowest = Math.min(...losses);
  return (Math.max(...losses) - lowest) / lowest;
}
