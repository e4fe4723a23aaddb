import { cardOf } from '../src/content/cards.js';
import { concepts } from '../src/content/concepts.js';
import { locales } from '../src/content/locale.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { cardMessage } from '../src/tutor/card-message.js';
import { factsOf, lessonFacts } from '../src/tutor/facts.js';
import { conceptLabel } from './choice-labels.js';
import { MAX_RUN_ID, pressedOrNewestRun } from './find-run.js';
import { privateOption } from './private-option.js';
import type { Services } from './services.js';

/** All names of a concept, normalized like a choice's aliases: lower case, without spaces. */
const conceptWords = Object.fromEntries(
  concepts.flatMap((concept) =>
    locales
      .flatMap((locale) => cardOf(concept, locale).words)
      .map((word) => [word.toLowerCase().replace(/[\s_-]+/g, ''), concept] as const),
  ),
);

/** Explains a training term with the numbers of a run or of the lesson. */
export const explain = defineCommand(
  {
    name: 'explain',
    options: {
      concept: {
        type: 'choice',
        choices: concepts,
        required: true,
        positional: true,
        labels: conceptLabel,
        valueAliases: conceptWords,
      },
      run: { type: 'string', maxLength: MAX_RUN_ID, suggests: 'runs' },
      private: privateOption,
    },
  },
  async ({ concept, run: id }, context, services: Services) => {
    const run = await pressedOrNewestRun(id, context, services);
    const facts = (run && factsOf(run)) ?? lessonFacts;
    await context.answer(cardMessage(concept, facts, context.t));
  },
);
