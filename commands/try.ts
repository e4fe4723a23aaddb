import { defineCommand } from '../src/dispatch/spec.js';
import { trialMessage } from '../src/tutor/trial/message.js';
import { MAX_RUN_ID } from './find-run.js';
import type { Services } from './services.js';
import { trainedRun } from './trained.js';

/** Enough for a row of a few dozen columns. */
const MAX_VALUES = 2_000;

/** A network's answer about a made-up row, and the outcomes of similar rows. */
export const tryOut = defineCommand(
  {
    name: 'try',
    takesRest: 'values',
    options: {
      values: { type: 'string', maxLength: MAX_VALUES, positional: true },
      run: { type: 'string', maxLength: MAX_RUN_ID, suggests: 'runs' },
    },
  },
  async ({ values = '', run: id }, context, services: Services) => {
    const { run, checkpoint } = await trainedRun(id, context, services);
    const { record } = run;
    const { weights, epoch } = checkpoint;
    const task = { run: record.id, settings: record.settings, weights, asked: values };
    await context.answer(trialMessage(run, epoch, await services.tryRow(task), context.t));
  },
);
