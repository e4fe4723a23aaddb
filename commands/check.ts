import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { isForRequest } from '../src/runs/requests.js';
import { isOver, type RunState } from '../src/runs/run.js';
import { MAX_RUN_ID, namedOrNewestRun } from './find-run.js';
import { limitsHere } from './server-rules.js';
import { pressOf } from './press-of.js';
import type { Services } from './services.js';

/** Trains a run of the tutor's own engine again on TensorFlow.js; its message compares the two. */
export const check = defineCommand(
  {
    name: 'check',
    takesTime: true,
    options: { run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'runs' } },
  },
  async (args, context, services: Services) => {
    const { run: id } = args;
    const { invocation, t } = context;
    const run = await namedOrNewestRun(id, context, services);
    if (!run) throw new UserError('error.noRuns');
    const { user, requested } = invocation;
    // Repeated request: the newest run is the one already started for it.
    const isBegun = isForRequest(run.record, requested?.id);
    const settings = isBegun ? run.record.settings : checkOf(run);
    await services.refuseWhenFull();
    const view = (await services.preferences.get(user.id)).view ?? 'keras';
    const limits = await limitsHere(invocation, services);
    await services.runs.start(
      {
        ...{ ownerId: user.id, ownerName: user.name, settings, limits },
        ...{ requestId: requested?.id, press: pressOf('check', args, invocation) },
      },
      services.showLive(invocation, t.locale, view),
    );
  },
);

/** Only the finished epochs; fast, as nobody needs to watch each one. */
function checkOf(state: RunState): FitSettings {
  const { id: run } = state.record;
  const { repeats: _, ...settings } = state.record.settings;
  const epochs = state.finished.length;
  if (!isOver(state)) throw new UserError('error.checkNotOver', { run });
  if (epochs === 0) throw new UserError('error.checkNoEpoch', { run });
  if (state.backend !== 'fused') throw new UserError('error.checkIsTensorflow', { run });
  return { ...settings, epochs, pace: 'fast', engine: 'tensorflow', checks: run };
}
