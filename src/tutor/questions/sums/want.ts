/** How surely a quantity is wanted. One scale for all kinds of sums. */
import type { Quantity } from './asked-words.js';
import type { Reading } from './reading.js';
import type { Role } from './roles.js';

/** Somebody who asks for advice or a reason has numbers, but no sum in mind. */
const opinion =
  /\b(?:wrong|help|won't|does(?:n't| not)|better|best|worse|worst|should (?:i|we)|recommend|good|bad|enough|too (?:many|few|much|big|small|large|high|low)|ideal|optimal|who is right|same thing|difference|faster|slower|overfit\w*|can i|is it ok|okay to|normal|weird|improve|stuck|memory|lol|mean)\b|나아|나은|낫|좋[은아을]|괜찮|추천|적당|차이|달라|다른|다르|충분|너무|해도 ?되|될까|빨라|빠른|느려|느린|과적합|오버피팅|정상|이상한|맞는 ?걸까|의미|무슨|뜻|메모리/;
const reason =
  /\b(?:why|how come|reason|what (?:does|is|are) (?!the (?:total|number|sum|size|batch|result|new)|(?:a )?(?:batch|bs)\b)[^#]{0,20}(?:mean|\d)|explain|where does)\b|왜|이유|까닭|어째서|어디서 나/;

export const asksOpinion = ({ text }: Reading): boolean => opinion.test(text);
/** A pasted bar is shown, not asked about. */
export const isLog = ({ text }: Reading): boolean => /\[[=>.]{3,}\]|━{3}/.test(text);

export const asksReason = ({ text }: Reading): boolean => reason.test(text);

const HINTED = 0.86;
/** 0 where it is not asked for at all. */
export function wants(reading: Reading, ...any: readonly Quantity[]): number {
  const { wanted, hinted } = reading;
  const isHinted = wanted.length === 0 && any.some((quantity) => hinted.includes(quantity));
  const isQuestion =
    isHinted &&
    !reading.asksElse &&
    numberAsked.test(reading.text) &&
    !asksOpinion(reading) &&
    !asksReason(reading);
  return Math.max(
    isQuestion ? HINTED : 0,
    ...wanted.filter(({ quantity }) => any.includes(quantity)).map(({ strength }) => strength),
  );
}

/** A question that is nothing but numbers and what they are wants what they make. */
export function isBare({ wanted, rest }: Reading): boolean {
  return wanted.length === 0 && rest.length <= 2;
}

const numberAsked =
  /\?|몇|얼마|how (?:many|much)|what|number|calculate|compute|계산|알려|구해|=\s*$|(?:->|→|=>)\s*[a-z가-힣 ]{2,24}$/;

export const asksNumber = ({ text }: Reading): boolean => numberAsked.test(text);

/** “Does a batch of 10 …?” wants yes or no, “is it 259 or 260?” a number. */
const yesOrNo = /^(?:does|do|did|can|will|would|should|is|are|was) (?!it #?\d|that #?\d)/;

/** Where no quantity is named: how surely the usual sum of these numbers is wanted. */
export function unnamed(reading: Reading): number {
  if (reading.wanted.length > 0 || reading.asksElse || asksReason(reading)) return 0;
  if (yesOrNo.test(reading.text)) return 0;
  if (reading.rest.length <= 2) return 0.94;
  return numberAsked.test(reading.text) && !asksOpinion(reading) ? 0.86 : 0;
}

/** Told along with many sums that they change nothing about. */
const circumstances: ReadonlySet<Role> = new Set([
  ...([
    'epochNow',
    'initialEpoch',
    'patience',
    'folds',
    'lastRows',
    'dropout',
    'inputs',
    'planned',
  ] as const),
]);

/** The score of a sum that is asked for, all of whose numbers are there. */
export function askedScore(reading: Reading, strength: number, used: readonly Role[]): number {
  const { amounts, others, own } = reading;
  const unused = (Object.keys(amounts) as Role[]).filter(
    (role) => !used.includes(role) && !circumstances.has(role),
  ).length;
  const isFew = own < 2 ? 0.12 : 0;
  const isNamed = reading.wanted.length > 0;
  const doubt =
    (asksOpinion(reading) ? (isNamed ? 0.12 : 0.4) : 0) +
    (asksReason(reading) ? (isNamed ? 0.05 : 0.3) : 0);
  const score = 0.97 * strength - 0.04 * unused - 0.02 * others.length - isFew - doubt;
  return Math.min(1, Math.max(0, score));
}
