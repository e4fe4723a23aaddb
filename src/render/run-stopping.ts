/** Early stopping explained: how long val_loss has not improved, why a run ended, which weights it kept. */
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import { earlyStopping, type EarlyStopping } from '../runs/early-stopping.js';
import type { RunState } from '../runs/run.js';
import { metricValue } from './keras-numbers.js';

export interface Stopping extends Omit<EarlyStopping, 'isDue'> {
  readonly patience: number;
  /** val_loss of the best epoch; NaN where none was a number, or no epoch has ended. */
  readonly best: number;
  /** Early stopping ends the run before its last epoch. */
  readonly endsEarly: boolean;
}

/** Undefined where the run has no patience setting. */
export function stoppingOf({ record, finished }: RunState): Stopping | undefined {
  const { patience, epochs } = record.settings;
  if (patience === undefined) return undefined;
  const losses = finished.map(({ logs }) => logs.valLoss ?? NaN);
  const { bestEpoch, waited, isDue } = earlyStopping(losses, patience);
  const best = losses[bestEpoch - 1] ?? NaN;
  return { patience, bestEpoch, waited, best, endsEarly: isDue && finished.length < epochs };
}

/** During training. */
export function waitingWords(state: RunState, t: Translator): readonly Text[] {
  const stopping = stoppingOf(state);
  if (!stopping || stopping.endsEarly) return [];
  const params = wordsOf(stopping);
  if (state.finished.length === 0) return [t.text('run.patience.watching', params)];
  return [t.text(stopping.waited === 0 ? 'run.patience.lowest' : 'run.patience.waiting', params)];
}

/** For a run that was not stopped by hand. */
export function keptWords(state: RunState, t: Translator): readonly Text[] {
  const stopping = stoppingOf(state);
  if (!stopping || state.phase !== 'completed') return [];
  const isLast = stopping.bestEpoch === state.finished.length;
  return [t.text('run.kept', { ...wordsOf(stopping), last: isLast ? 'yes' : 'no' })];
}

function wordsOf({ patience, bestEpoch, waited, best }: Stopping): {
  readonly patience: number;
  readonly epoch: number;
  readonly waited: number;
  readonly value: string;
  readonly lowest: 'known' | 'none';
} {
  const lowest = Number.isFinite(best) ? 'known' : 'none';
  return { patience, epoch: bestEpoch, waited, value: metricValue(best), lowest };
}
