import { textMessage } from '../src/chat/message.js';
import { channelOf } from '../src/chat/port.js';
import { shown } from '../src/content/shown.js';
import type { Text } from '../src/content/text.js';
import type { Translator } from '../src/content/translator.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { RunState } from '../src/runs/run.js';
import { MAX_RUN_ID, namedRun } from './find-run.js';
import type { Services } from './services.js';
import { refuseOthers } from './whose-run.js';

/** Ends a run early and keeps its result; by default the asker's only one. */
export const stop = defineCommand(
  {
    name: 'stop',
    // A run may have started before its channel was closed to the tutor.
    everywhere: true,
    options: {
      run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'going' },
      board: { type: 'string', maxLength: MAX_RUN_ID, byButtons: true },
    },
  },
  async ({ run: id, board }, context, services: Services) => {
    if (board !== undefined) return stopBoard(board, context, services);
    if (id !== undefined) return stopRun(await namedRun(id, context, services), context, services);
    const { only, going } = ownGoing(context, services);
    if (only) return stopRun(only, context, services);
    await offerStop(context.t.text('stop.which'), going, context);
  },
  async (_args, context, services) => {
    const { only, going } = ownGoing(context, services);
    const which = only ? question(only, context.t) : context.t.text('stop.which');
    await offerStop(which, going, context);
  },
);

/** @throws UserError when there is none */
function ownGoing(
  { invocation }: CommandContext,
  { runs }: Services,
): { readonly only: RunState | undefined; readonly going: readonly RunState[] } {
  const going = runs.active(invocation.user.id);
  const [first, another] = going;
  if (!first) throw new UserError('error.nothingToStop');
  return { only: another ? undefined : first, going };
}

function question({ record, finished }: RunState, t: Translator): Text {
  const { epochs } = record.settings;
  return t.text('request.stop', { run: record.id, done: finished.length, epochs });
}

async function offerStop(
  words: Text,
  going: readonly RunState[],
  { t, answerPrivately }: CommandContext,
): Promise<void> {
  await answerPrivately({
    ...textMessage(words),
    buttons: going.map(({ record }) => ({
      label: t.plain('stop.button', { run: record.id }),
      command: `/stop run:${record.id}`,
      style: 'danger',
    })),
  });
}

async function stopRun(run: RunState, context: CommandContext, { runs }: Services): Promise<void> {
  refuseOthers(run, context, 'error.notYourRun');
  const { record, place, data } = run;
  const { t, answerPrivately } = context;
  const stopping = await runs.stop(record.id);
  const neverBegan = place !== undefined && !data;
  const key = neverBegan ? 'stop.unqueued' : stoppingKey(run);
  await answerPrivately(
    textMessage(t.text(stopping ? key : 'stop.overAlready', { run: record.id })),
  );
}

function stoppingKey({ waitsForSpace, waitsForWorkers, finished }: RunState) {
  if (waitsForSpace) return 'stop.waitsForSpace';
  if (!waitsForWorkers) return 'stop.stopping';
  // Without a result there is nothing to test.
  return finished.length > 0 ? 'stop.waitsForWorkers' : 'stop.nothingYet';
}

/** Stops all runs of a board, for its owner and for moderators there. */
async function stopBoard(
  id: string,
  { invocation, t, answerPrivately }: CommandContext,
  { boards }: Services,
): Promise<void> {
  const { board, record } = (await boards.find(id.toLowerCase())) ?? {};
  const isHere = record && channelOf(record.place) === channelOf(invocation.place);
  if (!board || !isHere) throw new UserError('error.noSuchBoard', { board: shown(id) });
  if (board.ownerId !== invocation.user.id && !invocation.moderates) {
    throw new UserError('error.notYourBoard');
  }
  const isStopping = await boards.stop(board.id);
  await answerPrivately(textMessage(t.text(isStopping ? 'stop.board' : 'stop.boardOver')));
}
