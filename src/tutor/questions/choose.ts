/** What to do with the candidates: the only thresholds there are. Tests pin each from both sides. */
import { findAnswer } from '../../content/answers.js';
import type { Candidate, ToldCandidate } from './candidates.js';
import { isFollowUp } from './conversation.js';

export type Choice =
  /** Sure enough to be said as it is, beside what else it could be. */
  | { readonly kind: 'sure'; readonly candidate: Candidate; readonly others: readonly Candidate[] }
  /** Said as a guess, beside the other questions it could be. */
  | {
      readonly kind: 'likely';
      readonly candidate: Candidate;
      readonly others: readonly Candidate[];
    }
  | { readonly kind: 'unsure'; readonly nearest: readonly Candidate[] };

/** From here on it is said without a doubt; how often that is wrong, `npm test` measures on questions held out. */
const SURE = 0.8;
/** “If you mean hello” would be odd: small talk and “an example?” are sure from here on. */
const BY_THE_WAY = 0.3;
/** From here on the likeliest is worth telling, though as a guess. */
const LIKELY = 0.2;
/** From here on what is not the likeliest is worth a button under an answer that is sure. */
const POSSIBLE = 0.01;
/** Beside a sum that was asked for, words have to be likelier than that. */
const BESIDE_A_SUM = 0.4;
const MOST_OFFERED = 3;
/** Beside an answer that is sure there are buttons about it, too. */
export const MOST_BESIDE = 2;

/** @param candidates the likeliest first */
export function choose(candidates: readonly Candidate[]): Choice {
  // A sum is either wanted or not: one that may be wanted stands in no other answer's way.
  const best = candidates.find(({ kind, score }) => kind === 'told' || score >= SURE);
  const others = candidates
    .filter((other) => canBeOffered(other) && other !== best && !(best && isSame(best, other)))
    .slice(0, MOST_OFFERED);
  if (best && best.score >= (isByTheWay(best) ? BY_THE_WAY : SURE)) {
    // Right only if its numbers were read right, which it cannot tell.
    if (best.kind === 'sum' && best.bid.doubts())
      return { kind: 'likely', candidate: best, others };
    const isAsked = best.kind === 'sum' && best.bid.intent === 'asked';
    const possible = others.filter(({ score }) => score >= (isAsked ? BESIDE_A_SUM : POSSIBLE));
    return { kind: 'sure', candidate: best, others: possible.slice(0, MOST_BESIDE) };
  }
  if (best && canBeOffered(best) && best.score >= LIKELY) {
    return { kind: 'likely', candidate: best, others };
  }
  return { kind: 'unsure', nearest: candidates.filter(canBeOffered).slice(0, MOST_OFFERED) };
}

/** A follow-up or small talk is no question of its own, and a sum has no words to be asked in. */
export function canBeOffered(candidate: Candidate): candidate is ToldCandidate {
  return candidate.kind !== 'sum' && !isByTheWay(candidate);
}

function isByTheWay(candidate: Candidate): boolean {
  if (candidate.kind === 'sum') return false;
  const { told } = candidate;
  if (told.telling !== 'whole') return true;
  if (told.kind === 'card') return false;
  return isFollowUp(told.id) || findAnswer(told.id)?.isSmallTalk === true;
}

/** An error may be known by its words and by what is asked about it. */
function isSame(one: Candidate, other: Candidate): boolean {
  if (one.kind === 'sum' || other.kind === 'sum') return false;
  const nameOf = ({ told }: ToldCandidate): string =>
    told.kind === 'card' ? told.concept : told.id;
  return nameOf(one) === nameOf(other);
}
