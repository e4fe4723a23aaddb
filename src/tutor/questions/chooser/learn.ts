/**
 * Learns which questions belong to which target, from the questions of the content files alone. The same
 * examples give the same numbers everywhere.
 */
import { dice, type Dice } from '../../../datasets/random.js';
import type { Features } from './features.js';
import { knownIn, share, weigh, type Learned, type Member, type Vectors } from './model.js';
import { startLearning, type Heard, type Size } from './stepper.js';
import { tellingRuns } from './telling-runs.js';

export interface Example {
  readonly features: Features;
  readonly target: string;
}

export interface LearningOptions {
  /** How many learn the same, each from another beginning. */
  readonly members: number;
  /** Numbers in a vector; a multiple of four. */
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

/** Found on phrases left out in blocks, and on the questions in `test/fixtures/questions/train`. */
export const learningOptions: LearningOptions = {
  members: 2,
  width: 76,
  epochs: 20,
  learningRate: 0.15,
  dropout: 0.5,
  mostRuns: 30_400,
  chatter: 0.4,
  seed: 2022,
};

/** More around one question would drown it. */
const MOST_CHATTER = 3;

/**
 * @param chatter features of what may stand around any question
 * @returns numbers for every run of letters and every target that the examples name
 * @throws Error when the project was not built
 */
export function learn(
  examples: readonly Example[],
  chatter: readonly Features[],
  options: LearningOptions,
): Learned {
  const targets = [...new Set(examples.map(({ target }) => target))].sort();
  const features = examples.map((one) => one.features);
  const { hashes, rarity } = tellingRuns(
    features,
    examples.map(({ target }) => target),
    options.mostRuns,
  );
  const places = new Map(targets.map((target, place) => [target, place]));
  const questions = features.map((one, index) => {
    const known = knownIn(one, hashes);
    const target = places.get(examples[index]?.target ?? '') ?? 0;
    const alone = weigh(known, rarity);
    return { known, alone: { ...alone, count: alone.places.length }, target };
  });
  const around = chatter.map((one) => knownIn(one, hashes));
  const size = { width: options.width, runs: hashes.length, targets: targets.length };
  const members = Array.from({ length: options.members }, (_, member) => {
    const roll = dice(options.seed + member);
    return learnOnce(
      questions,
      size,
      options,
      roll,
      chatterMixer(around, { hashes, rarity }, roll),
    );
  });
  return { targets, width: options.width, hashes, rarity, members };
}

interface Question {
  readonly known: Counts;
  /** With nothing around it. */
  readonly alone: Heard;
  /** Its target's place among the targets. */
  readonly target: number;
}

function learnOnce(
  questions: readonly Question[],
  size: Size,
  { epochs, learningRate, dropout, chatter }: LearningOptions,
  roll: Dice,
  amongChatter: ((known: Counts) => Heard) | undefined,
): Member {
  const learning = startLearning(size, dropout, () => roll.unit());
  learning.runs.forEach((_, place, runs) => {
    runs[place] = (2 * roll.unit() - 1) / Math.sqrt(size.width);
  });
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
      const isAmong = amongChatter !== undefined && roll.chance(chatter);
      learning.step(isAmong ? amongChatter(question.known) : question.alone, question.target, rate);
    }
  }
  // Out of the memory in which they were learned, which then can go.
  const { runs, outputs, bias } = learning;
  const vectors = (numbers: Float32Array): Vectors => ({
    numbers: numbers.slice(),
    scales: new Float32Array(numbers.length / size.width).fill(1),
  });
  return { runs: vectors(runs), outputs: vectors(outputs), bias: bias.slice() };
}

type Counts = ReadonlyMap<number, number>;

/** A question said between other things, as people do. What it gives holds until the next call. */
function chatterMixer(
  around: readonly Counts[],
  { hashes, rarity }: Pick<Learned, 'hashes' | 'rarity'>,
  roll: Dice,
): ((known: Counts) => Heard) | undefined {
  if (around.length === 0) return undefined;
  const counts = new Float64Array(hashes.length);
  const places = new Int32Array(hashes.length);
  const shares = new Float32Array(hashes.length);
  let count = 0;
  const hear = (times: number, place: number): void => {
    if (counts[place] === 0) {
      places[count] = place;
      count += 1;
    }
    counts[place] = (counts[place] ?? 0) + times;
  };
  return (known) => {
    count = 0;
    known.forEach(hear);
    for (let more = roll.integer(1, MOST_CHATTER); more > 0; more -= 1) {
      around[roll.integer(0, around.length - 1)]?.forEach(hear);
    }
    let squares = 0;
    for (let run = 0; run < count; run += 1) {
      const place = places[run] ?? 0;
      const one = share(counts[place] ?? 0, rarity[place] ?? 0);
      counts[place] = 0;
      shares[run] = one;
      squares += one * one;
    }
    const length = Math.sqrt(squares) || 1;
    for (let run = 0; run < count; run += 1) shares[run] = (shares[run] ?? 0) / length;
    return { places, shares, count };
  };
}
