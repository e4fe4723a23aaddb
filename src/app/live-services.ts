/** Wires up the services that show runs in messages, and logs their failures. */
import { randomInt } from 'node:crypto';
import { MessageGone } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import { UserError } from '../errors.js';
import { endAttachments } from '../live/attachments.js';
import { boardTopics } from '../live/board-topics.js';
import { Boards } from '../live/boards.js';
import { Challenges } from '../live/challenges.js';
import { ChannelBoards } from '../live/channel-boards.js';
import { Classes } from '../live/classes.js';
import { drawnOnce, type Draw } from '../live/drawings.js';
import { Films } from '../live/films.js';
import { LiveRuns } from '../live/live-runs.js';
import { planeAttachment, type PlaneTools } from '../live/plane-picture.js';
import { Predictions } from '../live/predictions.js';
import { SlowMotions } from '../live/slow-motions.js';
import type { RunLog } from '../runs/ports.js';
import type { FairScheduler } from '../runs/scheduler.js';
import type { SurvivingPool } from '../runs/surviving-pool.js';
import type { TrainingRuns } from '../runs/training-runs.js';
import type { Stores } from '../storage/ports/stores.js';
import { MAX_QUIZ_SEED } from '../tutor/quiz/question.js';

export interface LiveServices {
  readonly liveRuns: LiveRuns;
  readonly boards: Boards;
  readonly classes: Classes;
  readonly predictions: Predictions;
  readonly challenges: Challenges;
  readonly slowMotions: SlowMotions;
  readonly films: Films;
  readonly draw: Draw;
}

interface LiveTools {
  readonly stores: Stores;
  readonly runs: TrainingRuns;
  readonly pool: SurvivingPool;
  readonly scheduler: FairScheduler;
  readonly log: RunLog;
}

export function liveServices({ stores, runs, pool, scheduler, log }: LiveTools): LiveServices {
  const onFailure = (runId: string, error: unknown): void => {
    // The next process will show it.
    if (error instanceof UserError && error.key === 'error.closing') return;
    // The tutor has been removed there meanwhile: nobody would see it.
    if (error instanceof MessageGone && error.why === 'deleted') return;
    log.warn({ err: error, run: runId }, 'a run could not be shown');
  };
  const draw = drawnOnce(pool.drawChart);
  const planeTools: PlaneTools = {
    weights: stores.runs.checkpoint.bind(stores.runs),
    askPlane: pool.planeAnswers,
    drawPlane: pool.drawPlane,
  };
  const films = new Films({
    ...planeTools,
    ...{ pool, scheduler, drawFilm: pool.drawFilm },
  });
  const boards = new Boards({
    ...{ store: stores.boards, liveMessages: stores.liveMessages, runs, draw },
    topics: boardTopics({ predictions: stores.predictions, classes: stores.classes }),
    onFailure: (board, error) => {
      log.warn({ err: error, board }, 'a board could not go on, or not be shown');
    },
  });
  const channelBoards = new ChannelBoards({ boards, store: stores.boards });
  const liveRuns = new LiveRuns({
    store: stores.liveMessages,
    serverSettings: stores.serverSettings,
    runs,
    boards: channelBoards,
    attachments: (state, t) =>
      endAttachments(state, t, {
        ...{ draw, onFailure },
        plane: (ended, words) => planeAttachment(ended, words, planeTools),
      }),
    field: { weights: planeTools.weights, planeField: pool.planeField },
    onFailure,
    onDeleted: (runId) => {
      log.info({ run: runId }, 'the message of a run was deleted: the run stops');
    },
  });
  const classes = new Classes({
    ...{ store: stores.classes, boards, runs },
    onFailure: (round, error) => {
      log.warn({ err: error, round }, 'a round of a class could not go on');
    },
  });
  const predictions = new Predictions({
    store: stores.predictions,
    runs,
    showLive: liveRuns.show.bind(liveRuns),
    settled: liveRuns.settled.bind(liveRuns),
    post: liveRuns.notices.post.bind(liveRuns.notices),
    onFailure: (prediction, error) => {
      log.warn({ err: error, prediction }, 'the outcome of a prediction could not be told');
    },
  });
  const challenges = new Challenges({
    ...{ store: stores.challenges, runs, nowMs: steadyNowMs, log },
    seed: () => randomInt(MAX_QUIZ_SEED + 1),
  });
  const slowMotions = new SlowMotions({
    store: stores.slowMotions,
    runs,
    stepThrough: pool.stepThrough,
    onFailure: (motion, error) => {
      log.warn({ err: error, motion }, 'a slow motion could not go on, or not be shown');
    },
  });
  return { liveRuns, boards, classes, predictions, challenges, slowMotions, films, draw };
}
