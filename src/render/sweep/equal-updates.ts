/**
 * Values at about the same number of weight updates. At equal epochs a smaller batch has made more of
 * them, so equal epochs alone do not tell what the size of the batch itself does.
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
  readonly losses: readonly number[];
}

/** @param values each with a run at least */
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

/** Where a value's runs stood at the epoch's end with about so many updates; none where none is near. */
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
  const losses = runs.flatMap(({ finished }) => finished[index]?.logs.loss ?? []);
  return [{ label, updates: end, losses }];
}

/** Whether a gap is left there that is more than chance; with one seed nobody can say. */
function verdict(own: Standing, near: readonly Standing[], t: Translator): readonly Text[] {
  const ofOwn = spreadOf(own.losses);
  const gaps = near.map(({ losses }) => {
    const spread = spreadOf(losses);
    const noise = noiseBetween(ofOwn, spread, 'ratios');
    return noise === undefined ? undefined : Math.abs(spread.mean - ofOwn.mean) > noise;
  });
  if (gaps.includes(undefined)) return [];
  return [t.text(gaps.some(Boolean) ? 'sweep.updates.gapLeft' : 'sweep.updates.noGap')];
}
