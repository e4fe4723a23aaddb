/** Axes: their range and tick labels. Pure. */

export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const mostTicks = 5;
/** Up to this many epochs, every one has a tick. */
const allNumbered = 10;

/** Slightly more than the values' range, with round ticks; never below 0 for values that cannot be. */
export function valueScale(values: readonly number[]): Scale {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const room = highest > lowest ? 0.05 * (highest - lowest) : Math.abs(highest) / 10 || 1;
  const from = lowest >= 0 ? Math.max(0, lowest - room) : lowest - room;
  const to = highest + room;
  const step = roundStep((to - from) / mostTicks);
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return { from, to, ticks: Array.from({ length: count }, (_, index) => (first + index) * step) };
}

/** The first epoch, the last, and round ones in between, not crowded; a single one is centred. */
export function epochScale(epochs: number): Scale {
  if (epochs === 1) return { from: 0.5, to: 1.5, ticks: [1] };
  const step = epochs <= allNumbered ? 1 : Math.max(2, roundStep(epochs / mostTicks));
  const between: number[] = [];
  for (let epoch = step; epochs - epoch >= step / 2; epoch += step) between.push(epoch);
  return { from: 1, to: epochs, ticks: [...new Set([1, ...between, epochs])] };
}

/** Enough decimals to distinguish neighbours. */
export function tickText(value: number, { ticks }: Scale): string {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) || 1;
  if (Math.max(...ticks.map(Math.abs)) >= 1e5) return value === 0 ? '0' : value.toExponential(0);
  return value.toFixed(Math.min(8, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))));
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}
