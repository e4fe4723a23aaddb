/** A question as it was understood word by word. */
import type { Term } from '../../content/lexicon/lexicon.js';
import { normalText } from './normal-text.js';
import { readQuantities, type Quantities } from './quantities.js';
import { readTerms, type Terms } from './terms.js';

export interface Question {
  readonly text: string;
  readonly terms: Terms;
  readonly quantities: Quantities;
}

export function readQuestion(written: string): Question {
  const text = normalText(written);
  return { text, terms: readTerms(text), quantities: readQuantities(text) };
}

/** Whether any of these is spoken of. */
export function speaksOf({ terms }: Question, ...any: readonly Term[]): boolean {
  return any.some((term) => terms.known.includes(term));
}
