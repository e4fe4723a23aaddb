/** As many as fit into a file that a phone can load. */
const MOST_FRAMES = 40;
/** Raising the growth in smaller steps gives the same frames. */
const PRECISION = 1e-4;

/**
 * Epochs that a film shows: every one of a short run; of a long one the first epochs, then steps that
 * grow only as fast as they must, since the answers change most at first. The first and the last epoch
 * always.
 */
export function framesOf(epochs: number): readonly number[] {
  let growth = 1;
  for (let step = 1; framesWith(growth, epochs).length > MOST_FRAMES; step += 1) {
    growth = 1 + step * step * PRECISION;
  }
  return framesWith(growth, epochs);
}

function framesWith(growth: number, epochs: number): readonly number[] {
  const frames: number[] = [];
  for (let epoch = 1; epoch < epochs; epoch = Math.max(epoch + 1, Math.round(epoch * growth))) {
    frames.push(epoch);
  }
  return epochs > 0 ? [...frames, epochs] : frames;
}
