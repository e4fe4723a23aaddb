/**
 * Compares runs of different batch sizes at about the same number of weight updates. At equal epochs the one
 * with the smaller batch has made more updates, so equal epochs alone are not a fair comparison.
 */
import type { Button } from '../../chat/message.js';
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { MAX_EPOCHS, MAX_ROW_EPOCHS } from '../../runs/limits.js';
import type { FinishedEpoch } from '../../runs/run.js';
import { metricValue } from '../keras-numbers.js';
import type { ComparedRun } from './compared-run.js';

/** Two counts of updates are about equal when they are no further apart than this share. */
const ABOUT_EQUAL = 0.25;
/** A gap smaller than this share of the lower loss needs no explanation. */
const LEAST_GAP = 0.01;

export interface Counterpart {
  readonly run: ComparedRun;
  readonly epoch: FinishedEpoch;
  /** The next epoch's loss, if there is one. */
  readonly next: FinishedEpoch | undefined;
  /** Its weight updates by the end of that epoch. */
  readonly updates: number;
}

/** @param changed the settings that differ, except seed and epochs */
export function equalUpdates(
  runs: readonly ComparedRun[],
  changed: readonly string[],
  t: Translator,
): readonly Text[] {
  const fewer = fewestUpdates(runs);
  return runs
    .filter(({ updates, steps }) => steps > fewer.steps && updates > fewer.updates)
    .flatMap((run) => {
      const params = {
        more: run.name,
        fewer: fewer.name,
        updatesMore: run.updates,
        updatesFewer: fewer.updates,
        stepsMore: run.steps,
      };
      const counterpart = counterpartOf(run, fewer.updates);
      if (!counterpart) return [t.text('compare.noEqualUpdates', params)];
      return [
        t.text('compare.updates', {
          ...params,
          updates: counterpart.updates,
          epoch: counterpart.epoch.epoch,
          lossFewer: metricValue(fewer.loss),
          lossMore: metricValue(counterpart.epoch.logs.loss),
        }),
        ...nextEpoch(counterpart, t),
        ...(changed.length === 1 ? reason(fewer, counterpart, t) : []),
      ];
    });
}

/** An epoch's loss is a mean: a falling loss is lower by the end of the epoch. */
function nextEpoch({ next }: Counterpart, t: Translator): readonly Text[] {
  return next ? [t.text('compare.nextEpoch', { loss: metricValue(next.logs.loss) })] : [];
}

/** Whether the gap at equal epochs is due to updates: only where nothing else explains it. */
function reason(
  fewer: ComparedRun,
  { run, epoch, next }: Counterpart,
  t: Translator,
): readonly Text[] {
  const shared = Math.min(fewer.finished.length, run.finished.length) - 1;
  const more = run.finished[shared]?.logs.loss ?? NaN;
  const gap = (fewer.finished[shared]?.logs.loss ?? NaN) - more;
  if (!(gap > LEAST_GAP * more)) return [];
  const left = fewer.loss - epoch.logs.loss;
  const params = { fewer: fewer.name, more: run.name };
  if (fewer.loss < Math.min(epoch.logs.loss, next?.logs.loss ?? Infinity)) {
    return [t.text('compare.fewerAhead', params)];
  }
  return [t.text(left <= gap / 2 ? 'compare.dueToUpdates' : 'compare.notOnlyUpdates', params)];
}

/** The epoch at whose end a run had made about as many updates; undefined where none is near. */
export function counterpartOf(run: ComparedRun, updates: number): Counterpart | undefined {
  let made = 0;
  const ends = run.finished.map((epoch, index) => ({
    run,
    epoch,
    next: run.finished[index + 1],
    updates: (made += epoch.steps),
  }));
  const distance = (end: Counterpart): number => Math.abs(end.updates - updates);
  const nearest = ends.reduce((best, end) => (distance(end) < distance(best) ? end : best));
  return distance(nearest) <= ABOUT_EQUAL * updates ? nearest : undefined;
}

/** Trains the run with the fewest updates until it has as many as the one with the most. */
export function catchUpButton(runs: readonly ComparedRun[], t: Translator): Button | undefined {
  const fewer = fewestUpdates(runs);
  // With the same seed early stopping would end it in the same epoch again.
  if (fewer.stopping?.endsEarly) return undefined;
  const most = Math.max(...runs.map(({ updates }) => updates));
  const epochs = Math.round(most / fewer.steps);
  const allowed = Math.min(MAX_EPOCHS, Math.floor(MAX_ROW_EPOCHS / fewer.data.rows.training));
  const others = runs.filter((run) => run !== fewer);
  if (others.every(({ steps }) => steps <= fewer.steps) || epochs > allowed) return undefined;
  return {
    label: t.plain('compare.button.catchUp', { run: fewer.name, epochs }),
    command: `/fit like:${fewer.id} epochs:${epochs} seed:${fewer.settings.seed}`,
  };
}

function fewestUpdates(runs: readonly ComparedRun[]): ComparedRun {
  return runs.reduce((fewest, run) => (run.updates < fewest.updates ? run : fewest));
}
