/** The tutor without any platform: shared by the server and the terminal. */
import type { Logger } from 'pino';
import { commands } from '../commands/index.js';
import { homeOf } from '../commands/home.js';
import { serverRules } from '../commands/server-rules.js';
import type { Services } from '../commands/services.js';
import { suggestRuns } from '../commands/suggest-runs.js';
import { endingsOf } from './app/endings.js';
import { liveServices, type LiveServices } from './app/live-services.js';
import { Accepted } from './chat/accepted.js';
import type { HomeOf } from './chat/home.js';
import type { Platform } from './chat/port.js';
import { steadyNowMs } from './clock.js';
import type { Config } from './config.js';
import type { Locale } from './content/locale.js';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.js';
import { createSuggest, type Suggest } from './dispatch/suggest.js';
import { Ending, type EndingPart } from './ending.js';
import type { RedisServer } from './fleet/redis.js';
import type { Meter } from './hosting/meter.js';
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

export interface App extends Omit<LiveServices, 'films' | 'draw'> {
  readonly accepted: Accepted;
  readonly dispatcher: Dispatcher;
  readonly homeOf: HomeOf;
  readonly suggest: Suggest;
  readonly runs: Runs;
  /** Adds a platform on which runs can be shown. */
  readonly addPlatform: (platform: Platform) => void;
  /** The current training threads. */
  readonly threads: () => ThreadCounts;
  /** Where the fronts of a fleet meet. */
  readonly redis: RedisServer | undefined;
  /** The worker hosts' current state, where they train. */
  readonly workforce: (() => WorkforceStanding) | undefined;
  /** Stops its parts so that the next process can continue. */
  readonly endings: readonly EndingPart[];
  /** Stops them, where there is nothing else to stop. */
  close(): Promise<void>;
}

/** How long a current epoch may take to finish when the process ends; less than runs are given. */
const CLOSE_GRACE_MS = 1_500;

export interface AppTools {
  /** Collects metrics; without it nothing is counted. */
  readonly meter?: Meter | undefined;
  /** Called when another process has taken this front's name: this one must end. Only for a front of a fleet. */
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
  // Silences TensorFlow's C++ logging on stderr. Threads cannot change the environment that it reads.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  const scheduler = new FairScheduler(config.fleet ? 0 : config.workerThreads);
  const {
    pool,
    census,
    redis,
    endings: ends,
  } = await openPool(config, { scheduler, log, onFrontLost });
  log.info({ chosen: config.backend, fused: pool.hasFused }, 'engine');

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
  const platforms: Platform[] = [];
  const disk = new DiskSpace(config.dataDir, log);
  const live = liveServices({ stores, runs, pool: survivingPool, scheduler, log });
  const { liveRuns, boards, classes, predictions, challenges, slowMotions, films, draw } = live;
  const { preferences, serverSettings, uploads, quiz, conversations } = stores;
  const { personalData, usedBytes } = stores;
  const monotonicMs = performance.now.bind(performance);
  const { refuseWhenFull } = new DataRoom({
    ...{ usedBytes, maxBytes: config.dataDirMaxBytes, log, monotonicMs },
  });
  // The client is loaded only if a second opinion is configured.
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
      askPerson: liveRuns.notices.askPerson.bind(liveRuns.notices),
      showForGood: liveRuns.notices.showForGood.bind(liveRuns.notices),
      mentionOf: liveRuns.notices.mentionOf.bind(liveRuns.notices),
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
      pings: liveRuns.notices.pings.bind(liveRuns.notices),
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
    ...endingsOf({ accepted, runs, closing, ...live }),
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
