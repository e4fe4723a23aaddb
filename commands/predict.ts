import { randomInt } from 'node:crypto';
import { steadyNowMs } from '../src/clock.js';
import { channelOf } from '../src/chat/port.js';
import { builtinNames } from '../src/datasets/builtin.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { shown } from '../src/content/shown.js';
import { UserError } from '../src/errors.js';
import { newId } from '../src/runs/ids.js';
import { refuseLargeRun, refuseLargeTable } from '../src/runs/limits.js';
import { isForRequest } from '../src/runs/requests.js';
import { isOver } from '../src/runs/run.js';
import type { StoredPrediction } from '../src/storage/ports/predictions.js';
import { lessonFacts } from '../src/tutor/facts.js';
import { guessMessage, predictionMessage, resultMessage } from '../src/tutor/predict/message.js';
import {
  answerCount,
  MOST_SETTINGS,
  predictable,
  predictionOf,
  type Predictable,
} from '../src/tutor/predict/prediction.js';
import { bet } from './bets.js';
import { MAX_RUN_ID } from './find-run.js';
import { fitDefaults, fitSettings } from './fit-settings.js';
import { likeOf, tableOf } from './like.js';
import { limitsHere } from './server-rules.js';
import type { Services } from './services.js';
import { trainingOptions } from './training-options.js';

const { epochs, batch, data, seed, like } = trainingOptions;

/** One for each setting, up to the maximum, and “about equal”. */
const MOST_ANSWERS = MOST_SETTINGS + 1;

/**
 * Asks people to predict a training's result, then trains and grades their guesses against the measurements.
 * `game` with `guess` or `action` come from a game's buttons, `board` with those from a duel's.
 */
export const predict = defineCommand(
  {
    name: 'predict',
    options: {
      about: { type: 'choice', choices: predictable, positional: true },
      epochs,
      batch,
      data,
      seed,
      like,
      game: { type: 'string', maxLength: MAX_RUN_ID, byButtons: true },
      board: { type: 'string', maxLength: MAX_RUN_ID, byButtons: true },
      guess: { type: 'integer', min: 1, max: MOST_ANSWERS, byButtons: true },
      action: { type: 'choice', choices: ['start', 'result'], byButtons: true },
    },
  },
  async ({ game, board, guess, action, ...asked }, context, services: Services) => {
    if (board !== undefined) return bet(board, guess, context, services);
    if (game === undefined) {
      if (guess !== undefined || action) throw new UserError('error.predictNoGame');
      return ask(asked, context, services);
    }
    const stored = await services.predictions.find(game.toLowerCase());
    const isHere = stored && ['', channelOf(context.invocation.place)].includes(stored.channel);
    if (!isHere) throw new UserError('error.predictNoSuchGame', { game: shown(game) });
    if (guess !== undefined) return takeGuess(stored, guess - 1, context, services);
    if (action === 'start') return start(stored, context, services);
    if (action === 'result') return showResult(stored, context, services);
    return context.answerPrivately(predictionMessage(stored.prediction, context.t));
  },
);

interface Asked {
  readonly about: Predictable | undefined;
  readonly epochs: number | undefined;
  readonly batch: number | undefined;
  readonly data: (typeof builtinNames)[number] | undefined;
  readonly seed: number | undefined;
  readonly like: string | undefined;
}

async function ask(
  { about, epochs, batch, data, seed, like: likeWhat }: Asked,
  context: CommandContext,
  services: Services,
): Promise<void> {
  const { invocation, t } = context;
  const like = await likeOf(likeWhat, context, services);
  const { user, place } = invocation;
  const named = data && ({ kind: 'builtin', name: data } as const);
  const dataset =
    named ??
    (like && (await tableOf(like, undefined, user.id, services, 'error.codeNeedsFit'))) ??
    fitDefaults.dataset;
  const lessonBatch = like ? undefined : lessonFacts.values.batch;
  const given = { epochs, batch: batch ?? lessonBatch, seed: seed ?? like?.seed };
  const fit = fitSettings(given, like?.settings);
  // All epochs are trained: nobody could predict when early stopping would end them.
  const { patience: _, ...settings } = { ...fit, dataset };
  const summary = await services.describeData(dataset, settings.validationSplit);
  const limits = await limitsHere(invocation, services);
  refuseLargeTable(dataset, summary, limits);
  refuseLargeRun(settings, summary);
  const possible = predictable.filter((one) => one !== 'batches' || limits.runs !== 1);
  if (about && !possible.includes(about)) throw new UserError('error.predictOneRun');
  const surprise = possible[randomInt(possible.length)] ?? 'iterations';
  const prediction = predictionOf(newId(), about ?? surprise, settings, summary);
  await services.predictions.create(prediction, { ownerId: user.id, place, atMs: steadyNowMs() });
  await invocation.reply(predictionMessage(prediction, t), 'everyone');
}

async function takeGuess(
  { prediction, started }: StoredPrediction,
  answer: number,
  { invocation, t, answerPrivately }: CommandContext,
  { predictions }: Services,
): Promise<void> {
  const most = answerCount(prediction);
  if (answer >= most) throw new UserError('error.predictNoAnswer', { given: answer + 1, most });
  if (started) throw startedAlready(started.runIds);
  await predictions.guess(prediction.id, invocation.user.id, answer);
  await answerPrivately(guessMessage(prediction, answer, t));
}

async function start(
  { prediction, started, guesses }: StoredPrediction,
  { invocation, t }: CommandContext,
  services: Services,
): Promise<void> {
  const { user, requested } = invocation;
  if (started) throw startedAlready(started.runIds);
  if (!guesses.has(user.id)) throw new UserError('error.predictGuessFirst');
  const limits = await limitsHere(invocation, services);
  services.runs.admit(user.id, { limits, requestId: requested?.id });
  await services.refuseWhenFull();
  if (prediction.settings.length > 1 && limits.runs === 1) {
    throw new UserError('error.predictOneRun');
  }
  const others = services.runs
    .active(user.id)
    .filter(({ record }) => !isForRequest(record, requested?.id));
  const going = others.map(({ record }) => record.id);
  if (prediction.settings.length > 1 && going.length > 0) {
    throw new UserError('error.predictTwoRuns', { runs: going.join(', ') });
  }
  const view = (await services.preferences.get(user.id)).view ?? 'keras';
  const isFirst = await services.startPrediction(prediction, invocation, t.locale, view, limits);
  if (!isFirst) {
    const now = await services.predictions.find(prediction.id);
    throw startedAlready(now?.started?.runIds ?? []);
  }
}

async function showResult(
  { prediction, started, guesses }: StoredPrediction,
  { invocation, t, answerPrivately }: CommandContext,
  { runs }: Services,
): Promise<void> {
  const found = await Promise.all((started?.runIds ?? []).map((runId) => runs.find(runId)));
  const states = found.filter((state) => state !== undefined);
  if (states.length === 0 || !states.every(isOver)) throw new UserError('error.predictNotOver');
  const guess = guesses.get(invocation.user.id);
  await answerPrivately(resultMessage(prediction, states, guess, t));
}

function startedAlready(runIds: readonly string[]): UserError {
  return new UserError('error.predictStarted', { runs: runIds.join(', ') });
}
