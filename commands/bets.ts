/** Bets on a duel: accepted while betting is open, and shown to their makers at its end. */
import { channelOf } from '../src/chat/port.js';
import { shown } from '../src/content/shown.js';
import type { CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { isOver, type RunState } from '../src/runs/run.js';
import {
  duelOn,
  isBettingOpen,
  isBetweenPeople,
  lastBettingEpoch,
  predictionOn,
  type DuelBoard,
} from '../src/tutor/duel/duel.js';
import { betMessage, resultMessage } from '../src/tutor/predict/message.js';
import { answerCount } from '../src/tutor/predict/prediction.js';
import type { Services } from './services.js';

/** @param guess the answer's number, from 1; omitted to ask how one has bet */
export async function bet(
  boardId: string,
  guess: number | undefined,
  context: CommandContext,
  services: Services,
): Promise<void> {
  const { board, record } = (await services.boards.find(boardId.toLowerCase())) ?? {};
  const isHere = record && channelOf(record.place) === channelOf(context.invocation.place);
  const duel = isHere ? duelOn(board) : undefined;
  if (!duel) throw new UserError('error.duelNoBoard', { board: shown(boardId) });
  const states = await Promise.all(
    duel.lines.map(async ({ runId }) =>
      runId === undefined ? undefined : services.runs.find(runId),
    ),
  );
  return guess === undefined
    ? showResult(duel, states, context, services)
    : takeBet(duel, states, guess, context, services);
}

async function takeBet(
  duel: DuelBoard,
  states: readonly (RunState | undefined)[],
  given: number,
  { invocation: { user }, t, answerPrivately }: CommandContext,
  { predictions }: Services,
): Promise<void> {
  const prediction = predictionOn(duel);
  if (isBetweenPeople(duel) && duel.lines.some(({ ownerId }) => ownerId === user.id)) {
    throw new UserError('error.duelOwnBet');
  }
  // The duel's owner may have deleted their data, and the bets with it.
  const isKept = (await predictions.find(prediction.id)) !== undefined;
  if (!isKept || !isBettingOpen(duel, states)) {
    throw new UserError('error.duelNoBet', { epoch: lastBettingEpoch(duel) });
  }
  const most = answerCount(prediction);
  if (given > most) throw new UserError('error.predictNoAnswer', { given, most });
  await predictions.guess(prediction.id, user.id, given - 1);
  await answerPrivately(betMessage(prediction, given - 1, t));
}

async function showResult(
  duel: DuelBoard,
  states: readonly (RunState | undefined)[],
  { invocation: { user }, t, answerPrivately }: CommandContext,
  { predictions }: Services,
): Promise<void> {
  const isUnderWay = duel.lines.some(({ isRefused }, index) => {
    const state = states[index];
    return state ? !isOver(state) : !isRefused;
  });
  if (isUnderWay) throw new UserError('error.predictNotOver');
  const prediction = predictionOn(duel);
  const guess = (await predictions.find(prediction.id))?.guesses.get(user.id);
  const trained = states.filter((state) => state !== undefined);
  await answerPrivately(resultMessage(prediction, trained, guess, t));
}
