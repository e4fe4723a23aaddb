/** Which run to stop, pause or resume, and whether the asker may. */
import { textMessage } from '../src/chat/message.js';
import { shown } from '../src/content/shown.js';
import type { CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { RunState } from '../src/runs/run.js';
import { namedRun } from './find-run.js';
import type { Services } from './services.js';

/**
 * Allowed for its owner and for moderators at the place.
 * @throws UserError naming the owner
 */
export function refuseOthers(
  { record }: RunState,
  { invocation }: CommandContext,
  key: 'error.notYourRun' | 'error.notYourRunToPause',
): void {
  if (record.ownerId === invocation.user.id || invocation.moderates) return;
  throw new UserError(key, { run: record.id, owner: shown(record.ownerName) });
}

const nothing = { pause: 'error.nothingToPause', resume: 'error.nothingToResume' } as const;

/**
 * The run named, or the asker's only candidate.
 * @param own the asker's candidates
 * @returns undefined if the asker was asked which of several
 * @throws UserError when there is none, or it is another person's
 */
export async function runToHold(
  id: string | undefined,
  own: readonly RunState[],
  command: 'pause' | 'resume',
  context: CommandContext,
  services: Services,
): Promise<RunState | undefined> {
  const { t, answerPrivately } = context;
  const [only, another] = own;
  if (id === undefined && another) {
    await answerPrivately({
      ...textMessage(t.text(`${command}.which`)),
      buttons: own.map(({ record }) => ({
        label: t.plain(`${command}.button`, { run: record.id }),
        command: `/${command} run:${record.id}`,
      })),
    });
    return undefined;
  }
  const run = id === undefined ? only : await namedRun(id, context, services);
  if (!run) throw new UserError(nothing[command]);
  refuseOthers(run, context, 'error.notYourRunToPause');
  return run;
}
