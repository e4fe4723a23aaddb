/** From an output layer's logits to predicted classes. */
import type { Confusion } from '../src/runs/protocol.js';

/** Probabilities of all classes, by index; a single unit gives two. */
export function probabilitiesOf(sums: Float32Array): readonly number[] {
  if (sums.length === 1) {
    const [sum = 0] = sums;
    const power = Math.exp(-Math.abs(sum));
    const likelier = 1 / (1 + power);
    return sum > 0 ? [power / (1 + power), likelier] : [likelier, power / (1 + power)];
  }
  const highest = sums.reduce((most, sum) => Math.max(most, sum), -Infinity);
  const powers = Array.from(sums, (sum) => Math.exp(sum - highest));
  const total = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / total);
}

/** The predicted class, as in the engines: the largest logit, the first on ties; a single unit means 1 above 0. */
export function saidClass(sums: Float32Array): number {
  if (sums.length === 1) return (sums[0] ?? 0) > 0 ? 1 : 0;
  return sums.reduce((best, sum, at) => (sum > (sums[best] ?? 0) ? at : best), 0);
}

/**
 * @param sums the rows' logits, concatenated
 * @param y the rows' classes
 * @returns undefined if a logit is NaN: then there is no prediction
 */
export function confusionOf(sums: Float32Array, y: Float32Array): Confusion | undefined {
  if (!sums.every(Number.isFinite)) return undefined;
  const outputs = sums.length / y.length;
  const classes = Math.max(2, outputs);
  const counts = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
  for (const [row, answer] of y.entries()) {
    const said = saidClass(sums.subarray(row * outputs, (row + 1) * outputs));
    const ofAnswer = counts[answer];
    if (ofAnswer) ofAnswer[said] = (ofAnswer[said] ?? 0) + 1;
  }
  return counts;
}
