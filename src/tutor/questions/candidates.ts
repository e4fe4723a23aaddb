/** Everything that could answer a question, each with a bid of how surely it does: 0 not at all, 1 without a doubt. */
import { answerShownAs, findAnswer } from '../../content/answers.js';
import { cardOf } from '../../content/cards.js';
import type { Concept } from '../../content/concepts.js';
import type { MessageParams } from '../../content/translator.js';
import type { Facts } from '../facts.js';
import { likelyTargets, SUM } from './chooser/chooser.js';
import type { Likely } from './chooser/model.js';
import { followedUp, isConcept, isFollowUp, type Said, type Told } from './conversation.js';
import { knownError } from './known-errors.js';
import { isAsking, normalText, sentencesOf } from './normal-text.js';
import { readQuestion, type Question } from './question.js';
import { sumBids, type SumBid } from './sums/sum-bids.js';

export type Candidate = { readonly score: number } & (
  | { readonly kind: 'told'; readonly told: Told; readonly values?: MessageParams }
  | { readonly kind: 'sum'; readonly bid: SumBid }
);
export type ToldCandidate = Extract<Candidate, { readonly kind: 'told' }>;

/** A question on a button has one answer; nothing outbids it. */
const PRESSED = 3;
/** A message of a machine is known by its fixed words; nothing else it says is a question. */
const KNOWN_ERROR = { stopped: 2, beside: 0.99 };
/** Who gives numbers and asks what they make wants that, before any words about it; who only shows them less. */
const SUMS_FIRST = { asked: 0.2, seen: 0.13 };
/** A question that does not sound like a sum is less likely to want one, by so much an e-fold below this. */
const SOUNDS_LIKE_A_SUM = { from: 0.05, least: 0.0005, doubt: 0.04 };
/** What fits a sentence of a post fits the post a little less, and less where that sentence asks nothing. */
const OF_A_SENTENCE = { asking: 0.9, telling: 0.6 };
/** What fits a line together with what was asked before it fits the line a little less. */
const IN_CONTEXT = 0.9;
/** Who goes on seldom wants to hear the same again. */
const SAME_AGAIN = 0.25;
/** Who goes on mostly stays with the concepts that were spoken of: so many times as likely. */
const SAME_CONCEPT = 3.5;
/** A line that means something this surely by itself needs no context. */
const CLEAR = 0.85;
/** “Why?” goes on from what was said by itself, so it need not be as sure. */
const GOES_ON = 0.4;
/** Thanks are thanks, whatever was spoken of. */
const TALK = 0.25;

/**
 * @param said what was last said to the asker here
 * @returns the likeliest first, each target once
 */
export function candidatesFor(
  question: Question,
  facts: Facts,
  said: Said | undefined,
): readonly Candidate[] {
  const error = knownError(question.whole);
  const pressed = answerShownAs(question.text, normalText);
  const among = likelyAfter(question, said);
  const sum = among.find(({ target }) => target === SUM)?.probability ?? 0;
  const previous = said?.kind === 'sum' ? { kind: said.sum, amounts: said.amounts } : undefined;
  const found: readonly Candidate[] = [
    ...(pressed === undefined
      ? []
      : [{ kind: 'told', told: toldBy(pressed, said), score: PRESSED } as const]),
    ...(error
      ? [
          {
            kind: 'told',
            told: error.told,
            values: error.values,
            score: error.stopped ? KNOWN_ERROR.stopped : KNOWN_ERROR.beside,
          } as const,
        ]
      : []),
    ...sumBids(question.text, facts, previous).map((bid): Candidate => ({
      kind: 'sum',
      bid,
      score: bid.score + SUMS_FIRST[bid.intent] - (previous || bid.isWeighed ? 0 : doubtOf(sum)),
    })),
    ...among
      .filter(({ target }) => target !== SUM)
      .map(({ target, probability }): Candidate => ({
        kind: 'told',
        told: toldBy(target, said),
        score: probability,
      })),
  ];
  return found.toSorted((a, b) => b.score - a.score);
}

function doubtOf(sum: number): number {
  const { from, least, doubt } = SOUNDS_LIKE_A_SUM;
  return sum >= from ? 0 : doubt * Math.log(from / Math.max(sum, least));
}

/** “So smaller is better?” says little by itself, and more behind what it goes on from. */
function likelyAfter(question: Question, said: Said | undefined): readonly Likely[] {
  const alone = likely(question);
  const before = said && saidBefore(said, question.text);
  const [likeliest] = alone.toSorted((a, b) => b.probability - a.probability);
  const isClear = likeliest && likeliest.probability >= clearFrom(likeliest.target);
  if (before === undefined || isClear) return alone;
  const together = likely(readQuestion(`${before.question} ${question.text}`));
  const either = mostOf([
    { among: alone, share: 1 },
    {
      among: together.map(({ target, probability }) => ({
        target,
        probability: target === before.target ? probability * SAME_AGAIN : probability,
      })),
      share: IN_CONTEXT,
    },
  ]);
  return staying(either, before.concepts);
}

function clearFrom(target: string): number {
  if (isFollowUp(target)) return GOES_ON;
  return isTalk(target) ? TALK : CLEAR;
}

/** What touches one of the concepts becomes likelier, all else less likely; together they are 1 at most. */
function staying(among: readonly Likely[], concepts: readonly Concept[]): readonly Likely[] {
  const weighed = among.map(({ target, probability }) => {
    const stays = conceptsOf(target).some((concept) => concepts.includes(concept));
    return { target, probability: probability * (stays ? SAME_CONCEPT : 1) };
  });
  const scale = Math.min(1, sumOf(among)) / sumOf(weighed);
  return weighed.map(({ target, probability }) => ({ target, probability: probability * scale }));
}

function sumOf(among: readonly Likely[]): number {
  return among.reduce((sum, { probability }) => sum + probability, 0);
}

function conceptsOf(target: string): readonly Concept[] {
  return isConcept(target) ? [target] : (findAnswer(target)?.concepts ?? []);
}

interface Before {
  readonly target: string;
  readonly question: string;
  readonly concepts: readonly Concept[];
}

/** What was answered last, and how the same is asked in the language of the line. */
function saidBefore(said: Said, text: string): Before | undefined {
  const locale = /\p{sc=Hangul}/u.test(text) ? 'ko' : 'en';
  if (said.kind === 'sum') return undefined;
  const target = said.kind === 'card' ? said.concept : said.id;
  const question =
    said.kind === 'card'
      ? cardOf(said.concept, locale).question
      : findAnswer(said.id)?.question[locale];
  return { target, question: normalText(question ?? ''), concepts: conceptsOf(target) };
}

/** Over the whole post and its sentences. A greeting or thanks beside something else is not the point of it. */
function likely({ text, features }: Question): readonly Likely[] {
  const sentences = sentencesOf(text).map((sentence) => ({
    among: likelyTargets(readQuestion(sentence).features).filter(
      // Hardly likely ones decide nothing, whatever they are.
      ({ target, probability }) => probability <= 0.01 || !isTalk(target),
    ),
    share: OF_A_SENTENCE[isAsking(sentence) ? 'asking' : 'telling'],
  }));
  return mostOf([{ among: likelyTargets(features), share: 1 }, ...sentences]);
}

function isTalk(target: string): boolean {
  return isFollowUp(target) || findAnswer(target)?.isSmallTalk === true;
}

/** Each target with its best, of which only a share counts. */
function mostOf(
  all: readonly { readonly among: readonly Likely[]; readonly share: number }[],
): readonly Likely[] {
  const best = new Map<string, number>();
  for (const { among, share } of all) {
    for (const { target, probability } of among) {
      best.set(target, Math.max(best.get(target) ?? 0, probability * share));
    }
  }
  return [...best].map(([target, probability]) => ({ target, probability }));
}

function toldBy(target: string, said: Said | undefined): Told {
  if (isConcept(target)) return { kind: 'card', concept: target, telling: 'whole' };
  const follows = isFollowUp(target) ? followedUp(target, said) : undefined;
  return follows ?? { kind: 'answer', id: target, telling: 'whole' };
}

/** For a log: what the likeliest are called, and their scores. */
export function candidateNames(
  candidates: readonly Candidate[],
  most = 5,
): readonly (readonly [name: string, score: number])[] {
  return candidates
    .slice(0, most)
    .map((candidate) => [nameOf(candidate), Number(candidate.score.toFixed(3))] as const);
}

function nameOf(candidate: Candidate): string {
  if (candidate.kind === 'sum') return `sum ${candidate.bid.kind}`;
  const { told } = candidate;
  const name = told.kind === 'card' ? told.concept : told.id;
  return told.telling === 'whole' ? name : `${name} ${told.telling}`;
}
