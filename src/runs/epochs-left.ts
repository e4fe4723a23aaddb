/** Whether a run has epochs left to train. */
import { earlyStopping } from './early-stopping.js';
import type { RunState } from './run.js';

/** False once all its epochs are done, or early stopping is due. */
export function hasEpochsLeft(state: RunState): boolean {
  const { epochs, patience } = state.record.settings;
  if (state.finished.length >= epochs) return false;
  return patience === undefined || !earlyStopping(valLosses(state), patience).isDue;
}

/** The val_loss of each finished epoch; NaN where there was none. */
export function valLosses({ finished }: RunState): readonly number[] {
  return finished.map(({ logs }) => logs.valLoss ?? NaN);
}
