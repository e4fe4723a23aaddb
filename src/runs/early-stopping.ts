/**
 * Early stopping as Keras counts it: `EarlyStopping(monitor="val_loss", patience=…,
 * restore_best_weights=True)` of keras/src/callbacks/early_stopping.py, v3. An epoch is better when its
 * val_loss is below every earlier one's; NaN never is. Keras 2.15 counts alike, but restores the best
 * weights only where it ended training itself.
 */

export interface EarlyStopping {
  /** The epoch, from 1, with the lowest val_loss so far; the first, where none was a number. */
  readonly bestEpoch: number;
  /** Epochs since then; all of them, where none was a number. */
  readonly waited: number;
  /** Training ends after the last of these epochs. */
  readonly isDue: boolean;
}

/**
 * @param valLosses of the epochs so far, the first one's first
 * @param patience epochs without a better one after which training ends; 0 acts as 1
 */
export function earlyStopping(valLosses: readonly number[], patience: number): EarlyStopping {
  let best = Infinity;
  let bestEpoch = 1;
  let waited = 0;
  valLosses.forEach((valLoss, index) => {
    waited += 1;
    if (!(valLoss < best)) return;
    best = valLoss;
    bestEpoch = index + 1;
    waited = 0;
  });
  // Keras does not look before the second epoch.
  return { bestEpoch, waited, isDue: valLosses.length > 1 && waited >= Math.max(1, patience) };
}
