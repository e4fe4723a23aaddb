/** Keras 2's text progress bar, verbose=1 (`Progbar.update` in keras v2.15.0, generic_utils.py). */
import {
  etaText,
  metricValue,
  perStepText,
  secondsPerStep,
  type StepTimes,
} from './keras-numbers.js';
import { fixed } from './rounding.js';

export interface BarState extends StepTimes {
  /** Iterations in the whole epoch. */
  readonly target: number;
  /** The epoch has ended, validation included: times replace the ETA. */
  readonly final: boolean;
  /** Names and values, in display order. */
  readonly metrics: readonly (readonly [name: string, value: number])[];
}

/**
 * One line, as Keras shows it:
 * `400/800 [==============>...............] - ETA: 0s - loss: 0.5123 - accuracy: 0.7931`.
 */
export function progressBar(bar: BarState): string {
  const metrics = bar.metrics.map(([name, value]) => ` - ${name}: ${metricValue(value)}`);
  const info = bar.final ? timesText(bar) : `ETA: ${remainingText(bar)}`;
  return `${counter(bar)} [${cells(bar, 30)}] - ${info}${metrics.join('')}`;
}

/** Steps done of all, the first padded to the width of the second: ` 50/100`. */
export function counter({ step, target }: { step: number; target: number }): string {
  return `${String(step).padStart(String(target).length)}/${target}`;
}

/** The bar between its brackets. The head `>` is the last filled cell. */
export function cells({ step, target }: { step: number; target: number }, width: number): string {
  const filled = Math.trunc(width * (step / target));
  if (step >= target) return '='.repeat(width);
  if (filled === 0) return '.'.repeat(width);
  return `${'='.repeat(filled - 1)}>${'.'.repeat(width - filled)}`;
}

/** What a finished epoch took: `2s 2ms/step`. */
export function timesText(times: StepTimes): string {
  return `${fixed(times.elapsedMs / 1000, 0)}s ${perStepText(secondsPerStep(times))}`;
}

export function remainingText(bar: StepTimes & { readonly target: number }): string {
  return etaText(secondsPerStep(bar) * (bar.target - bar.step));
}
