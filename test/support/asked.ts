/** A question and its answer, as tests see them. */
import type { ChatMessage } from '../../src/chat/message.js';
import type { Locale } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { lessonFacts, type Facts } from '../../src/tutor/facts.js';
import { answerQuestion, type Answered } from '../../src/tutor/questions/answer.js';
import type { Candidate } from '../../src/tutor/questions/candidates.js';
import type { Said } from '../../src/tutor/questions/conversation.js';
import { messageText } from './message-text.js';

export interface Asked {
  readonly choice: Answered['choice']['kind'];
  /** The chosen or nearest target: an answer's name, a card's concept, `sum`; undefined for nothing. */
  readonly target: string | undefined;
  /** The targets offered as buttons, by the same names. */
  readonly offered: readonly string[];
  readonly words: string;
  readonly message: ChatMessage;
  readonly said: Said | undefined;
}

export interface AskedWith {
  readonly facts?: Facts;
  readonly locale?: Locale;
  readonly choseLanguage?: boolean;
  readonly said?: Said | undefined;
}

export function asked(
  written: string,
  { facts = lessonFacts, locale = 'en', choseLanguage = false, said }: AskedWith = {},
): Asked {
  const answered = answerQuestion({ written, facts, t: translator(locale), choseLanguage, said });
  const { choice, message } = answered;
  const best = choice.kind === 'unsure' ? undefined : choice.candidate;
  const rest = choice.kind === 'unsure' ? choice.nearest : choice.others;
  return {
    choice: choice.kind,
    target: best && targetOf(best),
    offered: rest.map(targetOf),
    words: messageText(message),
    message,
    said: answered.said,
  };
}

/** The last answer one person gets after saying these lines in turn. */
export function talked(lines: readonly string[], how: AskedWith = {}): Asked {
  let said = how.said;
  let answer: Asked | undefined;
  for (const line of lines) {
    answer = asked(line, { ...how, said });
    said = answer.said ?? said;
  }
  if (!answer) throw new RangeError('nothing was said');
  return answer;
}

function targetOf(candidate: Candidate): string {
  if (candidate.kind === 'sum') return 'sum';
  return candidate.told.kind === 'card' ? candidate.told.concept : candidate.told.id;
}
