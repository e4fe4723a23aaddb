import { defineCommand } from '../src/dispatch/spec.js';
import { factsOf, lessonFacts } from '../src/tutor/facts.js';
import { explainLog } from '../src/tutor/logs/explain-log.js';
import { readLog } from '../src/tutor/logs/read-log.js';
import { answerQuestion } from '../src/tutor/questions/answer.js';
import { MAX_RUN_ID, namedOrNewestRun } from './find-run.js';
import type { Services } from './services.js';

/** As much as Discord lets one type into an option. */
const MAX_QUESTION = 6000;

/** A question in a person's own words. Whatever is typed that is no command comes here, too. */
export const ask = defineCommand(
  {
    name: 'ask',
    answersText: 'question',
    options: {
      question: { type: 'string', maxLength: MAX_QUESTION, positional: true },
      run: { type: 'string', maxLength: MAX_RUN_ID, suggests: 'runs' },
    },
  },
  async ({ question = '', run: id }, context, services: Services) => {
    // Where a platform has typed it as a question already, a log comes here.
    const log = readLog(question);
    if (log) return context.answer(explainLog(log, context.t));
    const run = await namedOrNewestRun(id, context, services);
    const facts = (run && factsOf(run)) ?? lessonFacts;
    await context.answer(answerQuestion(question, facts, context.t));
  },
);
