import { textMessage } from '../src/chat/message.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { isPaused } from '../src/runs/run.js';
import { MAX_RUN_ID } from './find-run.js';
import type { Services } from './services.js';
import { runToHold } from './whose-run.js';

/** Pauses a run after the current epoch; by default the asker's only one. */
export const pause = defineCommand(
  {
    name: 'pause',
    // A run may have started before its channel was closed to the tutor.
    everywhere: true,
    options: {
      run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'going' },
    },
  },
  async ({ run: id }, context, services: Services) => {
    const { t, invocation, answerPrivately } = context;
    const { runs } = services;
    const own = runs.active(invocation.user.id).filter((run) => !isPaused(run));
    const meant = await runToHold(id, own, 'pause', context, services);
    if (!meant) return;
    const run = meant.record.id;
    const isHeld = await runs.pause(run);
    const epoch = (await runs.find(run))?.current?.epoch ?? 0;
    const key = epoch > 0 ? 'pause.pausing' : 'pause.paused';
    await answerPrivately(textMessage(t.text(isHeld ? key : 'pause.overAlready', { run, epoch })));
  },
);
