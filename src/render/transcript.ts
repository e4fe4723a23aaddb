/** A run's whole output as Keras would have printed it, for the attached file. */
import { isOver, type RunState } from '../runs/run.js';
import { currentLines, finishedLines } from './epoch-lines.js';

/** Every epoch, none folded; an epoch that a stop cut off ends in its last bar. Ends in a newline. */
export function transcript(state: RunState): string {
  const { data, current } = state;
  if (!data) return '';
  const finished = state.finished.flatMap((epoch) =>
    finishedLines(state, data, epoch, 'keras', false),
  );
  const cutOff = current && isOver(state) ? currentLines(state, data, current, 'keras') : [];
  return [...finished, ...cutOff].map((line) => `${line}\n`).join('');
}
