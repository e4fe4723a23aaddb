import { defineCommand } from '../src/dispatch/spec.js';
import { factsOf, lessonFacts } from '../src/tutor/facts.js';
import { explainLog } from '../src/tutor/logs/explain-log.js';
import { logAskedAbout } from '../src/tutor/logs/log-or-error.js';
import { candidateNames } from '../src/tutor/questions/candidates.js';
import { answerQuestion } from '../src/tutor/questions/answer.js';
import { secondOpinion } from '../src/tutor/questions/second-opinion.js';
import { MAX_RUN_ID, pressedOrNewestRun } from './find-run.js';
import { privateOption } from './private-option.js';
import type { Services } from './services.js';

/** The room's own limit; Discord allows 6,000 characters in an option. */
const MAX_QUESTION = 20_000;

/** A question in a person's own words. Text that is not a command comes here, too. */
export const ask = defineCommand(
  {
    name: 'ask',
    answersText: 'question',
    options: {
      question: { type: 'string', maxLength: MAX_QUESTION, positional: true },
      run: { type: 'string', maxLength: MAX_RUN_ID, suggests: 'runs' },
      as: { type: 'choice', choices: ['simpler', 'example'], byButtons: true },
      private: privateOption,
    },
  },
  async ({ question = '', run: id, as: telling }, context, services: Services) => {
    // A log can arrive here if the platform already passed it as the question option.
    const log = logAskedAbout(question);
    if (log) services.onQuestion?.('log');
    if (log) return context.answer(explainLog(log, context.t));
    const run = await pressedOrNewestRun(id, context, services);
    const facts = (run && factsOf(run)) ?? lessonFacts;
    const { user, place } = context.invocation;
    const asked = {
      written: question,
      facts,
      t: context.t,
      choseLanguage: (await services.preferences.get(user.id)).locale !== undefined,
      said: await services.conversations.last(user.id, place),
      telling,
    };
    const first = answerQuestion(asked);
    const decided = await secondOpinion(question, first, services.secondOpinion);
    const answered = decided ? answerQuestion({ ...asked, decided }) : first;
    services.onQuestion?.(decided ? 'second-opinion' : first.choice.kind);
    services.log.debug(
      {
        choice: first.choice.kind,
        candidates: candidateNames(first.candidates),
        ...(decided && { decided: candidateNames([decided]) }),
      },
      'asked',
    );
    await services.conversations.remember(user.id, place, answered.said);
    await context.answer(answered.message);
  },
);
