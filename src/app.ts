/** The tutor without any platform: what the server and the terminal have in common. */
import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import { commands } from '../commands/index.js';
import { homeOf } from '../commands/home.js';
import { serverRules } from '../commands/server-rules.js';
import type { Services } from '../commands/services.js';
import { suggestRuns } from '../commands/suggest-runs.js';
import { Accepted } from './chat/accepted.js';
import type { HomeOf } from './chat/home.js';
import { MessageGone, type Platform } from './chat/port.js';
import { steadyNowMs } from './clock.js';
import type { Config } from './config.js';
import type { Locale } from './content/locale.js';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.js';
import { createSuggest, type Suggest } from './dispatch/suggest.js';
import { Ending, type EndingPart } from './ending.js';
import type { RedisServer } from './fleet/redis.js';
import { UserError } from './errors.js';
import type { Meter } from './hosting/meter.js';
import { endAttachments } from './live/attachments.js';
import { Classes } from './live/classes.js';
import { Challenges } from './live/challenges.js';
import { drawnOnce } from './live/drawings.js';
import { planeAttachment, type PlaneTools } from './live/plane-picture.js';
import { boardTopics } from './live/board-topics.js';
import { Boards } from './live/boards.js';
import { ChannelBoards } from './live/channel-boards.js';
import { Films } from './live/films.js';
import { LiveRuns } from './live/live-runs.js';
import { Predictions } from './live/predictions.js';
import { SlowMotions } from './live/slow-motions.js';
import { chooseBackend } from './runs/backend-rule.js';
import type { ThreadCounts } from './runs/pool.js';
import { RunQueue } from './runs/run-queue.js';
import { FairScheduler } from './runs/scheduler.js';
import type { Runs } from './runs/service.js';
import { SurvivingPool } from './runs/surviving-pool.js';
import { TrainingRuns } from './runs/training-runs.js';
import type { WorkforceStanding } from './runs/workforce.js';
import { openPool } from './pools.js';
import { standingOf } from './standing.js';
import { DataRoom } from './storage/data-room.js';
import { DiskSpace } from './storage/disk-space.js';
import type { Stores } from './storage/ports/stores.js';
import { TIME_TO_BET_MS } from './tutor/duel/duel.js';
import { MAX_QUIZ_SEED } from './tutor/quiz/question.js';

export interface App {
  readonly accepted: Accepted;
  readonly dispatcher: Dispatcher;
  readonly homeOf: HomeOf;
  readonly suggest: Suggest;
  readonly runs: Runs;
  readonly liveRuns: LiveRuns;
  readonly predictions: Predictions;
  readonly challenges: Challenges;
  /** Runs can be shown there from now on. */
  readonly addPlatform: (platform: Platform) => void;
  readonly slowMotions: SlowMotions;
  readonly boards: Boards;
  readonly classes: Classes;
  /** The threads that train, now. */
  readonly threads: () => ThreadCounts;
  /** Where the fronts of a fleet meet. */
  readonly redis: RedisServer | undefined;
  /** Where worker hosts train: how they stand now. */
  readonly workforce: (() => WorkforceStanding) | undefined;
  /** How its parts come to a stop that the next process can go on from. */
  readonly endings: readonly EndingPart[];
  /** Ends them, where there is nothing else to end. */
  close(): Promise<void>;
}

/** How long an epoch under way may take to end by itself when the process ends; less than runs have. */
const CLOSE_GRACE_MS = 1_500;

export interface AppTools {
  /** Counts what goes on; without it nothing is counted. */
  readonly meter?: Meter | undefined;
  /** Another process has this front's name by now: this one must end. Only a front of a fleet has one. */
  readonly onFrontLost?: (sentence: string) => void;
}

/**
 * @throws ConfigError when the backend that `TFJS_BACKEND` asks for does not load here
 * @throws FrontTakenError when another process of the fleet has this one's name
 */
export async function buildApp(
  config: Config,
  stores: Stores,
  log: Logger,
  { meter, onFrontLost = () => undefined }: AppTools = {},
): Promise<App> {
  // TensorFlow's C++ would talk on stderr. Threads cannot change the environment that it reads.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  const scheduler = new FairScheduler(config.fleet ? 0 : config.workerThreads);
  const {
    pool,
    census,
    redis,
    endings: ends,
  } = await openPool(config, { scheduler, log, onFrontLost });
  log.info({ chosen: config.backend, fused: pool.hasFused }, 'engine');

  const onFailure = (runId: string, error: unknown): void => {
    // The next process shows it.
    if (error instanceof UserError && error.key === 'error.closing') return;
    // Whoever took the tutor out meanwhile: nobody is there to see it.
    if (error instanceof MessageGone && error.why === 'deleted') return;
    log.warn({ err: error, run: runId }, 'a run could not be shown');
  };
  const survivingPool = new SurvivingPool(pool, log);
  const queue = new RunQueue(config.maxRuns);
  const workforce = census?.standing.bind(census);
  if (workforce) meter?.followWorkforce(workforce);
  meter?.followRuns(() => ({ going: queue.going, waiting: queue.waiting }));
  const runs = new TrainingRuns({
    store: stores.runs,
    pool: survivingPool,
    queue,
    scheduler,
    workers: census,
    log,
    nowMs: steadyNowMs,
    monotonicMs: performance.now.bind(performance),
    onEvent: meter?.runEvent.bind(meter),
    backend: config.backend,
    graceMs: CLOSE_GRACE_MS,
  });
  const draw = drawnOnce(survivingPool.drawChart);
  const planeTools: PlaneTools = {
    weights: stores.runs.checkpoint.bind(stores.runs),
    askPlane: survivingPool.planeAnswers,
    drawPlane: survivingPool.drawPlane,
  };
  const films = new Films({
    ...planeTools,
    ...{ pool: survivingPool, scheduler, drawFilm: survivingPool.drawFilm },
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
    field: { weights: planeTools.weights, planeField: survivingPool.planeField },
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
    post: liveRuns.post.bind(liveRuns),
    onFailure: (prediction, error) => {
      log.warn({ err: error, prediction }, 'the outcome of a prediction could not be told');
    },
  });
  const challenges = new Challenges({
    ...{ store: stores.challenges, runs, nowMs: steadyNowMs, log },
    seed: () => randomInt(MAX_QUIZ_SEED + 1),
  });
  const platforms: Platform[] = [];
  const disk = new DiskSpace(config.dataDir, log);
  const slowMotions = new SlowMotions({
    store: stores.slowMotions,
    runs,
    stepThrough: survivingPool.stepThrough,
    onFailure: (motion, error) => {
      log.warn({ err: error, motion }, 'a slow motion could not go on, or not be shown');
    },
  });
  const { preferences, serverSettings, uploads, quiz, conversations } = stores;
  const { personalData, usedBytes } = stores;
  const monotonicMs = performance.now.bind(performance);
  const { refuseWhenFull } = new DataRoom({
    ...{ usedBytes, maxBytes: config.dataDirMaxBytes, log, monotonicMs },
  });
  // Whoever asks for no second opinion does not pay for loading its client.
  const closing = new AbortController();
  const secondOpinion = config.llm
    ? new (await import('./llm/openai-opinion.js')).OpenAiOpinion({
        ...config.llm,
        closing: closing.signal,
        log,
      })
    : undefined;
  const chosenLocale = async (userId: string): Promise<Locale | undefined> =>
    (await preferences.get(userId)).locale;
  const accepted = new Accepted({ store: stores.accepted, log });
  const dispatcher = createDispatcher<Services>({
    commands,
    services: {
      runs,
      preferences,
      serverSettings,
      defaultLocale: config.defaultLocale,
      uploads,
      quiz,
      predictions: stores.predictions,
      challenges: stores.challenges,
      runChallenges: challenges,
      conversations,
      personalData,
      secondOpinion,
      log,
      onQuestion: meter?.question.bind(meter),
      startPrediction: predictions.start.bind(predictions),
      describeData: survivingPool.describe,
      previewData: survivingPool.preview,
      chooseBackend: (settings, data) =>
        chooseBackend(config.backend, survivingPool, settings, data),
      slowMotions,
      boards,
      classes,
      timeToBetMs: TIME_TO_BET_MS,
      invitations: stores.invitations,
      askPerson: liveRuns.askPerson.bind(liveRuns),
      showForGood: liveRuns.showForGood.bind(liveRuns),
      mentionOf: liveRuns.mentionOf.bind(liveRuns),
      weights: stores.runs.checkpoint.bind(stores.runs),
      tryRow: survivingPool.tryRow,
      sampleModel: survivingPool.sampleModel,
      standing: standingOf.bind(undefined, {
        ...{ platforms, queue, liveRuns, usedBytes, maxBytes: config.dataDirMaxBytes },
        threads: () => pool.threads,
        workforce,
        freeBytes: disk.freeBytes.bind(disk),
      }),
      film: films.film.bind(films),
      findMistakes: survivingPool.findMistakes,
      drawChart: draw,
      showLive: liveRuns.show.bind(liveRuns),
      pings: liveRuns.pings.bind(liveRuns),
      settled: liveRuns.settled.bind(liveRuns),
      switchView: liveRuns.switchView.bind(liveRuns),
      refuseWhenFull,
      wasPosted: stores.liveMessages.wasPosted.bind(stores.liveMessages),
    },
    chosenLocale,
    rules: serverRules(serverSettings),
    log,
    isClosing: () => accepted.isClosing,
    undelivered: accepted.undelivered.bind(accepted),
  });
  const ownRuns = suggestRuns.bind(undefined, runs);
  const endings: readonly EndingPart[] = [
    // First: what cannot be answered any more is left to the next process.
    {
      stage: 'runs',
      name: 'requests',
      end: () => {
        accepted.close();
      },
    },
    {
      stage: 'runs',
      name: 'films',
      end: () => {
        films.close();
      },
    },
    { stage: 'runs', name: 'runs', end: () => runs.close() },
    {
      stage: 'runs',
      name: 'second opinion',
      end: () => {
        closing.abort();
      },
    },
    {
      stage: 'runs',
      name: 'slow motions',
      end: () => {
        slowMotions.pause();
      },
    },
    {
      stage: 'lastWords',
      name: 'slow motions',
      end: () => {
        slowMotions.close();
      },
    },
    {
      stage: 'runs',
      name: 'classes',
      end: () => {
        classes.stopTimers();
      },
    },
    { stage: 'lastWords', name: 'boards', end: (timeIsUp) => boards.close(timeIsUp) },
    { stage: 'lastWords', name: 'challenges', end: (timeIsUp) => challenges.close(timeIsUp) },
    { stage: 'lastWords', name: 'live messages', end: (timeIsUp) => liveRuns.close(timeIsUp) },
    ...ends,
  ];
  return {
    accepted,
    dispatcher,
    homeOf: homeOf({ runs, preferences }),
    suggest: createSuggest({ commands, ownRuns, chosenLocale }),
    runs,
    liveRuns,
    predictions,
    challenges,
    addPlatform: (platform) => {
      platforms.push(platform);
      const port = meter?.timed(platform.port) ?? platform.port;
      for (const one of [liveRuns, slowMotions, boards, challenges]) one.addPlatform(port);
    },
    slowMotions,
    boards,
    classes,
    threads: () => pool.threads,
    redis,
    workforce,
    endings,
    close: async () => {
      const ending = new Ending();
      ending.add(...endings);
      await ending.begin();
    },
  };
}
