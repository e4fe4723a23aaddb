/** A question with its answer, as a test looks at it. */
import type { ChatMessage } from '../../src/chat/message.js';
import type { Concept } from '../../src/content/concepts.js';
import type { Locale } from '../../src/content/locale.js';
import { topics } from '../../src/content/topics.js';
import { translator } from '../../src/content/translator.js';
import { lessonFacts, type Facts } from '../../src/tutor/facts.js';
import { answerQuestion } from '../../src/tutor/questions/answer.js';
import { readQuestion } from '../../src/tutor/questions/question.js';
import { sumAnswer } from '../../src/tutor/questions/sum-answer.js';
import { understand, type Understanding } from '../../src/tutor/questions/understand.js';
import { messageText } from './message-text.js';

export interface Asked {
  readonly kind: Understanding['kind'];
  /** The written answer that was chosen, if one was. */
  readonly topic?: string;
  readonly concepts: readonly Concept[];
  readonly words: string;
  readonly message: ChatMessage;
}

export function asked(written: string, facts: Facts = lessonFacts, locale: Locale = 'en'): Asked {
  const question = readQuestion(written);
  const understood = understand(question, facts);
  const message = answerQuestion(written, facts, translator(locale));
  const concepts = (): readonly Concept[] => {
    switch (understood.kind) {
      case 'sum':
        return sumAnswer(understood.sum, question.quantities, facts, translator(locale)).concepts;
      case 'topic':
        return topics[understood.topic];
      case 'concept':
        return [understood.concept];
      case 'two':
        return understood.concepts;
      case 'unsure':
      case 'nothing':
      case 'elsewhere':
        return [];
    }
  };
  return {
    kind: understood.kind,
    ...(understood.kind === 'topic' && { topic: understood.topic }),
    concepts: concepts(),
    words: messageText(message),
    message,
  };
}
