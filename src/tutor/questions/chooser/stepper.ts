/** One update of what is learned. Its loops are most of the build's time: no allocation inside. */
import type { Learned, Weighted } from './model.js';

/** A target this unlikely is right to be so; its vector stays. */
const NEGLIGIBLE = 1e-3;
/** A target's bias follows more slowly than its vector: few questions say how common it is. */
const BIAS_RATE = 0.1;
/** AdaGrad's sums begin here, so that the first update is finite. */
const FIRST_SQUARE = 1e-8;

/** A question's runs, of which only the first `count` hold. */
export interface Heard extends Weighted {
  readonly count: number;
}

export type Step = (question: Heard, target: number, rate: number) => void;

/**
 * Softmax regression through a narrow layer, by AdaGrad (Duchi et al. 2011).
 * @param learned what every step changes
 * @param dropout share of a question's runs that are left out each time
 * @param random uniform in [0, 1)
 * @param most runs in a question
 */
export function stepper(
  { targets, width, runs, outputs, bias, hashes }: Learned,
  dropout: number,
  random: () => number,
  most: number,
): Step {
  const count = targets.length;
  const hidden = new Float64Array(width);
  const gradient = new Float64Array(width);
  const powers = new Float64Array(count);
  const kept = new Int32Array(most);
  const shares = new Float64Array(most);
  const runSquares = new Float64Array(hashes.length).fill(FIRST_SQUARE);
  const outputSquares = new Float64Array(count).fill(FIRST_SQUARE);
  const scale = 1 / (1 - dropout);
  /* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
  const forward = (): number => {
    let highest = -Infinity;
    for (let target = 0; target < count; target += 1) {
      const from = target * width;
      // Four sums at a time do not wait for each other.
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let at = 0; at < width; at += 4) {
        a += hidden[at]! * outputs[from + at]!;
        b += hidden[at + 1]! * outputs[from + at + 1]!;
        c += hidden[at + 2]! * outputs[from + at + 2]!;
        d += hidden[at + 3]! * outputs[from + at + 3]!;
      }
      const score = bias[target]! + a + b + c + d;
      powers[target] = score;
      if (score > highest) highest = score;
    }
    let all = 0;
    for (let target = 0; target < count; target += 1) {
      powers[target] = Math.exp(powers[target]! - highest);
      all += powers[target]!;
    }
    return all;
  };
  return (question, meant, rate) => {
    hidden.fill(0);
    gradient.fill(0);
    let heard = 0;
    for (let run = 0; run < question.count; run += 1) {
      if (random() < dropout) continue;
      const place = question.places[run]!;
      const share = question.shares[run]! * scale;
      kept[heard] = place;
      shares[heard] = share;
      heard += 1;
      const from = place * width;
      for (let at = 0; at < width; at += 1) hidden[at]! += share * runs[from + at]!;
    }
    const all = forward();
    let hiddenSquare = 0;
    for (let at = 0; at < width; at += 1) hiddenSquare += hidden[at]! * hidden[at]!;
    for (let target = 0; target < count; target += 1) {
      const slope = powers[target]! / all - (target === meant ? 1 : 0);
      if (slope < NEGLIGIBLE && slope > -NEGLIGIBLE) continue;
      outputSquares[target]! += (slope * slope * hiddenSquare) / width;
      const by = (rate * slope) / Math.sqrt(outputSquares[target]!);
      const from = target * width;
      for (let at = 0; at < width; at += 1) {
        gradient[at]! += slope * outputs[from + at]!;
        outputs[from + at]! -= by * hidden[at]!;
      }
      bias[target]! -= BIAS_RATE * rate * slope;
    }
    let square = 0;
    for (let at = 0; at < width; at += 1) square += gradient[at]! * gradient[at]!;
    square /= width;
    for (let run = 0; run < heard; run += 1) {
      const share = shares[run]!;
      const place = kept[run]!;
      runSquares[place]! += square * share * share;
      const by = (rate * share) / Math.sqrt(runSquares[place]!);
      const from = place * width;
      for (let at = 0; at < width; at += 1) runs[from + at]! -= by * gradient[at]!;
    }
  };
  /* eslint-enable @typescript-eslint/no-non-null-assertion */
}
