/** The sums that a question may want, worked out with the asker's own numbers. */
import type { Concept } from '../../../content/concepts.js';
import { plain, type Text } from '../../../content/text.js';
import { translator, type Translator } from '../../../content/translator.js';
import type { Facts } from '../../facts.js';
import { quantities, type Quantity } from './asked-words.js';
import { derivedAgain, hear, type Derived } from './derived.js';
import { doubtsOf, type Doubts } from './doubts.js';
import { follow, type PreviousSum } from './follow-up.js';
import type { Draft, Intent, SumKind } from './kind.js';
import { accuracy } from './kinds/accuracy.js';
import { batchFor } from './kinds/batch-for.js';
import { bars } from './kinds/bars.js';
import { epochsBehind } from './kinds/epochs-behind.js';
import { evaluate } from './kinds/evaluate.js';
import { convolution } from './kinds/convolution.js';
import { droppedUnits, folds, laterEpochs, stopEpoch } from './kinds/formulas.js';
import { dropped, last } from './kinds/last.js';
import { left } from './kinds/left.js';
import { made, madeLine } from './kinds/made.js';
import { memory } from './kinds/memory.js';
import { accumulation, gpus, twoBatches } from './kinds/many-batches.js';
import { parameters } from './kinds/parameters.js';
import { repeats, seen } from './kinds/row-uses.js';
import { rowsBehind } from './kinds/rows-behind.js';
import { scaled } from './kinds/scaled.js';
import { setSteps } from './kinds/set-steps.js';
import { soFar } from './kinds/so-far.js';
import { steps } from './kinds/steps.js';
import { time } from './kinds/time.js';
import { updates } from './kinds/updates.js';
import { validation } from './kinds/validation.js';
import { why } from './kinds/why.js';
import { readSum, type Reading } from './reading.js';
import type { Amounts } from './roles.js';
import { asksReason, isLog } from './want.js';

export interface SumBid {
  readonly kind: string;
  readonly intent: Intent;
  /** From 0 to 1: how surely this is wanted. */
  readonly score: number;
  /** Whether a sum is wanted at all was weighed against words already. */
  readonly isWeighed: boolean;
  /** Plain JSON by role, to be kept for a follow-up. */
  readonly amounts: Amounts;
  /** What it leaves open about the asker's numbers. */
  readonly doubts: () => Doubts | undefined;
  /** The first line opens with the result in bold. */
  answer(t: Translator): { readonly concepts: readonly Concept[]; readonly lines: readonly Text[] };
}

/** Of two equally wanted sums the earlier one is said. */
const kinds: readonly SumKind[] = [
  ...[
    stopEpoch,
    laterEpochs,
    droppedUnits,
    folds,
    memory,
    convolution,
    made,
    soFar,
    left,
    scaled,
    evaluate,
    dropped,
    setSteps,
    accumulation,
    gpus,
    twoBatches,
    bars,
    repeats,
    seen,
    last,
  ],
  ...[validation, epochsBehind, batchFor, rowsBehind, accuracy, parameters, time],
  ...[updates, steps, why],
];
/** What the learned reader heard asked, and the table of equations gave. */
const derivedKind = (quantity: Quantity): string => `derived ${quantity}`;
const asksOf = new Map<string, Quantity>([
  ...kinds.map(({ name, asks }) => [name, asks] as const),
  ...quantities.map((quantity) => [derivedKind(quantity), quantity] as const),
]);
const conceptsOf = new Map(kinds.toReversed().map(({ asks, concepts }) => [asks, concepts]));

/** What these work out the table of equations has no line for: where a run is, and several runs at once. */
const outsideTheTable: ReadonlySet<string> = new Set(
  [
    evaluate,
    left,
    soFar,
    scaled,
    twoBatches,
    bars,
    stopEpoch,
    laterEpochs,
    convolution,
    parameters,
    setSteps,
  ].map(({ name }) => name),
);

/**
 * @param text as `normalText` gives it
 * @param facts of the run in front; without one no numbers are borrowed
 * @param previous the last sum of the same person, which a short follow-up changes
 * @returns the likeliest first; empty where nothing can or need be worked out
 */
export function sumBids(text: string, facts: Facts, previous?: PreviousSum): readonly SumBid[] {
  const reading = readSum(text);
  const own: Facts = ofOthers.test(text) ? { values: facts.values } : facts;
  const followed = previous && follow(reading, previous, asksOf.get(previous.kind));
  const { wantsWords, derived } = hear(reading);
  const ruled = wordsFirst(bidsOf(reading, own), wantsWords);
  if (!followed) return [...derivedBids(derived, ruled), ...ruled];
  // What is kept from before belongs to the kind before, unless something else is asked now.
  const kept = bidsOf(followed, own).map((bid) => ({ ...bid, score: Math.min(bid.score, 0.95) }));
  const asks = asksOf.get(previous.kind);
  const again =
    asks !== undefined && previous.kind === derivedKind(asks)
      ? derivedBids(derivedAgain(followed.amounts, asks), kept)
      : [];
  return [...again, ...kept, ...ruled].toSorted((one, other) => other.score - one.score);
}

/** Who so likely wants words is answered by a sum only where nothing else is likely. */
const WANTS_WORDS = 0.9;
const WORDS_FIRST = 0.4;

function wordsFirst(bids: readonly SumBid[], wantsWords: number): readonly SumBid[] {
  if (wantsWords < WANTS_WORDS) return bids;
  return bids
    .map((bid) =>
      bid.intent === 'seen' || bid.isWeighed ? bid : { ...bid, score: bid.score - WORDS_FIRST },
    )
    .filter(({ score }) => score > 0);
}

/** Nobody else's numbers are those of the asker's run. */
const ofOthers =
  /\b(?:friend|classmate|colleague|teacher|professor|book|docs|documentation|tutorial|video|course|paper)(?:'?s)?\b|another (?:run|model|network)|(?:other|different) (?:run|model|network|data)|친구|선생|교수|동료|선배|책에|교재|강의|문서|예제|튜토리얼|논문|다른 ?(?:모델|학습|신경망|데이터|사람)/;

const usesRows = (name: string, { amounts }: Pick<Draft, 'amounts'>): boolean =>
  name !== made.name && amounts.rows !== undefined;

function bidsOf(reading: Reading, facts: Facts): readonly SumBid[] {
  const doubt = isLog(reading) && reading.wanted.length === 0 && !asksReason(reading) ? 0.4 : 0;
  return kinds
    .flatMap(({ name, concepts, bid }): readonly SumBid[] =>
      [bid(reading, facts) ?? []].flat().map(({ lines, ...draft }) => {
        const worked = (t: Translator): readonly Text[] => [
          ...lines(t),
          ...(reading.made && usesRows(name, draft) ? [madeLine(reading.made, t)] : []),
        ];
        return {
          kind: name,
          isWeighed: name === bars.name,
          ...draft,
          score: Math.min(1, draft.score - (name === bars.name ? 0 : doubt)),
          doubts: () => doubtsOf(reading, draft.amounts, () => worked(translator('en'))),
          answer: (t) => ({ concepts, lines: worked(t) }),
        };
      }),
    )
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score);
}

/** A reading less sure than this is not worth telling. */
const LEAST_SURE = 0.25;
/** One as sure as this stands before what the rules surely want; of less sure ones it is the other way round. */
const SURER_THAN_RULES = 0.6;
/** From here on it is told without saying how the numbers were read. */
const SURE = 0.97;
const DERIVED = 0.99;
/** What the rules want this surely they say in words of their own. */
const RULED = 0.7;

function derivedBids(derived: Derived | undefined, [ruled]: readonly SumBid[]): readonly SumBid[] {
  if (!derived || derived.sureness < LEAST_SURE) return [];
  const isRuled = ruled !== undefined && ruled.score >= RULED;
  if (isRuled && derived.sureness < SURER_THAN_RULES) return [];
  const isRulesOwn = isRuled && !derived.isByFormula && outsideTheTable.has(ruled.kind);
  if (isRulesOwn || (isRuled && says(ruled, derived))) return [];
  const { quantity, amounts, answers, readAs, sureness } = derived;
  return [
    {
      kind: derivedKind(quantity),
      ...{ intent: 'asked', score: DERIVED, isWeighed: true, amounts },
      doubts: () => (sureness < SURE ? { readAs } : undefined),
      answer: (t) => ({
        concepts: conceptsOf.get(quantity) ?? [],
        lines: told(answers.map((lines) => lines(t))),
      }),
    },
  ];
}

/** Several answers, each paragraph once. */
function told(answers: readonly (readonly Text[])[]): readonly Text[] {
  const lines = answers.flat();
  return lines.filter(
    (line, index) => lines.findIndex((one) => plain(one) === plain(line)) === index,
  );
}

/** The rules came to the same numbers: their words are made for that kind of sum. */
function says(bid: SumBid, { answers }: Derived): boolean {
  const saidOf = (texts: readonly Text[]): string => texts.map(plain).join(' ');
  const t = translator('en');
  const said = saidOf(bid.answer(t).lines);
  return answers.every((lines) => {
    const [result = ''] = /\d[\d,.]*\d|\d/.exec(saidOf(lines(t))) ?? [];
    return new RegExp(`(?<![\\d.,])${result.replaceAll('.', '\\.')}(?![\\d])`).test(said);
  });
}
