/** What the labelled questions teach about a new one. Loaded with the first question that has numbers. */
import { readPrepared } from '../../../../content/prepared.js';
import type { LearningOptions } from '../../chooser/learn.js';
import { likelihoods, type Learned, type Likely } from '../../chooser/model.js';
import { unpack } from '../../chooser/packed.js';
import type { Reading } from '../reading.js';
import type { Part } from '../roles.js';
import { numberFeatures } from './number-features.js';
import { questionFeatures } from './question-features.js';

/** What is asked where no sum is. */
export const WORDS = 'words';

/** Found by cross-validation on the labelled questions. */
export const readerOptions: LearningOptions = {
  members: 2,
  width: 48,
  epochs: 20,
  learningRate: 0.15,
  dropout: 0.6,
  mostRuns: 30_000,
  chatter: 0,
  seed: 2022,
};

const models = new Map<string, Learned>();

function modelOf(name: string): Learned {
  const known = models.get(name) ?? unpack(readPrepared(`${name}.bin`));
  models.set(name, known);
  return known;
}

/** For each number of the question its roles, the likeliest first. */
export function likelyParts({ marked, parts }: Reading): readonly (readonly Likely[])[] {
  return numberFeatures(marked, parts).map((one) => likelihoods(one, modelOf('roles')));
}

/**
 * What may be asked, the likeliest first.
 * @param parts the role of each number
 */
export function likelyAsked(
  { text, marked, wanted }: Reading,
  parts: readonly Part[],
): readonly Likely[] {
  const ruled = wanted.map(({ quantity }) => quantity);
  return likelihoods(questionFeatures(text, marked, parts, ruled), modelOf('asked'));
}
