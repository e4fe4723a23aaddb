/** The run that a command is about: the one named, or the asker's newest. */
import { shown } from '../src/content/shown.js';
import type { CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { RunState } from '../src/runs/run.js';
import type { Services } from './services.js';

/** Longer than any run id. */
export const MAX_RUN_ID = 20;

/**
 * Other people's runs are found only where they were posted: knowing an id gives no access.
 * @throws UserError when there is no such run, or the asker may not see it here
 */
export async function namedRun(
  id: string,
  context: CommandContext,
  services: Services,
): Promise<RunState> {
  const run = await visibleRun(id, context, services);
  if (!run) throw new UserError('error.noSuchRun', { run: shown(id) });
  return run;
}

async function visibleRun(
  id: string,
  { invocation: { user, place } }: CommandContext,
  { runs, wasPosted }: Services,
): Promise<RunState | undefined> {
  const run = await runs.find(id.toLowerCase());
  if (!run || run.record.ownerId === user.id) return run;
  return (await wasPosted(run.record.id, place)) ? run : undefined;
}

/**
 * For explanations: a button under an old answer outlives the run that it names, and everybody may
 * press it. Without that run, the asker's own numbers, or the lesson's, are used.
 */
export async function pressedOrNewestRun(
  id: string | undefined,
  context: CommandContext,
  services: Services,
): Promise<RunState | undefined> {
  const pressed = context.invocation.pressed && id !== undefined;
  const found = pressed ? await visibleRun(id, context, services) : undefined;
  return found ?? namedOrNewestRun(pressed ? undefined : id, context, services);
}

export async function namedOrNewestRun(
  id: string | undefined,
  context: CommandContext,
  services: Services,
): Promise<RunState | undefined> {
  if (id !== undefined) return namedRun(id, context, services);
  const [newest] = await services.runs.recent(context.invocation.user.id, 1);
  return newest;
}
