/**
 * Answers two questions to nobody. What the first question of a process costs more than the others
 * (reading what the chooser learned, compiling patterns and messages) is paid before somebody waits.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { cardOf } from '../../content/cards.js';
import type { Translator } from '../../content/translator.js';
import { lessonFacts } from '../facts.js';
import { answerQuestion } from './answer.js';

/**
 * Between the questions whatever else waits has its turn.
 * @param t in the language that most will ask in; what another one needs besides is little
 * @throws Error when what the build prepared is missing or cannot be said
 */
export async function rehearse(t: Translator): Promise<void> {
  const inWords = cardOf('epoch', t.locale).question;
  const inNumbers = t.plain('ask.command.sum').replace('/ask ', '');
  for (const written of [inWords, inNumbers]) {
    await turn();
    answerQuestion({ written, facts: lessonFacts, t, choseLanguage: true });
  }
}
