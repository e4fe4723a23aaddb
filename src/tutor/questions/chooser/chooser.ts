/** Which written answers and cards a question is likely to be about. Loaded with the first question. */
import { readPrepared } from '../../../content/prepared.js';
import type { Features } from './features.js';
import { knownIn, likelihoods, type Learned, type Likely } from './model.js';
import { unpack } from './packed.js';

/** The target of questions whose numbers are to be worked with; no answer and no card is called so. */
export const SUM = 'sum';

/**
 * Of a question's features, the share that is usually known; where more is strange (“glorp a snorp in the morp”),
 * the few letters that are not decide less. Of several words only one real question in twenty has less; of a word
 * or two (왜요?, 챗gpt임?) half may be strange, and it is clear all the same.
 */
const USUALLY_KNOWN = { ofSeveralWords: 0.69, ofFew: 0.25 };
const SEVERAL_WORDS = 60;

/**
 * Members are surer than they are right, and less sure the more answers there are. Found on what the tests call
 * `train` and `strangers/train`: four in five are answered alone, and fewer than three in a hundred wrongly.
 */
const TEMPERATURE = 1.17;

let loaded: Learned | undefined;

/** The likeliest target first; a card's name is its concept, an answer's the name of its file. */
export function likelyTargets(features: Features): readonly Likely[] {
  loaded ??= unpack(readPrepared('chooser.bin'));
  const likely = likelihoods(features, loaded, TEMPERATURE);
  const known = knownIn(features, loaded.hashes).size / features.size;
  const usually = USUALLY_KNOWN[features.size < SEVERAL_WORDS ? 'ofFew' : 'ofSeveralWords'];
  const trust = Math.min(1, known / usually) ** 2;
  return likely.map(({ target, probability }) => ({ target, probability: probability * trust }));
}
