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
 * Of a question's features, the share that is usually known: only one real question in twenty has less. Where
 * more is strange (“glorp a snorp in the morp”), the few letters that are not decide less.
 */
const USUALLY_KNOWN = 0.69;

let loaded: Learned | undefined;

/** The likeliest target first; a card's name is its concept, an answer's the name of its file. */
export function likelyTargets(features: Features): readonly Likely[] {
  loaded ??= unpack(readPrepared('chooser.bin'));
  const likely = likelihoods(features, loaded, TEMPERATURE);
  const known = knownIn(features, loaded.hashes).size / features.size;
  const trust = Math.min(1, known / USUALLY_KNOWN) ** 2;
  return likely.map(({ target, probability }) => ({ target, probability: probability * trust }));
}
