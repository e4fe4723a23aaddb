/** A question as it is read. */
import { spellOut } from '../../content/lexicon/abbreviations.js';
import { featuresOf, type Features } from './chooser/features.js';
import { machineText } from './known-errors.js';
import { normalText } from './normal-text.js';

export interface Question {
  /** One line in lower case; never shown to anybody. */
  readonly text: string;
  /** All of it, however long, as machines' messages are looked for in it. */
  readonly whole: string;
  readonly features: Features;
}

export function readQuestion(written: string): Question {
  const text = normalText(spellOut(written));
  return { text, whole: machineText(written), features: featuresOf(text) };
}
