import { textMessage } from '../src/chat/message.js';
import { shown } from '../src/content/shown.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { RunState } from '../src/runs/run.js';
import { MAX_RUN_ID, namedRun } from './find-run.js';
import type { Services } from './services.js';

/** Ends a run early and keeps its result; without a name the asker's only one. */
export const stop = defineCommand(
  {
    name: 'stop',
    // A run may have begun before its channel was closed to the tutor.
    everywhere: true,
    options: {
      run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'going' },
    },
  },
  async ({ run: id }, context, services: Services) => {
    const { invocation, t } = context;
    if (id !== undefined) return stopRun(await namedRun(id, context, services), context, services);
    const going = services.runs.active(invocation.user.id);
    const [only, another] = going;
    if (!only) throw new UserError('error.nothingToStop');
    if (!another) return stopRun(only, context, services);
    await context.answerPrivately({
      ...textMessage(t.text('stop.which')),
      buttons: going.map(({ record }) => ({
        label: t.plain('stop.button', { run: record.id }),
        command: `/stop run:${record.id}`,
        style: 'danger',
      })),
    });
  },
);

async function stopRun(
  { record, place, data, waitsForSpace }: RunState,
  { invocation, t, answerPrivately }: CommandContext,
  { runs }: Services,
): Promise<void> {
  if (record.ownerId !== invocation.user.id && !invocation.moderates) {
    throw new UserError('error.notYourRun', { run: record.id, owner: shown(record.ownerName) });
  }
  const stopping = await runs.stop(record.id);
  const neverBegan = place !== undefined && !data;
  const begun = waitsForSpace ? 'stop.waitsForSpace' : 'stop.stopping';
  const key = neverBegan ? 'stop.unqueued' : begun;
  await answerPrivately(
    textMessage(t.text(stopping ? key : 'stop.overAlready', { run: record.id })),
  );
}
