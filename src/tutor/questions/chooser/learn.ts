/**
 * Learns which questions belong to which target, from the questions of the content files alone: softmax
 * regression through a narrow layer, by AdaGrad (Duchi et al. 2011). The same examples give the same
 * numbers everywhere.
 */
import { dice } from '../../../datasets/random.js';
import { featuresOf } from './features.js';
import { knownIn, weigh, type Learned, type Weighted } from './model.js';

export interface Example {
  /** As `featuresOf` takes it. */
  readonly text: string;
  readonly target: string;
}

export interface LearningOptions {
  readonly width: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Share of a question's runs that are left out each time, so that none is relied on alone. */
  readonly dropout: number;
  /** At most so many runs are kept, those that tell most about the target. */
  readonly mostRuns: number;
  /** Share of the times that a question is heard with chatter around it. */
  readonly chatter: number;
  readonly seed: number;
}

export const learningOptions: LearningOptions = {
  width: 40,
  epochs: 10,
  learningRate: 0.2,
  dropout: 0.4,
  mostRuns: 31_000,
  chatter: 0.4,
  seed: 2022,
};

/** A run that only one question has says more of its writer than of what is asked. */
const FEWEST_QUESTIONS = 2;
/** More around one question would drown it. */
const MOST_CHATTER = 3;
/** A target this unlikely is right to be so; its vector stays. */
const NEGLIGIBLE = 1e-3;

/**
 * @param chatter what may stand around any question, as `featuresOf` takes it
 * @returns numbers for every run of letters and every target that the examples name
 */
export function learn(
  examples: readonly Example[],
  chatter: readonly string[],
  options: LearningOptions,
): Learned {
  const { width, epochs, learningRate } = options;
  const targets = [...new Set(examples.map(({ target }) => target))].sort();
  const features = examples.map(({ text }) => featuresOf(text));
  const { hashes, rarity } = knownRuns(
    features,
    examples.map(({ target }) => target),
    options.mostRuns,
  );
  const roll = dice(options.seed);
  const uniform = (): number => 2 * roll.unit() - 1;
  const learned: Learned = {
    ...{ targets, width, hashes, rarity },
    runs: new Float32Array(hashes.length * width).map(() => uniform() / Math.sqrt(width)),
    outputs: new Float32Array(targets.length * width),
    bias: new Float32Array(targets.length),
  };
  const places = new Map(targets.map((target, place) => [target, place]));
  const questions = features.map((one, index) => {
    const known = knownIn(one, hashes);
    const target = places.get(examples[index]?.target ?? '') ?? 0;
    return { known, alone: weigh(known, rarity), target };
  });
  const around = chatter.map((text) => knownIn(featuresOf(text), hashes));
  /** Said between other things, as people do. */
  const amongChatter = (known: ReadonlyMap<number, number>): Weighted => {
    const mixed = new Map(known);
    for (let count = roll.integer(1, MOST_CHATTER); count > 0; count -= 1) {
      for (const [place, times] of around[roll.integer(0, around.length - 1)] ?? []) {
        mixed.set(place, (mixed.get(place) ?? 0) + times);
      }
    }
    return weigh(mixed, rarity);
  };
  const step = stepper(learned, options.dropout, () => roll.unit());
  const order = questions.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = roll.integer(0, last);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    const rate = learningRate * (1 - epoch / epochs);
    for (const index of order) {
      const question = questions[index];
      if (!question) continue;
      const isAmong = around.length > 0 && roll.chance(options.chatter);
      step(isAmong ? amongChatter(question.known) : question.alone, question.target, rate);
    }
  }
  return learned;
}

/**
 * The runs that tell most about which target is meant: n(run, target) · ln(p(target | run) / p(target)),
 * added up over the targets, which is the run's share in the information that runs have on targets.
 */
function knownRuns(
  features: readonly ReadonlyMap<number, number>[],
  targets: readonly string[],
  most: number,
): Pick<Learned, 'hashes' | 'rarity'> {
  const questionsOf = countsOf(targets);
  const targetsWith = new Map<number, string[]>();
  features.forEach((one, index) => {
    for (const hash of one.keys()) {
      const known = targetsWith.get(hash);
      if (known) known.push(targets[index] ?? '');
      else targetsWith.set(hash, [targets[index] ?? '']);
    }
  });
  const known = [...targetsWith]
    .filter(([, { length }]) => length >= FEWEST_QUESTIONS)
    .map(([hash, asked]) => {
      const expected = asked.length / features.length;
      let tells = 0;
      for (const [target, count] of countsOf(asked)) {
        tells += count * Math.log(count / ((questionsOf.get(target) ?? 0) * expected));
      }
      return { hash, count: asked.length, tells };
    })
    .sort((a, b) => b.tells - a.tells || a.hash - b.hash)
    .slice(0, most)
    .sort((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(known, ({ hash }) => hash),
    rarity: Float32Array.from(known, ({ count }) => Math.log(features.length / count)),
  };
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** One update for one question. Its loops are most of the build's time: no allocation inside. */
function stepper(
  { targets, width, runs, outputs, bias, hashes }: Learned,
  dropout: number,
  random: () => number,
): (question: Weighted, target: number, rate: number) => void {
  const count = targets.length;
  const hidden = new Float32Array(width);
  const gradient = new Float32Array(width);
  const powers = new Float32Array(count);
  const runSquares = new Float32Array(hashes.length).fill(1e-8);
  const outputSquares = new Float32Array(count).fill(1e-8);
  /* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
  return ({ places, shares }, target, rate) => {
    hidden.fill(0);
    gradient.fill(0);
    const kept = Uint8Array.from(places, () => (random() < dropout ? 0 : 1));
    for (let run = 0; run < places.length; run += 1) {
      if (kept[run] === 0) continue;
      const share = shares[run]! / (1 - dropout);
      const from = places[run]! * width;
      for (let at = 0; at < width; at += 1) hidden[at]! += share * runs[from + at]!;
    }
    let most = -Infinity;
    for (let other = 0; other < count; other += 1) {
      let score = bias[other]!;
      const from = other * width;
      for (let at = 0; at < width; at += 1) score += hidden[at]! * outputs[from + at]!;
      powers[other] = score;
      if (score > most) most = score;
    }
    let all = 0;
    for (let other = 0; other < count; other += 1) {
      powers[other] = Math.exp(powers[other]! - most);
      all += powers[other]!;
    }
    let hiddenSquare = 0;
    for (let at = 0; at < width; at += 1) hiddenSquare += hidden[at]! * hidden[at]!;
    for (let other = 0; other < count; other += 1) {
      const slope = powers[other]! / all - (other === target ? 1 : 0);
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      outputSquares[other]! += (slope * slope * hiddenSquare) / width;
      const by = (rate * slope) / Math.sqrt(outputSquares[other]!);
      const from = other * width;
      for (let at = 0; at < width; at += 1) {
        gradient[at]! += slope * outputs[from + at]!;
        outputs[from + at]! -= by * hidden[at]!;
      }
      bias[other]! -= 0.1 * rate * slope;
    }
    let square = 0;
    for (let at = 0; at < width; at += 1) square += gradient[at]! * gradient[at]!;
    square /= width;
    for (let run = 0; run < places.length; run += 1) {
      if (kept[run] === 0) continue;
      const share = shares[run]! / (1 - dropout);
      const place = places[run]!;
      runSquares[place]! += square * share * share;
      const by = (rate * share) / Math.sqrt(runSquares[place]!);
      const from = place * width;
      for (let at = 0; at < width; at += 1) runs[from + at]! -= by * gradient[at]!;
    }
  };
  /* eslint-enable @typescript-eslint/no-non-null-assertion */
}
