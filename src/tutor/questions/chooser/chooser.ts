/** Which written answers and cards a question is likely to be about. Loaded with the first question. */
import { readPrepared } from '../../../content/prepared.js';
import type { Features } from './features.js';
import { likelihoods, type Learned, type Likely } from './model.js';
import { unpack } from './packed.js';

/** What it learned makes it surer than it is right on questions that it never heard; measured on those. */
const TEMPERATURE = 1.2;

/** The target of questions whose numbers are to be worked with; no answer and no card is called so. */
export const SUM = 'sum';

let loaded: Learned | undefined;

/** The likeliest target first; a card's name is its concept, an answer's the name of its file. */
export function likelyTargets(features: Features): readonly Likely[] {
  loaded ??= unpack(readPrepared('chooser.bin'));
  return likelihoods(features, loaded, TEMPERATURE);
}
