/** The commands' dependencies, built by the composition root. */
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

/** The program's current status, measured on demand. */
export interface Standing {
  readonly runs: {
    readonly going: number;
    readonly waiting: number;
    /** Runs shown where somebody asks: in their server, or in the room. */
    readonly here: readonly RunState[];
  };
  readonly threads: ThreadCounts;
  /** Undefined where this process trains by itself. */
  readonly workforce: WorkforceStanding | undefined;
  readonly platforms: readonly {
    readonly name: PlatformName;
    readonly state: PlatformState;
    /** The shards that this process handles, where others handle the rest. */
    readonly part?: PlatformPart | undefined;
  }[];
  readonly disk: {
    readonly usedBytes: number;
    /** Undefined: the disk does not answer. */
    readonly freeBytes: number | undefined;
    /** The maximum that may be used; 0 for no limit. */
    readonly maxBytes: number;
  };
  readonly versions: { readonly tutor: string; readonly node: string };
  readonly runningMs: number;
}

/** Trainings in slow motion, controlled by buttons. */
export interface SlowMotionService {
  /** @param how `press`: identifies a button press; the same press again starts nothing */
  begin(
    motion: SlowMotion,
    invocation: Invocation,
    how: { readonly locale: Locale; readonly view: View; readonly press: string | undefined },
  ): Promise<void>;
  /** @throws UserError when it no longer exists, or is another person's */
  press(id: string, press: SlowPress, invocation: Invocation): Promise<void>;
}

/** Several runs in one message. */
export interface BoardService {
  /**
   * Answers with a board and starts its runs, each when its owner may have one more. A request starts one
   * board, however often it is repeated.
   * @returns the board's id
   */
  begin(asked: AskedBoard, invocation: Invocation, locale: Locale): Promise<string>;
  /** Stops all of its runs and starts no more; false if it was already over. */
  stop(boardId: string): Promise<boolean>;
  /** Stops somebody's boards, and their runs on other people's. @returns ids of their boards */
  stopFor(ownerId: string): Promise<readonly string[]>;
  /** After somebody's data is deleted: removes their name from remaining boards. */
  forget(ownerId: string): Promise<void>;
  /** Resolves when a board's message shows its outcome. */
  settled(boardId: string): Promise<void>;
  find(boardId: string): Promise<StoredBoard | undefined>;
  /** The board started for a request. */
  ofRequest(requestId: string): Promise<StoredBoard | undefined>;
}

/** Classes: rounds in which everyone who joins trains one value. */
export interface ClassService {
  /** @throws UserError when the channel already has a class */
  start(plan: RoundPlan, invocation: Invocation, locale: Locale, limits: RunLimits): Promise<void>;
  /** Closes the last round for joining, and opens the next one. */
  next(
    last: StoredRound,
    plan: RoundPlan,
    invocation: Invocation,
    locale: Locale,
    limits: RunLimits,
  ): Promise<void>;
  /** Closes that round for joining. */
  close(roundId: string): Promise<void>;
  end(newest: StoredRound): Promise<void>;
  /** @throws UserError when they are too late, have left too often, or the round is full */
  join(roundId: string, user: User): Promise<StoredRound & { readonly mine: Participant }>;
  /** @returns their setting, and whether they may join again @throws UserError when they have not joined, or their run is over */
  leave(
    roundId: string,
    userId: string,
  ): Promise<{ readonly mine: Participant; readonly mayComeBack: boolean }>;
  /** @returns the participant, with the guess that counts @throws UserError as `leave` */
  guess(roundId: string, userId: string, answer: number): Promise<Participant>;
  find(roundId: string): Promise<RoundNow | undefined>;
  /** The newest round of a place's current class. */
  goingAt(place: Place): Promise<RoundNow | undefined>;
}

/** Challenges that open and close by themselves. */
export interface ChallengeService {
  /** @throws MessageGone where nothing can be posted */
  weekly(asked: AskedChallenge): Promise<ChallengeChannel>;
  /** @returns undefined if one is already open. @throws MessageGone where nothing can be posted */
  now(asked: AskedChallenge): Promise<StoredChallenge | undefined>;
  /** @returns false if there were no weekly ones */
  off(place: Place): Promise<boolean>;
  /** Stores somebody's first answer. @returns their answer; undefined if the challenge is over */
  answer(challenge: StoredChallenge, mine: ChallengeAnswer): Promise<ChallengeAnswer | undefined>;
  /** Its standings, or its outcome. */
  board(challenge: StoredChallenge, t: Translator): Promise<ChatMessage>;
}

export interface Services {
  readonly runs: Runs;
  readonly preferences: PreferenceStore;
  readonly serverSettings: ServerSettingsStore;
  /** The program's own status. */
  readonly defaultLocale: Locale;
  readonly uploads: UploadStore;
  readonly quiz: QuizStore;
  readonly predictions: PredictionStore;
  readonly challenges: ChallengeStore;
  readonly runChallenges: ChallengeService;
  readonly conversations: ConversationStore;
  readonly personalData: PersonalData;
  /** Asked about a question's meaning when the tutor is not sure; usually not configured. */
  readonly secondOpinion?: SecondOpinion | undefined;
  readonly log: { debug(details: object, message: string): void };
  /** Called with how a question was understood, for metrics. */
  readonly onQuestion?: ((outcome: Choice['kind'] | 'second-opinion' | 'log') => void) | undefined;
  /** Starts the training that people have predicted; false if it was already started. */
  readonly startPrediction: (
    prediction: Prediction,
    invocation: Invocation,
    locale: Locale,
    view: View,
    limits: RunLimits,
  ) => Promise<boolean>;
  /** A data set's summary. */
  readonly describeData: (dataset: DatasetRef, validationSplit: number) => Promise<DataSummary>;
  /** A file's preview, before anything trains. */
  readonly previewData: (dataset: DatasetRef) => Promise<DataPreview>;
  /** The backend that would compute a training. */
  readonly chooseBackend: (settings: FitSettings, data: DataSummary) => Promise<BackendName>;
  readonly slowMotions: SlowMotionService;
  readonly boards: BoardService;
  readonly classes: ClassService;
  /** The delay between a duel's message and its first epoch. */
  readonly timeToBetMs: number;
  readonly invitations: InvitationStore;
  /** Notifies exactly one person of a message, where the platform can. */
  readonly askPerson: (notice: Notice) => Promise<void>;
  /** Edits a message into its final form, without buttons. Never rejects. */
  readonly showForGood: (ref: MessageRef, message: ChatMessage) => Promise<void>;
  /** A mention that notifies a person; missing where the platform does not notify. */
  readonly mentionOf: (userId: string, place: Place) => string | undefined;
  /** A run's current weights; undefined before its first epoch has ended. */
  readonly weights: (runId: string) => Promise<Checkpoint | undefined>;
  /**
   * A network's answer about one row.
   * @throws UserError naming an unknown column or value
   */
  readonly tryRow: (task: TrialTask) => Promise<Trial>;
  /** A network's inputs, and its answers for some test rows. */
  readonly sampleModel: (task: Omit<TrialTask, 'asked'>) => Promise<ModelSample>;
  /** The program's status; only runs shown at this place are listed individually. */
  readonly standing: (place: Place) => Promise<Standing>;
  /**
   * Retrains a network to show how its answers changed, epoch by epoch.
   * @param userId the asker
   * @throws UserError when there is nothing to show, or the retraining differs
   */
  readonly film: (run: RunState, userId: string, t: Translator) => Promise<Film>;
  /**
   * Which of its test rows a network gets wrong.
   * @throws UserError when its answers are not numbers
   */
  readonly findMistakes: (task: MistakesTask) => Promise<Mistakes>;
  /** A chart as a PNG. */
  readonly drawChart: (chart: ChartDescription) => Promise<Uint8Array>;
  /** Switches a run's message to another view; false if it can no longer be edited. */
  readonly switchView: (runId: string, view: View) => Promise<boolean>;
  /** Resolves when a run's message shows how it ended. */
  readonly settled: (runId: string) => Promise<void>;
  /**
   * Checked before anything new is stored: a run, a file.
   * @throws UserError when the tutor may not use more disk space
   */
  readonly refuseWhenFull: () => Promise<void>;
  /** Whether everyone at a place could see a run's message. */
  readonly wasPosted: (runId: string, place: Place) => Promise<boolean>;
  /**
   * Opens a run's live message as the answer to an invocation.
   * @param ping whether to ping the asker when it is over
   */
  readonly showLive: (
    invocation: Invocation,
    locale: Locale,
    view: View,
    ping?: boolean,
  ) => OpenWatcher;
  /** Whether pings work at a place. */
  readonly pings: (place: Place) => boolean;
}
