/**
 * A question as the learned reader sees it to tell what is asked: as the chooser sees it, and its words in
 * their order with each number as its role, which roles there are, and what the written rules hear.
 */
import { featuresOf, hashOf, type Features } from '../../chooser/features.js';
import type { MarkedText } from '../numbers.js';
import type { Part } from '../roles.js';
import { stemsOf, tokensOf } from './tokens.js';

/** The first and the last words of a question say most about what it asks. */
const FIRST = 3;
const LAST = 4;
const LONGEST_RUN = 4;

/**
 * @param text as `normalText` gives it
 * @param parts the role of each number
 * @param ruled what the rules hear asked for
 */
export function questionFeatures(
  text: string,
  marked: MarkedText,
  parts: readonly Part[],
  ruled: readonly string[],
): Features {
  const found = new Map(featuresOf(text));
  const add = (...features: readonly string[]): void => {
    for (const feature of features) found.set(hashOf(feature), 1);
  };
  let number = -1;
  const tokens = tokensOf(marked.text).map((token) => {
    if (token !== '#') return token;
    number += 1;
    return `#${parts[number] ?? 'other'}`;
  });
  tokens.forEach((token, at) => {
    const [next = '', last = ''] = tokens.slice(at + 1, at + 3);
    add(...stemsOf(token), `${token} ${next}`, `${token} ${next} ${last}`, `${token} * ${last}`);
    add(`${stemsOf(token)[1] ?? token} ${stemsOf(next)[1] ?? next}`);
  });
  for (const token of tokens.slice(0, FIRST)) add(`first ${token}`);
  for (const token of tokens.slice(-LAST)) add(...stemsOf(token).map((one) => `last ${one}`));
  const letters = marked.text.replace(/\s+/g, '');
  if (/\p{sc=Hangul}/u.test(letters)) {
    for (let length = 2; length <= LONGEST_RUN; length += 1) {
      for (let from = 0; from + length <= letters.length; from += 1)
        add(`run ${letters.slice(from, from + length)}`);
    }
  }
  const roles = [...new Set(parts)].sort();
  roles.forEach((role, at) => {
    add(`has ${role}`, ...roles.slice(at + 1).map((other) => `has ${role} ${other}`));
  });
  add(`all ${roles.filter((role) => role !== 'other' && role !== 'foreign').join(' ')}`);
  add(`numbers ${marked.numbers.length}`);
  add(...ruled.map((quantity) => `rule ${quantity}`), `rule first ${ruled[0] ?? 'none'}`);
  return found;
}
