/** Which written answers and cards a question is likely to be about. Loaded with the first question. */
import { readPrepared } from '../../../content/prepared.js';
import type { Features } from './features.js';
import { knownIn, likelihoods, type Learned, type Likely } from './model.js';
import { unpack } from './packed.js';

/** What it learned makes it surer than it is right on questions that it never heard; measured on those. */
const TEMPERATURE = 1.2;

/** The target of questions whose numbers are to be worked with; no answer and no card is called so. */
export const SUM = 'sum';

/**
 * Of a question's features, the least share that has to be known: where nearly all of its letters are
 * strange, the few that are not decide nothing. What people really ask has 0.43 and more.
 */
const LEAST_KNOWN = 0.25;

let loaded: Learned | undefined;

/** The likeliest target first; a card's name is its concept, an answer's the name of its file. */
export function likelyTargets(features: Features): readonly Likely[] {
  loaded ??= unpack(readPrepared('chooser.bin'));
  const likely = likelihoods(features, loaded, TEMPERATURE);
  if (knownIn(features, loaded.hashes).size >= LEAST_KNOWN * features.size) return likely;
  return likely.map(({ target }) => ({ target, probability: 1 / likely.length }));
}
