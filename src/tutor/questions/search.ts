/** Finds the answers whose usual questions are nearest in meaning to a question, in either language. */
import MiniSearch from 'minisearch';
import { asks } from '../../content/asks/asks.js';
import { spellings, type Term } from '../../content/lexicon/lexicon.js';
import { cardOf } from '../../content/cards.js';
import { concepts, type Concept } from '../../content/concepts.js';
import { locales } from '../../content/locale.js';
import type { Topic } from '../../content/topics.js';
import { readQuestion, type Question } from './question.js';
import { conceptsOf } from './term-concepts.js';

/** What can answer: a written answer, or a concept's card. */
export type Target = Topic | Concept;

export interface Found {
  readonly target: Target;
  /** How far question and ask say the same, from 0 to 1. */
  readonly likeness: number;
  /** The terms that both have and that say what is asked. */
  readonly shared: readonly string[];
}

interface Ask {
  readonly id: number;
  readonly target: Target;
  readonly terms: readonly string[];
}

/** They shape a question without saying what it is about. */
const vague: ReadonlySet<string> = new Set([
  ...[
    'what',
    'mean',
    'why',
    'how_many',
    'count_of',
    'how_much',
    'each',
    'print',
    'use',
    'number',
    'can',
    'learn',
  ],
  ...[
    'error',
    'normal',
    'when',
    'one',
    'zero',
    'data',
    'row',
    'model',
    'keras',
    'example',
    'before',
  ],
  ...[
    'after',
    'during',
    'deep_learning',
    'network',
    'puzzled',
    'start',
    'result',
    'place',
    'exact',
    'once',
    'last',
    'first',
  ],
]);
const ofTheTrade: ReadonlySet<string> = new Set(
  spellings.filter((spelling) => spelling.ofTheTrade).map(({ term }) => term),
);

/** A written answer is nearer to a question than a whole card, when both are asked for alike. */
const CARD_SHARE = 0.93;

const lines: readonly (readonly [Target, readonly string[]])[] = [
  ...Object.entries(asks).map(([topic, said]) => [topic as Topic, said] as const),
  ...concepts.flatMap((concept) =>
    locales.map((locale) => {
      const card = cardOf(concept, locale);
      return [concept, [...card.words, ...card.asks]] as const;
    }),
  ),
];

const asked: readonly Ask[] = lines
  .flatMap(([target, said]) => said.map((line) => ({ target, terms: wordsOf(readQuestion(line)) })))
  .map((ask, id) => ({ id, ...ask }));

const index = new MiniSearch<Ask>({
  fields: ['terms'],
  extractField: (ask, field) => (field === 'id' ? String(ask.id) : ask.terms.join(' ')),
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
  searchOptions: { boostTerm: (term) => weight(term) },
});
index.addAll(asked);

/** Another subject makes another question of the same words. */
const OTHER_SUBJECT = 0.6;

/** How many of the best asks are looked at closely. */
const CANDIDATES = 40;

/** Each target once, the likeliest first. */
export function search(question: Question): readonly Found[] {
  const words = wordsOf(question);
  const best = new Map<Target, Found>();
  for (const { id } of index.search(words.join(' ')).slice(0, CANDIDATES)) {
    const ask = asked[Number(id)];
    if (!ask) continue;
    const share = isConcept(ask.target) ? CARD_SHARE : 1;
    const value = likeness(words, ask.terms) * share * subjectShare(words, ask.terms);
    if (value <= (best.get(ask.target)?.likeness ?? 0)) continue;
    const shared = words.filter((word) => !vague.has(word) && ask.terms.includes(word));
    best.set(ask.target, { target: ask.target, likeness: value, shared });
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness);
}

export function isConcept(target: Target): target is Concept {
  return (concepts as readonly string[]).includes(target);
}

/** `800/800` is a word, too, whatever its numbers. */
function wordsOf({ terms: { known, unknown }, quantities }: Question): readonly string[] {
  return [...known, ...unknown, ...(quantities.bars.length > 0 ? ['a/b'] : [])];
}

/** “Can weights be negative?” is as good as word for word “can loss be negative?”, and no answer to it. */
function subjectShare(one: readonly string[], other: readonly string[]): number {
  const [ours, theirs] = [one, other].map((words) => conceptsOf(words as readonly Term[]));
  if (!ours?.length || !theirs?.length) return 1;
  return ours.some((concept) => theirs.includes(concept)) ? 1 : OTHER_SUBJECT;
}

/** Who asks about the training loss is half answered by what is true of any loss. */
const KIN_SHARE = 0.5;
const families: readonly (readonly string[])[] = [
  ['accuracy', 'val_accuracy', 'test_accuracy', 'train_accuracy'],
  ['loss', 'val_loss', 'train_loss'],
  ['iteration', 'step', 'update'],
  ['batch', 'batch_size', 'minibatch'],
  ['validation', 'validation_split'],
  ['weight', 'parameter'],
];
const isKin = (one: string, other: string): boolean =>
  families.some((family) => family.includes(one) && family.includes(other));

/** What is in common, by weight, of what both have: the Sørensen–Dice coefficient. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const common = one.filter((word) => other.includes(word));
  const [ours, theirs] = [one, other].map((words) =>
    words.filter((word) => !common.includes(word)),
  );
  const kin = ours?.filter((word) => theirs?.some((their) => isKin(word, their))) ?? [];
  return (2 * (sum(common) + KIN_SHARE * sum(kin))) / (sum(one) + sum(other));
}

const sum = (words: readonly string[]): number =>
  words.reduce((total, word) => total + weight(word), 0);

/** Whatever else is said, the question is about this. */
const telling: ReadonlySet<string> = new Set([
  ...['nan', 'negative', 'ln_two', 'restore_best', 'patience', 'seed'],
  ...['power_of_two', 'evaluate', 'scaling', 'want_stop', 'derivative', 'monitor'],
]);

function weight(word: string): number {
  if (telling.has(word)) return 3;
  if (vague.has(word)) return 0.4;
  return ofTheTrade.has(word) ? 2 : 1;
}
