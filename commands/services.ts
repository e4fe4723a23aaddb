/** What the commands work with; the composition root builds it. */
import type { ChatMessage } from '../src/chat/message.js';
import type { PlatformState } from '../src/chat/platform-status.js';
import type {
  Invocation,
  MessageRef,
  Notice,
  Place,
  PlatformName,
  PlatformPart,
  User,
} from '../src/chat/port.js';
import type { Locale } from '../src/content/locale.js';
import type { Translator } from '../src/content/translator.js';
import type { ChartDescription } from '../src/render/chart.js';
import type { View } from '../src/render/view.js';
import type { AskedBoard } from '../src/runs/board.js';
import type { RunLimits } from '../src/runs/limits.js';
import type { DataPreview, DataSummary, DatasetRef } from '../src/runs/dataset.js';
import type { ThreadCounts } from '../src/runs/pool.js';
import type { Film } from '../src/runs/plane.js';
import type { BackendName, Checkpoint, FitSettings } from '../src/runs/protocol.js';
import type { RoundPlan } from '../src/runs/round-plan.js';
import type { RunState } from '../src/runs/run.js';
import type { OpenWatcher, Runs } from '../src/runs/service.js';
import type { Mistakes, MistakesTask } from '../src/runs/mistakes.js';
import type { SlowMotion, SlowPress } from '../src/runs/slow-motion.js';
import type { ModelSample, Trial, TrialTask } from '../src/runs/trial.js';
import type { WorkforceStanding } from '../src/runs/workforce.js';
import type { StoredBoard } from '../src/storage/ports/boards.js';
import type {
  AskedChallenge,
  ChallengeChannel,
  ChallengeStore,
  StoredChallenge,
} from '../src/storage/ports/challenges.js';
import type { RoundNow, StoredRound } from '../src/storage/ports/classes.js';
import type { ConversationStore } from '../src/storage/ports/conversations.js';
import type { InvitationStore } from '../src/storage/ports/invitations.js';
import type { PersonalData } from '../src/storage/ports/personal-data.js';
import type { PredictionStore } from '../src/storage/ports/predictions.js';
import type { PreferenceStore } from '../src/storage/ports/preferences.js';
import type { QuizStore } from '../src/storage/ports/quiz.js';
import type { ServerSettingsStore } from '../src/storage/ports/server-settings.js';
import type { UploadStore } from '../src/storage/ports/uploads.js';
import type { Participant } from '../src/tutor/class/round.js';
import type { ChallengeAnswer } from '../src/tutor/challenge/answers.js';
import type { Prediction } from '../src/tutor/predict/prediction.js';
import type { Choice } from '../src/tutor/questions/choose.js';
import type { SecondOpinion } from '../src/tutor/questions/second-opinion.js';

/** How the program stands, measured when asked. */
export interface Standing {
  readonly runs: {
    readonly going: number;
    readonly waiting: number;
    /** Those that are shown where somebody asks: in their server, or in the room. */
    readonly here: readonly RunState[];
  };
  readonly threads: ThreadCounts;
  /** Undefined where this process trains itself. */
  readonly workforce: WorkforceStanding | undefined;
  readonly platforms: readonly {
    readonly name: PlatformName;
    readonly state: PlatformState;
    /** Its share of the platform's shards, where others have the rest. */
    readonly part?: PlatformPart | undefined;
  }[];
  readonly disk: {
    readonly usedBytes: number;
    /** Undefined: the disk does not answer. */
    readonly freeBytes: number | undefined;
    /** What of it may be used; 0 for as much as there is. */
    readonly maxBytes: number;
  };
  readonly versions: { readonly tutor: string; readonly node: string };
  readonly runningMs: number;
}

/** Trainings in slow motion, in messages that are pressed on. */
export interface SlowMotionService {
  /** @param how `press`: who pressed what, where it was a button; the same press again begins nothing */
  begin(
    motion: SlowMotion,
    invocation: Invocation,
    how: { readonly locale: Locale; readonly view: View; readonly press: string | undefined },
  ): Promise<void>;
  /** @throws UserError when it is gone, or another person's */
  press(id: string, press: SlowPress, invocation: Invocation): Promise<void>;
}

/** Several runs in one message. */
export interface BoardService {
  /**
   * Answers with a board and starts its runs, each when its owner may have one more. A request begins one
   * board, however often it is made.
   * @returns the board's id
   */
  begin(asked: AskedBoard, invocation: Invocation, locale: Locale): Promise<string>;
  /** Stops all of its runs and starts no more; false when it was over already. */
  stop(boardId: string): Promise<boolean>;
  /** Stops somebody's boards, and starts nothing more of theirs on others'. @returns ids of theirs */
  stopFor(ownerId: string): Promise<readonly string[]>;
  /** Once nothing of somebody is kept: boards that go on do not name them any more. */
  forget(ownerId: string): Promise<void>;
  /** Resolves when a board's message shows what came out. */
  settled(boardId: string): Promise<void>;
  find(boardId: string): Promise<StoredBoard | undefined>;
  /** The one that was begun for a request. */
  ofRequest(requestId: string): Promise<StoredBoard | undefined>;
}

/** Classes: rounds of which everyone who joins trains a part. */
export interface ClassService {
  /** @throws UserError when another class is going on in the channel */
  start(plan: RoundPlan, invocation: Invocation, locale: Locale, limits: RunLimits): Promise<void>;
  /** Ends joining the last round, and opens the next one. */
  next(
    last: StoredRound,
    plan: RoundPlan,
    invocation: Invocation,
    locale: Locale,
    limits: RunLimits,
  ): Promise<void>;
  /** Nobody joins that round any more. */
  close(roundId: string): Promise<void>;
  end(newest: StoredRound): Promise<void>;
  /** @throws UserError when they are too late, have left too often, or too many are there */
  join(roundId: string, user: User): Promise<StoredRound & { readonly mine: Participant }>;
  /** @returns what they had been dealt, and whether they are let in again @throws UserError when they are not there, or their run is over */
  leave(
    roundId: string,
    userId: string,
  ): Promise<{ readonly mine: Participant; readonly mayComeBack: boolean }>;
  /** @returns them, with the guess that counts @throws UserError as `leave` */
  guess(roundId: string, userId: string, answer: number): Promise<Participant>;
  find(roundId: string): Promise<RoundNow | undefined>;
  /** The newest round of the class that is going on at a place. */
  goingAt(place: Place): Promise<RoundNow | undefined>;
}

/** Challenges that open and close by themselves. */
export interface ChallengeService {
  /** @throws MessageGone where nothing can be posted */
  weekly(asked: AskedChallenge): Promise<ChallengeChannel>;
  /** @returns undefined where one is open already. @throws MessageGone where nothing can be posted */
  now(asked: AskedChallenge): Promise<StoredChallenge | undefined>;
  /** @returns false where none came by itself */
  off(place: Place): Promise<boolean>;
  /** Keeps somebody's first answer. @returns what they have answered; undefined where it is over */
  answer(challenge: StoredChallenge, mine: ChallengeAnswer): Promise<ChallengeAnswer | undefined>;
  /** How it stands, or how it came out. */
  board(challenge: StoredChallenge, t: Translator): Promise<ChatMessage>;
}

export interface Services {
  readonly runs: Runs;
  readonly preferences: PreferenceStore;
  readonly serverSettings: ServerSettingsStore;
  /** Of the program itself. */
  readonly defaultLocale: Locale;
  readonly uploads: UploadStore;
  readonly quiz: QuizStore;
  readonly predictions: PredictionStore;
  readonly challenges: ChallengeStore;
  readonly runChallenges: ChallengeService;
  readonly conversations: ConversationStore;
  readonly personalData: PersonalData;
  /** Asked what a question means where the tutor is not sure; mostly there is none. */
  readonly secondOpinion?: SecondOpinion | undefined;
  readonly log: { debug(details: object, message: string): void };
  /** Told how a question was understood, to count it. */
  readonly onQuestion?: ((outcome: Choice['kind'] | 'second-opinion' | 'log') => void) | undefined;
  /** Trains what people have guessed about, for an invocation; false when it was started already. */
  readonly startPrediction: (
    prediction: Prediction,
    invocation: Invocation,
    locale: Locale,
    view: View,
    limits: RunLimits,
  ) => Promise<boolean>;
  /** What a data set holds, counted. */
  readonly describeData: (dataset: DatasetRef, validationSplit: number) => Promise<DataSummary>;
  /** What is in a file, before anything trains. */
  readonly previewData: (dataset: DatasetRef) => Promise<DataPreview>;
  /** What would compute a training. */
  readonly chooseBackend: (settings: FitSettings, data: DataSummary) => Promise<BackendName>;
  readonly slowMotions: SlowMotionService;
  readonly boards: BoardService;
  readonly classes: ClassService;
  /** Between a duel's message and the first epoch of its runs. */
  readonly timeToBetMs: number;
  readonly invitations: InvitationStore;
  /** Tells one person of a message, where the platform can; nobody else is told. */
  readonly askPerson: (notice: Notice) => Promise<void>;
  /** Shows a message in its final form: nothing can be done with it any more. Never rejects. */
  readonly showForGood: (ref: MessageRef, message: ChatMessage) => Promise<void>;
  /** How a person is named in a message so that the platform tells them; missing where it does not so. */
  readonly mentionOf: (userId: string, place: Place) => string | undefined;
  /** What a run has learned so far; undefined before its first epoch has ended. */
  readonly weights: (runId: string) => Promise<Checkpoint | undefined>;
  /**
   * Asks a network about one row.
   * @throws UserError naming what in it is no column or value of the data
   */
  readonly tryRow: (task: TrialTask) => Promise<Trial>;
  /** What a network takes in, and what it answers for some test rows. */
  readonly sampleModel: (task: Omit<TrialTask, 'asked'>) => Promise<ModelSample>;
  /** How the program stands; of runs, those shown where a place is are told one by one. */
  readonly standing: (place: Place) => Promise<Standing>;
  /**
   * How a network's answers changed, epoch by epoch, trained again.
   * @param userId who asks
   * @throws UserError when there is nothing to show, or it would show something else
   */
  readonly film: (run: RunState, userId: string, t: Translator) => Promise<Film>;
  /**
   * Which of its test rows a network gets wrong.
   * @throws UserError when it answers nothing that is a number
   */
  readonly findMistakes: (task: MistakesTask) => Promise<Mistakes>;
  /** A chart as a PNG. */
  readonly drawChart: (chart: ChartDescription) => Promise<Uint8Array>;
  /** Draws a run's message in another view; false where it can no longer be changed. */
  readonly switchView: (runId: string, view: View) => Promise<boolean>;
  /** Resolves when a run's message shows how it ended. */
  readonly settled: (runId: string) => Promise<void>;
  /**
   * Asked before anything new is taken in that stays: a run, a file.
   * @throws UserError when the tutor may take no more of the disk
   */
  readonly refuseWhenFull: () => Promise<void>;
  /** Whether all who are at a place could see a run's message. */
  readonly wasPosted: (runId: string, place: Place) => Promise<boolean>;
  /**
   * Opens a run's live message as the answer to an invocation.
   * @param ping whoever asked is to be pinged when it is over
   */
  readonly showLive: (
    invocation: Invocation,
    locale: Locale,
    view: View,
    ping?: boolean,
  ) => OpenWatcher;
  /** Whether somebody can be pinged at a place. */
  readonly pings: (place: Place) => boolean;
}
