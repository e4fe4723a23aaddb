import { defineCommand } from '../src/dispatch/spec.js';
import { concepts, explain as explainConcept } from '../src/tutor/explain.js';
import { lessonNumbers, numbersOf } from '../src/tutor/lesson-numbers.js';
import { conceptLabels } from './choice-labels.js';
import { MAX_RUN_ID, namedOrNewestRun } from './find-run.js';
import type { Services } from './services.js';

/** A word of training, in the numbers of a run or of the lesson. */
export const explain = defineCommand(
  {
    name: 'explain',
    options: {
      concept: {
        type: 'choice',
        choices: concepts,
        required: true,
        positional: true,
        labels: conceptLabels,
        valueAliases: {
          epochs: 'epoch',
          에포크: 'epoch',
          에폭: 'epoch',
          에폭스: 'epoch',
          iterations: 'iteration',
          step: 'iteration',
          steps: 'iteration',
          이터레이션: 'iteration',
          이터: 'iteration',
          스텝: 'iteration',
          반복: 'iteration',
          batch: 'batch_size',
          batchsize: 'batch_size',
          배치: 'batch_size',
          배치크기: 'batch_size',
          배치사이즈: 'batch_size',
        },
      },
      run: { type: 'string', maxLength: MAX_RUN_ID, suggests: 'runs' },
    },
  },
  async ({ concept, run: id }, context, services: Services) => {
    const run = await namedOrNewestRun(id, context, services);
    const numbers = (run && numbersOf(run)) ?? lessonNumbers;
    await context.answer(explainConcept(concept, numbers, context.t));
  },
);
