/** The tutor without any platform: what the server and the terminal have in common. */
import type { Logger } from 'pino';
import { commands } from '../commands/index.js';
import type { Services } from '../commands/services.js';
import { suggestRuns } from '../commands/suggest-runs.js';
import { ConfigError, type Config } from './config.js';
import type { Locale } from './content/locale.js';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.js';
import { createSuggest, type Suggest } from './dispatch/suggest.js';
import type { Meter } from './hosting/meter.js';
import { endAttachments } from './live/attachments.js';
import { LiveRuns } from './live/live-runs.js';
import { Predictions } from './live/predictions.js';
import { WorkerPool, type ThreadCounts } from './runs/pool.js';
import type { RunStore } from './runs/ports.js';
import { RunQueue } from './runs/run-queue.js';
import { FairScheduler } from './runs/scheduler.js';
import type { Runs } from './runs/service.js';
import { TrainingRuns } from './runs/training-runs.js';
import type {
  ConversationStore,
  LiveMessageStore,
  PredictionStore,
  PreferenceStore,
  QuizStore,
  UploadStore,
} from './storage/ports.js';

export interface Stores {
  readonly runs: RunStore;
  readonly preferences: PreferenceStore;
  readonly liveMessages: LiveMessageStore;
  readonly uploads: UploadStore;
  readonly quiz: QuizStore;
  readonly predictions: PredictionStore;
  readonly conversations: ConversationStore;
}

export interface App {
  readonly dispatcher: Dispatcher;
  readonly suggest: Suggest;
  readonly runs: Runs;
  readonly liveRuns: LiveRuns;
  readonly predictions: Predictions;
  /** The threads that train, now. */
  readonly threads: () => ThreadCounts;
  /** Lets what is under way come to a stop that the next process can go on from. */
  close(): Promise<void>;
}

/** How long an epoch under way may take to end by itself when the process ends. */
const CLOSE_GRACE_MS = 2_000;

/**
 * @param meter counts what goes on; without it nothing is counted
 * @throws ConfigError when the backend that `TFJS_BACKEND` asks for does not load here
 */
export async function buildApp(
  config: Config,
  stores: Stores,
  log: Logger,
  meter?: Meter,
): Promise<App> {
  // TensorFlow's C++ would talk on stderr. Threads cannot change the environment that it reads.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3';
  const pool = new WorkerPool({
    workers: new URL('../workers/', import.meta.url),
    dataDir: config.dataDir,
    threads: config.workerThreads,
  });
  if (config.backend !== 'auto') {
    const [missing] = (await pool.probe([config.backend])).missing;
    if (missing) {
      await pool.close();
      throw new ConfigError(`TFJS_BACKEND=${config.backend} does not load here: ${missing.reason}`);
    }
  }
  log.info({ chosen: config.backend, fused: pool.hasFused }, 'engine');

  const onFailure = (runId: string, error: unknown): void => {
    log.warn({ err: error, run: runId }, 'a run could not be shown');
  };
  const queue = new RunQueue(config.maxRuns);
  meter?.followRuns(() => ({ going: queue.going, waiting: queue.waiting }));
  const runs = new TrainingRuns({
    store: stores.runs,
    pool,
    queue,
    scheduler: new FairScheduler(config.workerThreads),
    log,
    nowMs: Date.now,
    monotonicMs: performance.now.bind(performance),
    onEvent: meter?.runEvent.bind(meter),
    backend: config.backend,
    graceMs: CLOSE_GRACE_MS,
  });
  const draw = pool.drawChart.bind(pool);
  const liveRuns = new LiveRuns({
    store: stores.liveMessages,
    runs,
    attachments: (state, t) => endAttachments(state, t, { draw, onFailure }),
    onFailure,
    onDeleted: (runId) => {
      log.info({ run: runId }, 'the message of a run was deleted: the run stops');
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
  const { preferences, uploads, quiz, conversations } = stores;
  // Whoever asks for no second opinion does not pay for loading its client.
  const secondOpinion = config.llm
    ? new (await import('./llm/openai-opinion.js')).OpenAiOpinion({ ...config.llm, log })
    : undefined;
  const chosenLocale = async (userId: string): Promise<Locale | undefined> =>
    (await preferences.get(userId)).locale;
  const dispatcher = createDispatcher<Services>({
    commands,
    services: {
      runs,
      preferences,
      uploads,
      quiz,
      predictions: stores.predictions,
      conversations,
      secondOpinion,
      log,
      onQuestion: meter?.question.bind(meter),
      startPrediction: predictions.start.bind(predictions),
      describeData: pool.describe.bind(pool),
      drawChart: draw,
      showLive: liveRuns.show.bind(liveRuns),
    },
    chosenLocale,
    log,
  });
  const ownRuns = suggestRuns.bind(undefined, runs);
  return {
    dispatcher,
    suggest: createSuggest({ commands, ownRuns, chosenLocale }),
    runs,
    liveRuns,
    predictions,
    threads: () => pool.threads,
    close: async () => {
      await runs.close();
      await liveRuns.close();
      await pool.close();
    },
  };
}
