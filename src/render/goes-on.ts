/** A run's label and progress while it is going, for platforms that keep it in reach. */
import type { GoesOn } from '../chat/message.js';
import { shown } from '../content/shown.js';
import { isOver, type RunState } from '../runs/run.js';
import { runNumbers } from './run-numbers.js';

export function goesOnAs(state: RunState): GoesOn | undefined {
  const { record, data } = state;
  if (isOver(state)) return undefined;
  const { epochs } = record.settings;
  const name = data ? `${record.id} · ${shown(data.name)}` : record.id;
  return { name, epochs, epoch: data ? runNumbers(state, data).epoch : 0 };
}
