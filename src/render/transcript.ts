/** A run's whole output as Keras would have printed it, for the attached file. */
import { isOver, type RunState } from '../runs/run.js';
import { currentLines, finishedLines } from './epoch-lines.js';
import { stoppingOf } from './run-stopping.js';

/**
 * Every epoch, none folded; an epoch cut off by a stop ends with its last bar; then what
 * `EarlyStopping(verbose=1)` prints. Ends with a newline.
 */
export function transcript(state: RunState): string {
  const { data, current } = state;
  if (!data) return '';
  const finished = state.finished.flatMap((epoch) =>
    finishedLines(state, data, epoch, 'keras', false),
  );
  const cutOff = current && isOver(state) ? currentLines(state, data, current, 'keras') : [];
  return [...finished, ...cutOff, ...stoppingLines(state)].map((line) => `${line}\n`).join('');
}

/**
 * In the order of Keras 2.15 (callbacks.py). For a run that trained all its epochs Keras 3 prints only
 * the first line, and 2.15 none, as it restores nothing then.
 */
function stoppingLines(state: RunState): readonly string[] {
  const stopping = stoppingOf(state);
  if (!stopping || state.phase !== 'completed') return [];
  return [
    `Restoring model weights from the end of the best epoch: ${stopping.bestEpoch}.`,
    ...(stopping.endsEarly ? [`Epoch ${state.finished.length}: early stopping`] : []),
  ];
}
