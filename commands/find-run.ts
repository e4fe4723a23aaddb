/** The run that a command is about: the one that was named, or the asker's newest. */
import { shown } from '../src/content/shown.js';
import type { CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { RunState } from '../src/runs/run.js';
import type { Services } from './services.js';

/** Longer than any run id: what is longer cannot be one. */
export const MAX_RUN_ID = 20;

/** @throws UserError when there is no such run */
export async function namedRun(id: string, { runs }: Services): Promise<RunState> {
  const run = await runs.find(id.toLowerCase());
  if (!run) throw new UserError('error.noSuchRun', { run: shown(id) });
  return run;
}

export async function namedOrNewestRun(
  id: string | undefined,
  { invocation }: CommandContext,
  services: Services,
): Promise<RunState | undefined> {
  if (id !== undefined) return namedRun(id, services);
  const [newest] = await services.runs.recent(invocation.user.id, 1);
  return newest;
}
