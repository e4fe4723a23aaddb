/**
 * What was last said to a person in a place, and what “why?”, “simpler”, “and the other way round?”
 * mean right after it.
 */
import { allAnswers, findAnswer } from '../../content/answers.js';
import { concepts, type Concept } from '../../content/concepts.js';
import type { Amounts } from './sums/amounts.js';

/** What an answer was: all that a follow-up needs, and nothing of what was typed. */
export type Said =
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'card'; readonly concept: Concept }
  | { readonly kind: 'sum'; readonly sum: string; readonly amounts: Amounts };

/** How an answer or a card is told: as it stands, in plainer words, or by an example. */
export type Telling = 'whole' | 'simpler' | 'example';

export type Told = Exclude<Said, { readonly kind: 'sum' }> & { readonly telling: Telling };

/** Answers that only make sense after another one; their files say what is said without one. */
const followUps = ['follow-why', 'follow-simpler', 'follow-example', 'follow-opposite'] as const;
type FollowUp = (typeof followUps)[number];

export function isFollowUp(id: string): id is FollowUp {
  return (followUps as readonly string[]).includes(id);
}

/** Undefined where it means nothing after what was said. */
export function followedUp(followUp: FollowUp, said: Said | undefined): Told | undefined {
  if (!said) return undefined;
  switch (followUp) {
    case 'follow-simpler':
      return said.kind === 'sum' ? undefined : { ...said, telling: 'simpler' };
    case 'follow-example': {
      const concept = chiefConcept(said);
      return concept && { kind: 'card', concept, telling: 'example' };
    }
    case 'follow-why': {
      const next = answerAfter('why', said);
      if (next !== undefined) return { kind: 'answer', id: next, telling: 'whole' };
      const concept = said.kind === 'answer' ? chiefConcept(said) : undefined;
      return concept && { kind: 'card', concept, telling: 'whole' };
    }
    case 'follow-opposite': {
      const next = answerAfter('opposite', said);
      return next === undefined ? undefined : { kind: 'answer', id: next, telling: 'whole' };
    }
  }
}

/** The answer that names what was said, or else the concept that it was about. */
function answerAfter(how: 'why' | 'opposite', said: Said): string | undefined {
  const names = said.kind === 'answer' ? [said.id] : [];
  const concept = chiefConcept(said);
  const follows = (name: string): string | undefined =>
    allAnswers().find(({ after }) => after[how].includes(name))?.id;
  return [...names, ...(concept ? [concept] : [])].map(follows).find((id) => id !== undefined);
}

function chiefConcept(said: Said): Concept | undefined {
  if (said.kind === 'card') return said.concept;
  return said.kind === 'answer' ? findAnswer(said.id)?.concepts[0] : undefined;
}

export function isConcept(name: string): name is Concept {
  return (concepts as readonly string[]).includes(name);
}
