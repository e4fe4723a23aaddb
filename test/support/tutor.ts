/** The whole tutor in memory: real commands, runs and messages; only threads and disk are left out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewDataset } from '../../src/datasets/preview.js';
import type { DataPreview, DatasetRef } from '../../src/runs/dataset.js';
import { createHash } from 'node:crypto';
import { commands } from '../../commands/index.js';
import { homeOf } from '../../commands/home.js';
import { serverRules } from '../../commands/server-rules.js';
import type { Services } from '../../commands/services.js';
import { suggestRuns } from '../../commands/suggest-runs.js';
import type { HomeOf } from '../../src/chat/home.js';
import type { IncomingFile, Invocation, Platform } from '../../src/chat/port.js';
import type { Locale } from '../../src/content/locale.js';
import { createDispatcher, type Dispatcher } from '../../src/dispatch/dispatcher.js';
import { createSuggest, type Suggest } from '../../src/dispatch/suggest.js';
import { boardTopics } from '../../src/live/board-topics.js';
import { Boards } from '../../src/live/boards.js';
import { ChannelBoards } from '../../src/live/channel-boards.js';
import { Classes } from '../../src/live/classes.js';
import { Challenges } from '../../src/live/challenges.js';
import { Films } from '../../src/live/films.js';
import { LiveRuns, type LiveRunsOptions } from '../../src/live/live-runs.js';
import { Predictions } from '../../src/live/predictions.js';
import { SlowMotions } from '../../src/live/slow-motions.js';
import { chooseBackend } from '../../src/runs/backend-rule.js';
import type { RunStore } from '../../src/runs/ports.js';
import type { RunState } from '../../src/runs/run.js';
import { RunQueue } from '../../src/runs/run-queue.js';
import { FairScheduler } from '../../src/runs/scheduler.js';
import { TrainingRuns } from '../../src/runs/training-runs.js';
import type { Reach } from '../../src/runs/worker-wait.js';
import type { WorkforceStanding } from '../../src/runs/workforce.js';
import type { SecondOpinion } from '../../src/tutor/questions/second-opinion.js';
import { standingOf } from '../../src/standing.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import type { BoardStore } from '../../src/storage/ports/boards.js';
import type { ChallengeStore } from '../../src/storage/ports/challenges.js';
import type { ClassStore } from '../../src/storage/ports/classes.js';
import type { ConversationStore } from '../../src/storage/ports/conversations.js';
import type { InvitationStore } from '../../src/storage/ports/invitations.js';
import type { LiveMessageStore } from '../../src/storage/ports/live-messages.js';
import type { PersonalData } from '../../src/storage/ports/personal-data.js';
import type { PredictionStore } from '../../src/storage/ports/predictions.js';
import type { PreferenceStore } from '../../src/storage/ports/preferences.js';
import type { QuizStore } from '../../src/storage/ports/quiz.js';
import type { ServerSettingsStore } from '../../src/storage/ports/server-settings.js';
import type { UploadedTable } from '../../src/storage/ports/uploads.js';
import { Asker, type Answer } from './invocation.js';
import { ScriptedPool } from './scripted-pool.js';
import { ScriptedPort } from './scripted-port.js';

const none = (): Promise<never[]> => Promise.resolve([]);

export interface TutorOptions {
  /** The previous process, whose runs and games it takes over. */
  readonly earlier?: Tutor;
  /** Attachments of a run's end. */
  readonly attachments?: LiveRunsOptions['attachments'];
  readonly secondOpinion?: SecondOpinion;
  readonly serverSettings?: ServerSettingsStore;
  /** Runs in progress at once; enough for all by default. */
  readonly maxRuns?: number;
  /** Whether any worker takes tasks, when worker hosts train. */
  readonly workers?: Reach;
  /** The worker hosts, if there are any. */
  readonly workforce?: () => WorkforceStanding;
  /** In a database, where everything outlives the process. */
  readonly stores?: ReturnType<typeof databaseStores>;
  readonly refuseWhenFull?: Services['refuseWhenFull'];
  /** Between two automatic iterations. */
  readonly playEveryMs?: number;
  /** Before a duel's runs begin; zero by default. */
  readonly timeToBetMs?: number;
  /** The clock for runs and challenges. */
  readonly nowMs?: () => number;
}

export class Tutor {
  readonly pool = new ScriptedPool();
  readonly asker = new Asker();
  readonly preferences: PreferenceStore;
  readonly serverSettings: ServerSettingsStore;
  readonly quiz: QuizStore;
  readonly predictions: PredictionStore;
  readonly challengeStore: ChallengeStore;
  readonly challenges: Challenges;
  /** Warnings the runs and challenges logged. */
  readonly warnings: string[] = [];
  readonly conversations: ConversationStore;
  readonly personalData: PersonalData;
  readonly port: ScriptedPort;
  readonly liveMessages: LiveMessageStore;
  /** From SHA-256 to bytes. */
  readonly uploads = new Map<string, Uint8Array>();
  readonly faults: object[] = [];
  /** The platforms it serves on, if a test has some. */
  readonly platforms: Pick<Platform, 'port' | 'status'>[] = [];
  readonly runs: TrainingRuns;
  readonly liveRuns: LiveRuns;
  readonly slowMotions: SlowMotions;
  readonly boards: Boards;
  readonly classes: Classes;
  readonly invitations: InvitationStore;
  readonly films: Films;
  readonly dispatcher: Dispatcher;
  readonly suggest: Suggest;
  readonly homeOf: HomeOf;
  readonly #previews = new Map<string, { dataset: UploadedTable; ownerId: string }>();
  readonly #senders = new Set<string>();
  readonly #stores: ReturnType<typeof databaseStores>;
  readonly #runStore: RunStore;
  readonly #boardStore: BoardStore;
  readonly classStore: ClassStore;
  readonly #predicted: Predictions;

  constructor({
    earlier,
    attachments = none,
    secondOpinion,
    serverSettings,
    maxRuns = Infinity,
    workers,
    workforce,
    stores,
    refuseWhenFull = () => Promise.resolve(),
    playEveryMs = 1,
    timeToBetMs = 0,
    nowMs = Date.now,
  }: TutorOptions = {}) {
    const found = stores ?? (earlier && earlier.#stores);
    this.#stores = found ?? databaseStores(openMemoryDatabase(), 'no uploads');
    this.serverSettings = serverSettings ?? this.#stores.serverSettings;
    this.#runStore = this.#stores.runs;
    this.predictions = this.#stores.predictions;
    this.liveMessages = this.#stores.liveMessages;
    this.preferences = this.#stores.preferences;
    this.quiz = this.#stores.quiz;
    this.invitations = this.#stores.invitations;
    this.conversations = this.#stores.conversations;
    this.challengeStore = this.#stores.challenges;
    this.personalData = this.#stores.personalData;
    this.port = earlier?.port ?? new ScriptedPort();
    const ignore = (): void => undefined;
    const error = (details: object): void => {
      this.faults.push(details);
    };
    const log = { debug: ignore, info: ignore, warn: ignore, error };
    const queue = new RunQueue(maxRuns);
    const scheduler = new FairScheduler(2);
    this.films = new Films({
      ...{ pool: this.pool, scheduler },
      weights: (runId) => this.#runStore.checkpoint(runId),
      askPlane: (task) => this.pool.planeAnswers(task),
      drawFilm: (picture) =>
        Promise.resolve({
          gif: new TextEncoder().encode(JSON.stringify(picture)),
          shown: [...picture.frames.keys()],
        }),
    });
    this.runs = new TrainingRuns({
      store: this.#runStore,
      pool: this.pool,
      queue,
      scheduler,
      workers,
      log,
      nowMs,
      monotonicMs: performance.now.bind(performance),
      backend: 'auto',
      graceMs: 1,
    });
    const drawChart = (chart: object): Promise<Uint8Array> =>
      Promise.resolve(new TextEncoder().encode(JSON.stringify(chart)));
    this.classStore = this.#stores.classes;
    this.#boardStore = this.#stores.boards;
    this.boards = new Boards({
      ...{ store: this.#boardStore, liveMessages: this.liveMessages, runs: this.runs },
      topics: boardTopics({ predictions: this.predictions, classes: this.classStore }),
      draw: drawChart,
      onFailure: (_id, err) => {
        error({ err });
      },
    });
    this.boards.addPlatform(this.port);
    const channelBoards = new ChannelBoards({ boards: this.boards, store: this.#boardStore });
    this.liveRuns = new LiveRuns({
      store: this.liveMessages,
      serverSettings: this.serverSettings,
      runs: this.runs,
      boards: channelBoards,
      attachments,
      onFailure: (_runId, err) => {
        error({ err });
      },
      onDeleted: ignore,
    });
    this.liveRuns.addPlatform(this.port);
    this.#predicted = new Predictions({
      store: this.predictions,
      runs: this.runs,
      showLive: this.liveRuns.show.bind(this.liveRuns),
      settled: this.liveRuns.settled.bind(this.liveRuns),
      post: this.liveRuns.notices.post.bind(this.liveRuns.notices),
      onFailure: (_prediction, err) => {
        error({ err });
      },
    });
    this.slowMotions = new SlowMotions({
      store: this.#stores.slowMotions,
      runs: this.runs,
      stepThrough: (task) => this.pool.stepThrough(task),
      onFailure: (_id, err) => {
        error({ err });
      },
      playEveryMs,
    });
    this.slowMotions.addPlatform(this.port);
    this.classes = new Classes({
      ...{ store: this.classStore, boards: this.boards, runs: this.runs },
      onFailure: (_id, err) => {
        error({ err });
      },
    });
    let seed = 0;
    this.challenges = new Challenges({
      ...{ store: this.challengeStore, runs: this.runs, nowMs },
      seed: () => (seed += 1),
      log: {
        warn: (_details, words) => {
          this.warnings.push(words);
        },
      },
    });
    this.challenges.addPlatform(this.port);
    const services: Services = {
      runs: this.runs,
      preferences: this.preferences,
      serverSettings: this.serverSettings,
      defaultLocale: 'en',
      uploads: stores?.uploads ?? {
        put: (bytes, ownerId) => Promise.resolve(this.#keep(bytes, ownerId)),
        settle: () => Promise.resolve(),
        has: (sha256, ownerId) => Promise.resolve(this.#senders.has(`${ownerId} ${sha256}`)),
        keepPreview: (dataset, ownerId) => {
          const id = `p${this.#previews.size + 1}`;
          this.#previews.set(id, { dataset, ownerId });
          return Promise.resolve(id);
        },
        preview: (id, ownerId) => {
          const kept = this.#previews.get(id);
          return Promise.resolve(kept?.ownerId === ownerId ? kept.dataset : undefined);
        },
      },
      quiz: this.quiz,
      predictions: this.predictions,
      challenges: this.challengeStore,
      runChallenges: this.challenges,
      conversations: this.conversations,
      personalData: this.personalData,
      settled: this.liveRuns.settled.bind(this.liveRuns),
      switchView: this.liveRuns.switchView.bind(this.liveRuns),
      refuseWhenFull,
      secondOpinion,
      log,
      startPrediction: this.#predicted.start.bind(this.#predicted),
      describeData: this.pool.describe.bind(this.pool),
      previewData: (dataset) => Promise.resolve(previewOf(dataset, this.uploads)),
      chooseBackend: (settings, data) => chooseBackend('auto', this.pool, settings, data),
      slowMotions: this.slowMotions,
      boards: this.boards,
      classes: this.classes,
      timeToBetMs,
      invitations: this.invitations,
      askPerson: this.liveRuns.notices.askPerson.bind(this.liveRuns.notices),
      showForGood: this.liveRuns.notices.showForGood.bind(this.liveRuns.notices),
      mentionOf: this.liveRuns.notices.mentionOf.bind(this.liveRuns.notices),
      weights: (runId) => this.#runStore.checkpoint(runId),
      tryRow: (task) => this.pool.tryRow(task),
      sampleModel: (task) => this.pool.sampleModel(task),
      standing: standingOf.bind(undefined, {
        ...{ platforms: this.platforms, queue, liveRuns: this.liveRuns, maxBytes: 500_000_000 },
        threads: () => ({ state: 'ok', started: 1, most: 2, waiting: 0 }),
        workforce,
        usedBytes: () => Promise.resolve(3_400_000),
        freeBytes: () => Promise.resolve(120_000_000_000),
      }),
      film: (run, userId, t) => this.films.film(run, userId, t),
      findMistakes: (task) => this.pool.findMistakes(task),
      drawChart,
      showLive: this.liveRuns.show.bind(this.liveRuns),
      pings: this.liveRuns.notices.pings.bind(this.liveRuns.notices),
      wasPosted: this.liveMessages.wasPosted.bind(this.liveMessages),
    };
    const rules = serverRules(this.serverSettings);
    const chosenLocale = async (userId: string): Promise<Locale | undefined> =>
      (await this.preferences.get(userId)).locale;
    this.dispatcher = createDispatcher({ commands, services, chosenLocale, rules, log });
    const ownRuns = suggestRuns.bind(undefined, this.runs);
    this.suggest = createSuggest({ commands, ownRuns, chosenLocale });
    this.homeOf = homeOf(services);
  }

  /** Resumes what an earlier process left, as the program does at startup. */
  async resume(): Promise<void> {
    await this.liveRuns.deliverEnds();
    await this.runs.resumeUnfinished(this.liveRuns.reopen);
    await this.#predicted.resume();
    await this.slowMotions.resume();
    await this.boards.resume();
    await this.classes.resume();
    await this.challenges.look();
  }

  /** Says a line and returns the newest answer. */
  async say(line: string, changes?: Partial<Invocation>): Promise<Answer> {
    await this.dispatcher.text(line, this.asker.invocation(changes));
    return this.asker.last;
  }

  /** The newest run of the person asking, unless another is named. */
  async newest(): Promise<RunState> {
    const [run] = await this.runs.recent(this.asker.invocation().user.id, 1);
    if (!run) throw new Error('there is no run');
    return run;
  }

  /** Trains to the end. */
  async train(line: string): Promise<RunState> {
    await this.say(line);
    return this.runs.ended((await this.newest()).record.id);
  }

  #keep(bytes: Uint8Array, ownerId: string): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#senders.add(`${ownerId} ${sha256}`);
    this.uploads.set(sha256, bytes);
    return sha256;
  }
}

/** A file with this text, as it comes with a command. */
export function textFile(name: string, text: string): IncomingFile {
  const bytes = new TextEncoder().encode(text);
  return { name, sizeBytes: bytes.length, read: () => Promise.resolve(bytes) };
}

/** As the worker reads it, from a temporary folder. */
function previewOf(dataset: DatasetRef, uploads: ReadonlyMap<string, Uint8Array>): DataPreview {
  const dataDir = mkdtempSync(join(tmpdir(), 'tutor-preview-'));
  try {
    mkdirSync(join(dataDir, 'uploads'));
    for (const [sha256, bytes] of uploads) {
      writeFileSync(join(dataDir, 'uploads', `${sha256}.csv`), bytes);
    }
    return previewDataset(dataset, dataDir);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}
