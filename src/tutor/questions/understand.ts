/** What a question asks for, decided before a word is said. */
import type { Concept } from '../../content/concepts.js';
import { spellings, type Term } from '../../content/lexicon/lexicon.js';
import { topics, type Topic } from '../../content/topics.js';
import { ownNumbers, type AskerFacts } from './own-numbers.js';
import { speaksOf, type Question } from './question.js';
import { isConcept, type Found, type Target } from './search.js';
import { searchAll } from './sentences.js';
import { shownGap } from './shown-gap.js';
import type { Sum } from './sum.js';
import { sumAsked, sumOfGiven } from './sum-asked.js';
import { conceptsOf } from './term-concepts.js';

export type Understanding =
  | { readonly kind: 'sum'; readonly sum: Sum }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'concept'; readonly concept: Concept }
  | { readonly kind: 'two'; readonly concepts: readonly [Concept, Concept] }
  | { readonly kind: 'unsure'; readonly nearest: readonly Concept[] }
  /** Nothing that could be read, or only `why?`. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'elsewhere' };

/** As alike as this is an answer; less is a guess, unless nothing else comes near. */
const SURE = 0.73;
const SURE_ALONE = 0.48;
const CLEAR_LEAD = 0.05;
/** The very question that was foreseen. */
const SAME = 0.97;
/** As alike as this, words go before a sum with nobody's numbers. */
const WRITTEN = 0.85;
/** Less alike than this, a difference is told by what each of the two is. */
const OF_BOTH = 0.7;
/** Less than this has nothing to do with the question. */
const FAR = 0.3;
const MOST_NEAREST = 3;

/** They ask what a thing is, and nothing else about it. */
const defining: ReadonlySet<Term> = new Set<Term>([
  ...(['what', 'mean', 'example', 'keras', 'deep_learning', 'learn', 'number', 'print'] as const),
  ...(['fit', 'model', 'exact', 'one', 'use', 'tensorflow'] as const),
]);
const ofTheTrade: ReadonlySet<Term> = new Set(
  spellings.filter((spelling) => spelling.ofTheTrade).map(({ term }) => term),
);

/** “128 * 469 = 60032” is batch_size × iterations, which should have been the rows. */
const writtenProduct = /\d\s*[*×x]\s*[\d,]+\s*=\s*\d/;

/** Keras' line above a bar. */
const epochLine = /epoch ?\d+ ?\/ ?\d/;

export function understand(question: Question, facts: AskerFacts): Understanding {
  if (!/[\p{L}\p{N}]/u.test(question.text)) return { kind: 'nothing' };
  if (speaksOf(question, 'elsewhere')) return { kind: 'elsewhere' };
  if (writtenProduct.test(question.text)) return { kind: 'topic', topic: 'batchTimesSteps' };
  const { patience, stoppedAt } = question.quantities;
  if (patience !== undefined && stoppedAt !== undefined && patience < stoppedAt) {
    return { kind: 'topic', topic: 'weightsAfterStop' };
  }
  if (comparesBars(question)) return { kind: 'topic', topic: 'barsDiffer' };
  const found = searchAll(question, saysSomething);
  const [best] = found;
  const sum = sumAsked(question, facts);
  if (sum && !(best && isWritten(best, question))) return { kind: 'sum', sum };
  const limit = limitReached(question);
  if (limit) return { kind: 'topic', topic: limit };
  const named = best && onlyNamed(best, question);
  const concept = definitionOf(question);
  if (concept === 'epoch' && epochLine.test(question.text)) {
    return { kind: 'topic', topic: 'epochLine' };
  }
  const only = named ?? concept;
  const worked = only && workedWith(only, question, facts);
  if (worked) return worked;
  if (best && best.likeness >= SAME && (!named || asksMore(best, question))) {
    return answeredBy(best.target);
  }
  const gap = shownGap(question.text);
  if (gap) return { kind: 'topic', topic: gap };
  if (concept) return { kind: 'concept', concept };
  if (named) return { kind: 'concept', concept: named };
  const pair = pairOf(question);
  if (pair && !(best && best.likeness >= OF_BOTH)) return { kind: 'two', concepts: pair };
  const given = sumOfGiven(question, facts);
  if (given && asksNothingElse(question)) return { kind: 'sum', sum: given };
  if (best && isSure(found)) return answeredBy(best.target);
  if (given) return { kind: 'sum', sum: given };
  const nearest = nearestConcepts(question, found);
  const isOurs =
    speaksOf(question, 'learn') || question.terms.known.some((term) => ofTheTrade.has(term));
  if (isOurs && nearest.length > 0) return { kind: 'unsure', nearest };
  return question.terms.unknown.length === 0 ? { kind: 'nothing' } : { kind: 'elsewhere' };
}

/** Rows and a batch_size, and not a word that wants more than what they make. */
function asksNothingElse({ terms }: Question): boolean {
  return terms.unknown.length === 0 && terms.known.every((term) => ofSums.has(term));
}

const ofSums: ReadonlySet<Term> = new Set<Term>([
  ...(['what', 'row', 'data', 'batch', 'batch_size', 'epoch', 'iteration', 'step'] as const),
]);

/** “epochs=0”, “batch_size=-5”. */
const notPositive =
  /(?:epochs?|batch(?:[_ ]?size)?|에포크|에폭|배치(?: ?(?:사이즈|크기))?)\s*[=:]?\s*(?:0(?![.\d])|-\d)|(?<![\d.])0 ?(?:epochs|에포크|에폭)/;

/** Numbers that leave nothing to count: as many rows in a batch as there are, more, or none. */
function limitReached({ text, quantities: { rows, batch } }: Question): Topic | undefined {
  if (notPositive.test(text)) return 'wholeNumbers';
  if (rows === undefined || batch === undefined || batch < rows) return undefined;
  return batch === rows ? 'fullBatch' : 'batchTooLarge';
}

/** An old bar counts rows, 32 times as many where nobody said otherwise; nearer ones count batches. */
const OLD_BAR_TIMES = 32;

/** “Mine says 469/469, my friend's 1875/1875.” */
function comparesBars(question: Question): boolean {
  const totals = question.quantities.bars.map(({ total }) => total);
  const [most, least] = [Math.max(...totals), Math.min(...totals)];
  if (totals.length !== 2 || most === least || most / least >= OLD_BAR_TIMES - 1) return false;
  return !speaksOf(question, 'version', 'validation', 'validation_split');
}

/** “Does it learn from the validation rows?” has a name and vague words only, yet no card is meant. */
function asksMore({ target }: Found, question: Question): boolean {
  if (isConcept(target) || question.terms.known.length < 2) return false;
  return !speaksOf(question, 'what', 'mean', 'example');
}

/** “What?” and “why?” are in many questions; alone they make none. */
function saysSomething({ shared, likeness }: Found, { terms: { known } }: Question): boolean {
  if (shared.some((word) => !comparing.has(word))) return true;
  return likeness >= SAME && (known.length > 1 || shared.length > 0);
}

/** “Is that good?” could be asked of anything; it takes another word to be about something. */
const comparing: ReadonlySet<string> = new Set<Term>([
  ...(['better', 'worse', 'more', 'same', 'change', 'increase', 'decrease', 'always'] as const),
  ...(['choose', 'need', 'differ', 'enough', 'real', 'off', 'friend'] as const),
]);

function isSure([best, second]: readonly Found[]): boolean {
  if (!best || best.likeness >= SURE) return best !== undefined;
  const lead = best.likeness - (second?.likeness ?? 0);
  return best.likeness >= SURE_ALONE && lead >= CLEAR_LEAD;
}

/** Where nothing but a concept's name is in common, its card says more than a chance answer. */
function onlyNamed({ shared: [only, ...more] }: Found, { terms }: Question): Concept | undefined {
  if (only === undefined || more.length > 0) return undefined;
  const term = terms.known.find((known) => known === only);
  const others = terms.known.filter((known) => known !== only && ofTheTrade.has(known));
  return term && definedBySelf.has(term) && others.length === 0 ? conceptsOf([term])[0] : undefined;
}

/** “batch_size=100이면?”: what this one number makes. */
function workedWith(
  concept: Concept,
  question: Question,
  facts: AskerFacts,
): Understanding | undefined {
  const { batch, epochs } = question.quantities;
  const own = ownNumbers(question.quantities, facts);
  if (concept === 'batch_size' && batch !== undefined) {
    if (batch === 1) return { kind: 'topic', topic: 'batchOne' };
    if (batch === own.rows) return { kind: 'topic', topic: 'fullBatch' };
    if (batch > own.rows) return { kind: 'topic', topic: 'batchTooLarge' };
  }
  if (speaksOf(question, 'what', 'mean', 'why', 'choose')) return undefined;
  if (concept === 'epoch' && epochs !== undefined)
    return { kind: 'sum', sum: { kind: 'updates', own } };
  if (concept !== 'batch_size' || batch === undefined) return undefined;
  return { kind: 'sum', sum: { kind: 'steps', own } };
}

/** Without a number of its own, a question about a rule is better answered in words. */
function isWritten({ target, likeness }: Found, question: Question): boolean {
  const { quantities } = question;
  if (speaksOf(question, 'how_many') && speaksOf(question, 'total')) return false;
  const { rows, batch, epochs, steps, updates, bars, others } = quantities;
  // “1 epoch = 1 update, right?” gives no number to count with.
  const [epochsMeant, updatesMeant] = [epochs, updates].map((value) =>
    value === 1 && !speaksOf(question, 'how_many') ? undefined : value,
  );
  const own = [rows, batch, epochsMeant, steps, updatesMeant, bars[0], others[0]];
  return likeness >= WRITTEN && !isConcept(target) && own.every((value) => value === undefined);
}

function answeredBy(target: Target): Understanding {
  return isConcept(target)
    ? { kind: 'concept', concept: target }
    : { kind: 'topic', topic: target };
}

/** “에포크가 뭐예요?”, “what is an epoch”, or the bare word. */
function definitionOf({ terms: { known, unknown } }: Question): Concept | undefined {
  const rest = known.filter((term) => !defining.has(term));
  const [only, ...more] = rest;
  if (only === undefined || more.length > 0 || unknown.length > 1) return undefined;
  return definedBySelf.has(only) ? conceptsOf([only])[0] : undefined;
}

/** Other words have answers of their own: `val_loss`, `adam`, `seed`. */
const definedBySelf: ReadonlySet<Term> = new Set<Term>([
  ...([
    'epoch',
    'iteration',
    'step',
    'batch_size',
    'batch',
    'steps_per_epoch',
    'last_batch',
  ] as const),
  ...(['progress_bar', 'loss', 'accuracy', 'baseline', 'weight', 'parameter', 'gradient'] as const),
  ...(['forward', 'backward', 'optimizer', 'learning_rate', 'shuffle', 'random'] as const),
  ...(['validation_split', 'validation', 'overfitting', 'early_stopping', 'memory'] as const),
]);

function pairOf(question: Question): readonly [Concept, Concept] | undefined {
  if (!speaksOf(question, 'differ', 'equal', 'relationship')) return undefined;
  const [one, other, ...more] = conceptsOf(question.terms.known);
  return one && other && more.length === 0 ? [one, other] : undefined;
}

/** What the question names itself, then what the nearest answers are about. */
function nearestConcepts({ terms }: Question, found: readonly Found[]): readonly Concept[] {
  const near = found
    .filter(({ likeness }) => likeness >= FAR)
    .flatMap(({ target }) => (isConcept(target) ? [target] : topics[target].slice(0, 1)));
  return [...new Set([...conceptsOf(terms.known), ...near])].slice(0, MOST_NEAREST);
}
