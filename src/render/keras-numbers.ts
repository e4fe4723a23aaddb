/** How Keras 2 prints numbers beside its progress bar (`Progbar` in keras v2.15.0, generic_utils.py). */
import { fixed } from './rounding.js';

/** Four decimals above 0.001 in size, else a four-decimal exponent: `0.5123`, `1.0000e-03`, `nan`. */
export function metricValue(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > 0.001) return fixed(value, 4);
  // Ties cannot occur this far down, so toExponential rounds as Python does.
  return exponent(value);
}

/** Python's `%.4e`: an exponent of at least two digits. */
export function exponent(value: number): string {
  return value.toExponential(4).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** Time left in the epoch: `H:MM:SS` above an hour, `M:SS` above a minute, else `{n}s`; truncated. */
export function etaText(seconds: number): string {
  const two = (part: number): string => String(Math.trunc(part)).padStart(2, '0');
  if (seconds > 3600) {
    const hours = Math.trunc(seconds / 3600);
    return `${hours}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
  }
  if (seconds > 60) return `${Math.trunc(seconds / 60)}:${two(seconds % 60)}`;
  return `${Math.trunc(seconds)}s`;
}

/** Time per step in the largest of s, ms and us that leaves at least 1, chosen before rounding. */
export function perStepText(seconds: number): string {
  if (seconds >= 1 || seconds === 0) return `${fixed(seconds, 0)}s/step`;
  if (seconds >= 1e-3) return `${fixed(seconds * 1e3, 0)}ms/step`;
  return `${fixed(seconds * 1e6, 0)}us/step`;
}

/** What an epoch's times are computed from. */
export interface StepTimes {
  /** Iterations done in this epoch. */
  readonly step: number;
  readonly elapsedMs: number;
  readonly firstStepMs: number;
}

/** Seconds per step; Keras leaves the first step, which builds the graph, out of the mean. */
export function secondsPerStep({ step, elapsedMs, firstStepMs }: StepTimes): number {
  if (step === 0) return 0;
  if (step === 1) return elapsedMs / 1000;
  return (elapsedMs - firstStepMs) / 1000 / (step - 1);
}
