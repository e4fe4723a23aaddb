/** How much speaks for each role of a number: words around it, what it is written like, its size. */
import type { FoundNumber } from './numbers.js';
import { evidence } from './role-words.js';
import { isShare, isTime, type Part, type Role } from './roles.js';
import { words } from './words.js';

/** A role that a number may have, and the words that say so. */
export interface Candidate {
  readonly part: Part;
  readonly score: number;
  /** Begin and end of those words in the marked text. */
  readonly spans: readonly (readonly [number, number])[];
}

/** Names stand close to their numbers. */
const REACH = 44;
/** What a number is worth that nothing is known of. */
const UNKNOWN = 0.9;

/** What a name before a colon is worth less to a number that has a unit of its own. */
const HEADING = 6;
const heading = /[\p{L}]\s?:\s?$/u;

/** “Batch 64 vs 128”. */
const secondOfTwo = new RegExp(
  `#%?\\s?(?:일 ?때|으로|로|이면|면|짜리|인 ?경우)?\\s?(?:하고 ?)?(?:vs\\.?|versus|or|and|to|against|instead of|compared (?:to|with)|rather than|than|이?랑|와|과|하고|에서|보다|대신|말고|이?나|→|->|,)\\s*(?:¿\\s*|how (?:many|about) )?(?:a |with |of |for |one with )*(?:${words.batch})?\\s?(?:=|of)?\\s?$`,
  'u',
);

/** All roles that a number may have, and that it may be none of them. */
export function candidates(text: string, at: number, number: FoundNumber): readonly Candidate[] {
  const left = text.slice(Math.max(0, at - REACH), at);
  const right = text.slice(at + 1, at + 1 + REACH);
  const found = new Map<Part, { score: number; spans: [number, number][] }>();
  const add = (part: Part, score: number, span?: [number, number]): void => {
    const known = found.get(part) ?? { score: 0, spans: [] };
    // A second word for the same role says little that is new.
    known.score = Math.max(known.score, score) + Math.min(known.score, score, 2) / 2;
    if (span) known.spans.push(span);
    found.set(part, known);
  };
  for (const { part, side, pattern, weight } of evidence) {
    if (!fits(part, number)) continue;
    const match = pattern.exec(
      side === 'around' ? `${left}§${right}` : side === 'after' ? right : left,
    );
    if (!match) continue;
    const { length } = match[0];
    const from =
      side === 'after' ? at + 1 : side === 'before' ? at - length : at - left.length + match.index;
    add(part, weight, [from, from + length]);
    // What stands around a number may name its neighbour too, so the number alone is its chief span.
    if (side === 'around' || match[0].includes('#')) found.get(part)?.spans.unshift([at, at + 1]);
  }
  // “Iterations per epoch: 1000 rows”: what stands before the colon asks, the number has its own unit.
  const withUnit = evidence.find(
    ({ part, side, pattern }) => side === 'after' && fits(part, number) && pattern.test(right),
  );
  if (withUnit && heading.test(left)) {
    for (const [part, known] of found) if (part !== withUnit.part) known.score -= HEADING;
  }
  for (const [part, worth] of looks(number)) add(part, worth);
  const batch = found.get('batch');
  if (batch && batch.score >= 4) add('otherBatch', batch.score - 1, batch.spans[0]);
  const epochs = found.get('epochs');
  if (epochs && epochs.score >= 4) add('otherEpochs', epochs.score - 1, epochs.spans[0]);
  if (!(epochs && epochs.score >= 4) && secondOfTwo.test(left) && fits('epochs', number))
    add('otherEpochs', 3);
  const steps = found.get('steps');
  if (steps && steps.score >= 4) add('updates', steps.score - 1.5, steps.spans[0]);
  if (!(batch && batch.score >= 4) && secondOfTwo.test(left) && fits('batch', number))
    add('otherBatch', 3);
  return [...found]
    .map(([part, { score, spans }]) => ({ part, spans, score: score + size(part, number.value) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 5)
    .concat({ part: 'other', score: UNKNOWN, spans: [] });
}

/** Counts are whole, shares below 1, and a time is written with its unit. */
function fits(part: Part, { form, value }: FoundNumber): boolean {
  if (part === 'foreign' || part === 'other') return form !== 'time' && form !== 'bar';
  if (form === 'bar') return false;
  if (isTime(part)) return form === 'time';
  if (part === 'trainShare') return (form === 'percent' || form === 'decimal') && value < 1;
  if (isShare(part))
    return form !== 'time' && value > 0 && value < (part === 'accuracy' ? 101 : 95);
  return form === 'count' && value >= 1;
}

/** What a number looks like without any words. */
function looks({ form, value }: FoundNumber): readonly (readonly [Part, number])[] {
  if (form === 'time') return value < 1000 ? [['msPerStep', 1.5]] : [['msPerEpoch', 1.5]];
  if (form !== 'count') return [];
  const isPowerOfTwo = value >= 8 && value <= 4096 && Number.isInteger(Math.log2(value));
  return [
    ['rows', value >= 500 ? 1.3 : value >= 100 ? 1 : 0],
    ['batch', isPowerOfTwo ? 1.1 : 0],
  ];
}

/** Sizes that are unlikely, though not impossible. */
function size(part: Part, value: number): number {
  const [least, most] = usual[part as Role] ?? [0, Infinity];
  return value < least || value > most ? -1.5 : 0;
}

const usual: Partial<Record<Role, readonly [number, number]>> = {
  rows: [20, 1e9],
  batch: [1, 20_000],
  otherBatch: [1, 20_000],
  epochs: [1, 3000],
  gpus: [2, 64],
  accumulated: [2, 128],
  validationSplit: [0, 1],
  testShare: [0, 1],
  accuracy: [0, 1],
};
