/** “And with batch 10?”, “그럼 배치 100이면?”: the last sum again, with what is new. */
import type { Quantity } from './asked-words.js';
import type { Reading } from './reading.js';
import type { Amounts, Role } from './roles.js';
import { asksOpinion, asksReason } from './want.js';

/** The last sum that a person was told. */
export interface PreviousSum {
  readonly kind: string;
  readonly amounts: Amounts;
}

const MOST_WORDS = 12;
const opens =
  /^(?:(?:ok(?:ay)?|and|so|then|now|but|what (?:about|if)|how about|if|with|for|using|instead|same|only|just|alright|cool|great|ah|oh)\b|그럼|그러면|그리고|만약|아|네|응|근데|그런데|이번엔|이번에는|혹시|거기서|같은)/;
const closes = /(?:면|으로|로|는|은|요|때)\s?\??$|instead|\?$/;

/** What follows from rows, batch_size and epochs, whoever gave them. */
const forwards: readonly Quantity[] = [
  ...(['steps', 'updates', 'last', 'trainRows', 'valRows', 'repeats', 'seen', 'time'] as const),
];
/** Words name a role this surely. */
const NAMED = 3.4;

/** The reading with what was said before; undefined where it is no follow-up. */
export function follow(
  reading: Reading,
  { amounts }: PreviousSum,
  asks: Quantity | undefined,
): Reading | undefined {
  const { text } = reading;
  if (text.split(' ').length > MOST_WORDS || asksOpinion(reading) || asksReason(reading)) {
    return undefined;
  }
  if (!opens.test(text) && !closes.test(text)) return undefined;
  const changes = changesOf(reading, amounts);
  if (!changes) return undefined;
  const isScope = opens.test(text) && (reading.isPerEpoch || reading.isInAll);
  const asked = reading.wanted.filter(({ quantity }) => forwards.includes(quantity));
  const isOnlyAsked = Object.keys(changes).length === 0;
  if (isOnlyAsked && asked.length === 0 && !isScope) return undefined;
  const ofScope: Quantity | undefined = reading.isPerEpoch
    ? 'steps'
    : reading.isInAll
      ? 'updates'
      : asks;
  return {
    ...reading,
    text: asked.length > 0 ? text : '',
    amounts: { ...amounts, ...changes },
    others: [],
    shares: [],
    hinted: [],
    // The sum before had all that it needs.
    own: Math.max(2, Object.keys({ ...amounts, ...changes }).length),
    wanted:
      asked.length > 0 || ofScope === undefined ? asked : [{ quantity: ofScope, strength: 1 }],
    isPerEpoch: reading.isPerEpoch || (asked.length === 0 && ofScope === 'steps'),
    rest: [],
  };
}

/** Numbers by their names; one without a name replaces the one that it is likest to. */
function changesOf({ amounts, parts }: Reading, before: Amounts): Amounts | undefined {
  const isNamed = (score: number): boolean => score >= NAMED;
  const loose = parts.filter(({ part, score }) => part === 'other' || !isNamed(score));
  const named = new Set<string>(
    parts.filter(({ score }) => isNamed(score)).map(({ part }) => part),
  );
  const kept = Object.entries(amounts).filter(([role]) => named.has(role) || role === 'layers');
  if (parts.length > 2 || loose.length > 1) return undefined;
  const [one] = loose;
  if (!one) return Object.fromEntries(kept);
  const { form, value } = one.number;
  const isShare = form === 'decimal' || form === 'percent';
  if (value <= 0 || (isShare && value >= 1) || (form === 'count' && value < 1)) return undefined;
  const roles: readonly Role[] =
    form === 'count'
      ? ['batch', 'epochs', 'rows']
      : form === 'time'
        ? ['msPerStep', 'msPerEpoch', 'msInAll']
        : ['validationSplit', 'testShare', 'accuracy'];
  const isPower = value >= 8 && Number.isInteger(Math.log2(value));
  const distance = (role: Role): number =>
    Math.abs(Math.log((before[role] ?? Infinity) / value)) / (role === 'batch' && isPower ? 4 : 1);
  const [nearest] = roles
    .filter((role) => before[role] !== undefined && !named.has(role))
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest && { ...(Object.fromEntries(kept) as Amounts), [nearest]: value };
}
