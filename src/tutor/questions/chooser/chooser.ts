/** Which written answers and cards a question is likely to be about. Loaded with the first question. */
import { readPrepared } from '../../../content/prepared.js';
import type { Features } from './features.js';
import { likelihoods, unpack, type Learned, type Likely } from './model.js';

let loaded: Learned | undefined;

/** The likeliest target first; a card's name is its concept, an answer's the name of its file. */
export function likelyTargets(features: Features): readonly Likely[] {
  loaded ??= unpack(readPrepared('chooser.bin'));
  return likelihoods(features, loaded);
}
