/** A sparkline of the loss, for platforms that get an image only at the end. */
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { RunState } from '../runs/run.js';
import { compactValue } from './epoch-lines.js';

/** So that the line and its text fit on one line of most phones. */
const MOST_BARS = 20;

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** For a constant loss. */
const LEVEL = '▄';
/** For a loss that is not a number. */
const LOST = '×';

/** Undefined until there is something to see: with fewer than two finite losses. */
export function lossLine({ finished }: RunState, t: Translator): Text | undefined {
  const losses = finished.map(({ logs }) => logs.loss);
  const numbers = losses.filter(Number.isFinite);
  const [first, last] = [losses.at(0), losses.at(-1)];
  if (first === undefined || last === undefined || numbers.length < 2) return undefined;
  return t.text('run.lossLine', {
    thinned: losses.length > MOST_BARS ? 'yes' : 'no',
    epochs: losses.length,
    first: compactValue(first),
    bars: barsOf(losses, numbers),
    last: compactValue(last),
  });
}

/** One character per epoch, scaled between the lowest and the highest loss so far. */
function barsOf(losses: readonly number[], numbers: readonly number[]): string {
  const lowest = Math.min(...numbers);
  const highest = Math.max(...numbers);
  const bar = (loss: number): string => {
    if (!Number.isFinite(loss)) return LOST;
    if (highest === lowest) return LEVEL;
    return bars[Math.round(((loss - lowest) / (highest - lowest)) * (bars.length - 1))] ?? LEVEL;
  };
  return thinned(losses).map(bar).join('');
}

/** Evenly spaced, including the first and the last. */
function thinned(losses: readonly number[]): readonly number[] {
  if (losses.length <= MOST_BARS) return losses;
  const every = (losses.length - 1) / (MOST_BARS - 1);
  return Array.from({ length: MOST_BARS }, (_, index) => losses[Math.round(index * every)] ?? NaN);
}
