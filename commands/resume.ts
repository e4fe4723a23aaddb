import { textMessage } from '../src/chat/message.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { isPaused } from '../src/runs/run.js';
import { MAX_RUN_ID } from './find-run.js';
import type { Services } from './services.js';
import { runToHold } from './whose-run.js';

/** Resumes a paused run; by default the asker's only one. */
export const resume = defineCommand(
  {
    name: 'resume',
    everywhere: true,
    options: {
      run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'paused' },
    },
  },
  async ({ run: id }, context, services: Services) => {
    const { t, invocation, answerPrivately } = context;
    const { runs } = services;
    const own = runs.active(invocation.user.id).filter(isPaused);
    const meant = await runToHold(id, own, 'resume', context, services);
    if (!meant) return;
    const run = meant.record.id;
    const goesOn = await runs.resume(run);
    const key = goesOn ? 'resume.goesOn' : 'resume.notPaused';
    await answerPrivately(textMessage(t.text(key, { run })));
  },
);
