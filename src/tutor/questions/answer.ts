/**
 * Answers a question in the asker's own words: what they ask is worked out, said from the written
 * answers and cards, or, where that would be a guess, given back as a choice.
 */
import { textMessage, type Button, type ChatMessage } from '../../chat/message.js';
import { cardOf } from '../../content/cards.js';
import type { Concept } from '../../content/concepts.js';
import type { Text } from '../../content/text.js';
import { topics, type Topic } from '../../content/topics.js';
import { translator, type Translator } from '../../content/translator.js';
import { cardMessage } from '../card-message.js';
import { lessonFacts, type Facts } from '../facts.js';
import { answerParams } from './answer-params.js';
import { languageOf } from './language-of.js';
import type { Quantities } from './quantities.js';
import { readQuestion } from './question.js';
import { sumAnswer } from './sum-answer.js';
import { understand } from './understand.js';

/** More would not be pressed. */
const MAX_RELATED = 3;

/**
 * @param written as the person wrote it; never shown again
 * @param facts the numbers to use where the question gives none
 * @param t speaks the person's language; a question in the other one is answered in that one
 * @returns at most 1,200 characters, and at most four buttons
 */
export function answerQuestion(written: string, facts: Facts, t: Translator): ChatMessage {
  const speaks = translator(languageOf(written, t.locale));
  const question = readQuestion(written);
  const understood = understand(question, facts);
  switch (understood.kind) {
    case 'sum': {
      const { lines, concepts } = sumAnswer(understood.sum, question.quantities, facts, speaks);
      return withButtons(lines, related(concepts, facts, speaks));
    }
    case 'topic':
      return topicMessage(understood.topic, question.quantities, facts, speaks);
    case 'concept':
      return cardMessage(understood.concept, facts, speaks);
    case 'two': {
      const answers = understood.concepts.flatMap((concept) => shortAnswer(concept, facts, speaks));
      const lines = [speaks.text('ask.both'), ...answers];
      return withButtons(lines, related(understood.concepts, facts, speaks));
    }
    case 'unsure':
      return withButtons([speaks.text('ask.unsure')], related(understood.nearest, facts, speaks));
    case 'nothing':
      return withButtons([speaks.text('ask.welcome')], examples(speaks));
    case 'elsewhere':
      return withButtons([speaks.text('ask.boundary')], examples(speaks));
  }
}

function topicMessage(topic: Topic, given: Quantities, facts: Facts, t: Translator): ChatMessage {
  const concepts: readonly Concept[] = topics[topic];
  // A run that predicts numbers has no accuracy to speak of.
  const aboutClasses = concepts.includes('accuracy') || concepts.includes('baseline');
  const fitting = facts.values.task === 'regression' && aboutClasses ? lessonFacts : facts;
  const answer = t.text(`answer.${topic}`, answerParams(given, fitting, t));
  const buttons = concepts.length > 0 ? related(concepts, fitting, t) : examples(t);
  return withButtons([answer], buttons);
}

function withButtons(lines: readonly Text[], buttons: readonly Button[]): ChatMessage {
  return { ...textMessage(...lines), buttons };
}

function related(concepts: readonly Concept[], { run }: Facts, t: Translator): readonly Button[] {
  return concepts.slice(0, MAX_RELATED).map((concept) => {
    const command = `/explain concept:${concept}`;
    return {
      label: cardOf(concept, t.locale).title,
      command: run ? `${command} run:${run.id}` : command,
    };
  });
}

/** A card's first section, behind its name. */
function shortAnswer(concept: Concept, { values }: Facts, { locale }: Translator): readonly Text[] {
  const { title, sections } = cardOf(concept, locale);
  return sections.Answer.flatMap((passage) => (passage.kind === 'text' ? [passage.text] : [])).map(
    (text): Text => [{ text: `${title}: `, style: 'strong' }, ...(text(values) ?? [])],
  );
}

function examples(t: Translator): readonly Button[] {
  return [
    { label: t.plain('ask.example.epoch'), command: '/explain concept:epoch' },
    { label: t.plain('ask.example.sum'), command: t.plain('ask.command.sum') },
    { label: t.plain('ask.example.nan'), command: t.plain('ask.command.nan') },
    { label: t.plain('ask.example.run'), command: '/fit epochs:20 batch:10', style: 'primary' },
  ];
}
