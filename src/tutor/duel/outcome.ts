/** What a duel shows, from its measured numbers only, and what it cannot show. */
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { aheadAtEpochs, aheadAtUpdates } from '../../render/comparison/ahead.js';
import type { ComparedRun } from '../../render/comparison/compared-run.js';
import type { Difference } from '../../render/comparison/differences.js';
import {
  apart,
  CHANCE_SHARE,
  findings,
  lossesAt,
  sharedEpochs,
} from '../../render/comparison/findings.js';

type Two = readonly [ComparedRun, ComparedRun];

/** @param differing the result of `differences` for the two */
export function outcomeWords(
  runs: Two,
  differing: readonly Difference[],
  t: Translator,
): { readonly winner: readonly Text[]; readonly why: readonly Text[] } {
  const why = findings(runs, differing, t);
  // If a loss overflowed, that is all there is to say.
  if (!runs.every(({ loss }) => Number.isFinite(loss))) return { winner: [], why };
  return { winner: winnerWords(runs, t), why: [...why, ...becauseOf(runs, differing, t)] };
}

function winnerWords(runs: Two, t: Translator): readonly Text[] {
  const [first, second] = runs;
  const epochs = aheadAtEpochs(runs);
  const atEpochs =
    typeof epochs === 'string'
      ? t.text('duel.epochsEqual')
      : t.text('duel.epochsAhead', { name: epochs.name });
  if (first.steps === second.steps) return [atEpochs, t.text('duel.updatesSame')];
  const updates = aheadAtUpdates(runs);
  if (updates === 'unclear') return [atEpochs, t.text('duel.updatesUnclear')];
  return [
    atEpochs,
    updates === 'equal'
      ? t.text('duel.updatesEqual')
      : t.text('duel.updatesAhead', { name: updates.name }),
  ];
}

/** What `findings` does not say: one setting differs, everything else was the same. */
function becauseOf(runs: Two, differing: readonly Difference[], t: Translator): readonly Text[] {
  const [only, another] = differing;
  const gap = apart(lossesAt(runs, sharedEpochs(runs)));
  const isSame = typeof aheadAtEpochs(runs) === 'string';
  if (!only || isSame) return [];
  const isTold = another !== undefined || ['dropout', 'l2'].includes(only.setting);
  const because =
    runs[0].steps === runs[1].steps && !isTold
      ? [t.text('duel.because', { setting: only.setting })]
      : [];
  return [...because, ...(gap <= CHANCE_SHARE ? [t.text('duel.maybeChance')] : [])];
}
