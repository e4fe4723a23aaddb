/**
 * Compares values at about the same number of weight updates. At equal epochs a smaller batch has made more of
 * them, so equal epochs alone do not show what the batch size itself does.
 */
import type { Text } from '../../content/text.js';
import type { SweptOption } from '../../runs/board.js';
import type { Translator } from '../../content/translator.js';
import type { ComparedRun } from '../comparison/compared-run.js';
import { metricValue } from '../keras-numbers.js';
import { noiseBetween, spreadOf } from './noise.js';
import { named, type SweptValue } from './swept.js';

/** Two counts of updates are about equal when they are no further apart than this share. */
const ABOUT_EQUAL = 0.25;

interface Standing {
  readonly label: string;
  readonly updates: number;
  /** Means over the epoch that ended there, and over the next: a falling loss ended between them. */
  readonly losses: readonly number[];
  readonly nextLosses: readonly number[];
}

/** @param values each with at least one run */
export function atEqualUpdates(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): readonly Text[] {
  const ends = values.flatMap((value) => {
    const { runs } = value;
    return runs[0] ? [{ label: named(value, options), run: runs[0], runs }] : [];
  });
  if (new Set(ends.map(({ run }) => run.steps)).size < 2) return [];
  const counts = ends.map(({ run }) => run.updates);
  const fewest = Math.min(...counts);
  const least = ends.filter(({ run }) => run.updates === fewest);
  const [few] = least;
  const most = ends.find(({ run }) => run.updates === Math.max(...counts));
  if (!few || !most || few === most) return [];
  const params = {
    ...{ most: most.label, mostUpdates: most.run.updates },
    ...{ few: few.label, fewUpdates: fewest, times: Math.round(most.run.updates / fewest) },
  };
  const near = ends
    .filter(({ run }) => run.updates !== fewest)
    .flatMap(({ label, runs }) => standing(label, runs, fewest));
  const own = standing(few.label, few.runs, fewest)[0];
  if (!own || near.length === 0) return [t.text('sweep.updates.noneNear', params)];
  const others = near.map((one) =>
    t.plain('sweep.updates.one', {
      ...{ label: one.label, updates: one.updates },
      loss: metricValue(spreadOf(one.losses).mean),
      next: metricValue(spreadOf(one.nextLosses).mean),
    }),
  );
  return [
    t.text('sweep.updates', {
      ...params,
      fewLoss: metricValue(spreadOf(own.losses).mean),
      others: others.join(', '),
    }),
    ...verdict(own, near, t),
  ];
}

/** A value's runs at the epoch end nearest to that many updates; empty where none is near. */
function standing(
  label: string,
  runs: readonly ComparedRun[],
  updates: number,
): readonly Standing[] {
  let made = 0;
  const ends = (runs[0]?.finished ?? []).map(({ steps }) => (made += steps));
  const distance = (end: number): number => Math.abs(end - updates);
  const nearest = Math.min(...ends.map(distance));
  const index = ends.findIndex((end) => distance(end) === nearest);
  const end = ends[index];
  if (end === undefined || nearest > ABOUT_EQUAL * updates) return [];
  const lossesAt = (at: number): readonly number[] =>
    runs.flatMap(({ finished }) => (finished[at] ?? finished.at(-1))?.logs.loss ?? []);
  return [{ label, updates: end, losses: lossesAt(index), nextLosses: lossesAt(index + 1) }];
}

/**
 * Whether a gap beyond chance remains there; unknown with one seed. Behind means above
 * the means of the others' epochs, ahead means below those of their next ones.
 */
function verdict(own: Standing, near: readonly Standing[], t: Translator): readonly Text[] {
  const ofOwn = spreadOf(own.losses);
  const above = (losses: readonly number[]): number | undefined => {
    const spread = spreadOf(losses);
    const noise = noiseBetween(ofOwn, spread, 'ratios');
    return noise === undefined ? undefined : (ofOwn.mean - spread.mean) / noise;
  };
  const gaps = near.map(({ losses, nextLosses }) => ({
    behind: above(losses),
    ahead: above(nextLosses),
  }));
  if (gaps.some(({ behind, ahead }) => behind === undefined || ahead === undefined)) return [];
  if (gaps.some(({ behind = 0 }) => behind > 1)) return [t.text('sweep.updates.behind')];
  if (gaps.some(({ ahead = 0 }) => ahead < -1)) return [t.text('sweep.updates.ahead')];
  return [t.text('sweep.updates.noGap')];
}
