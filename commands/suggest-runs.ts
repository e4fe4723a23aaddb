/** A person's own runs, offered where a command takes one. */
import { steadyNowMs } from '../src/clock.js';
import { shown } from '../src/content/shown.js';
import type { Translator } from '../src/content/translator.js';
import type { Suggestion } from '../src/dispatch/suggest.js';
import type { RunState } from '../src/runs/run.js';
import type { Runs } from '../src/runs/service.js';
import { timeAgo } from './time-ago.js';

/** As many as a platform's list shows without much scrolling. */
const SUGGESTED = 10;

/** Newest first. */
export async function suggestRuns(
  runs: Pick<Runs, 'recent'>,
  userId: string,
  t: Translator,
): Promise<readonly Suggestion[]> {
  const recent = await runs.recent(userId, SUGGESTED);
  return recent.map((run) => ({ value: run.record.id, label: label(run, t) }));
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
