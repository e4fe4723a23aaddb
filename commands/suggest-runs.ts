/** Suggests a person's own runs where a command takes one. */
import { steadyNowMs } from '../src/clock.js';
import { shown } from '../src/content/shown.js';
import type { Translator } from '../src/content/translator.js';
import type { RunsOffered } from '../src/dispatch/spec.js';
import type { Suggestion } from '../src/dispatch/suggest.js';
import { isOver, isPaused, type RunState } from '../src/runs/run.js';
import type { Runs } from '../src/runs/service.js';
import { timeAgo } from './time-ago.js';

/** As many as fit in a platform's list without much scrolling. */
const SUGGESTED = 10;

/** Newest first. */
export async function suggestRuns(
  runs: Pick<Runs, 'recent' | 'active'>,
  userId: string,
  t: Translator,
  offered: RunsOffered,
): Promise<readonly Suggestion[]> {
  const found = await fitting(runs, userId, offered);
  return found.map((run) => ({ value: run.record.id, label: label(run, t) }));
}

async function fitting(
  runs: Pick<Runs, 'recent' | 'active'>,
  userId: string,
  offered: RunsOffered,
): Promise<readonly RunState[]> {
  switch (offered) {
    case 'going':
      return runs.active(userId).toReversed();
    case 'paused':
      return runs.active(userId).filter(isPaused).toReversed();
    case 'several':
      return (await runs.recent(userId, SUGGESTED)).filter(isOver);
    case 'runs':
      return runs.recent(userId, SUGGESTED);
  }
}

function label({ record }: RunState, t: Translator): string {
  const { dataset, epochs, batchSize } = record.settings;
  return t.plain('runs.suggestion', {
    run: record.id,
    data: shown(dataset.kind === 'csv' ? dataset.fileName : dataset.name),
    epochs,
    batch: batchSize,
    when: timeAgo(record.createdAtMs, steadyNowMs(), t.locale),
  });
}
