/** Up to this many epochs, every one gets a tick. */
const ALL_NUMBERED = 12;
const MOST_STEPS = 10;
const stepSizes = [5, 10, 20, 50, 100];

/** Epochs with a tick: the first, the last and round ones in between, not crowded. */
export function epochTicks(epochs: number): readonly number[] {
  if (epochs <= ALL_NUMBERED) return Array.from({ length: epochs }, (_, index) => index + 1);
  const step =
    stepSizes.find((size) => epochs / size <= MOST_STEPS) ?? Math.ceil(epochs / MOST_STEPS);
  const between = Array.from({ length: Math.ceil(epochs / step) }, (_, index) => index * step);
  return [1, ...between.filter((epoch) => epoch > 0 && epochs - epoch >= step / 2), epochs];
}
