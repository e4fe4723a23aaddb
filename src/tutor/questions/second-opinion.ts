/**
 * Where the tutor is not sure which of its answers is meant, somebody else may say. They name one of
 * the answers or none, and never write a word that a learner reads.
 */
import { questionOf, type Answered } from './answer.js';
import type { Candidate } from './candidates.js';
import { canBeOffered } from './choose.js';

export interface SecondOpinion {
  /**
   * Which of the offered questions means the same. Never rejects.
   * @param question as the person wrote it
   * @param signal ends it: then it is none
   * @returns an index into `offered`, or undefined for none of them
   */
  choose(
    question: string,
    offered: readonly string[],
    signal: AbortSignal,
  ): Promise<number | undefined>;
}

/** The right one is mostly among so many, and a small model still reads them all. */
const MOST_OFFERED = 10;
/** Whoever asked waits in silence meanwhile. */
const WITHIN_MS = 4_000;

/**
 * @param first what the tutor would answer by itself
 * @returns what to answer instead; undefined leaves it at the first
 */
export async function secondOpinion(
  written: string,
  { choice, candidates, locale }: Answered,
  opinion: SecondOpinion | undefined,
  withinMs = WITHIN_MS,
): Promise<Candidate | undefined> {
  if (!opinion || choice.kind === 'sure') return undefined;
  // What a sum is unsure of are its numbers, not what is asked.
  if (choice.kind === 'likely' && choice.candidate.kind === 'sum') return undefined;
  const offered = candidates.filter(canBeOffered).slice(0, MOST_OFFERED);
  if (offered.length === 0) return undefined;
  const questions = offered.map(({ told }) => questionOf(told, { locale }));
  const picked = await opinion.choose(written, questions, AbortSignal.timeout(withinMs));
  return picked === undefined ? undefined : offered[picked];
}
