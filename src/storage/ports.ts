/** What is kept besides runs (`runs/ports.ts`). */
import type { MessageRef, Place } from '../chat/port.js';
import type { Board, BoardLine } from '../runs/board.js';
import type { Invitation, KeptInvitation, Person } from '../runs/invitation.js';
import type { DatasetRef } from '../runs/dataset.js';
import type { SlowMotion, SlowState } from '../runs/slow-motion.js';
import type { Locale } from '../content/locale.js';
import type { Said } from '../tutor/questions/conversation.js';
import type { Prediction } from '../tutor/predict/prediction.js';
import type { View } from '../render/view.js';

export interface Preferences {
  /** Missing: as the platform says. */
  readonly locale?: Locale;
  readonly view?: View;
}

export interface PreferenceStore {
  get(userId: string): Promise<Preferences>;
  /** Sets what is given; `undefined` forgets it. */
  set(
    userId: string,
    change: { readonly locale?: Locale | undefined; readonly view?: View | undefined },
  ): Promise<void>;
}

/** What those who manage a server decided for it; missing: as the program has it. */
export interface ServerSettings {
  /** Ids of the only channels that the tutor answers in, at least one. */
  readonly channels?: readonly string[];
  /** Runs that one person may have going when they start another here. */
  readonly runs?: number;
  /** Rows of the largest table of one's own. */
  readonly rows?: number;
  /** Spoken with whom the platform tells no language of. */
  readonly language?: Locale;
  /** The end of a run is said in a message of its own, too. */
  readonly ends?: boolean;
}

/** By server (`discord:…`) or workspace (`slack:…`). */
export interface ServerSettingsStore {
  get(serverId: string): Promise<ServerSettings>;
  /** Replaces all of them; without any, nothing is kept of the server. */
  set(serverId: string, settings: ServerSettings): Promise<void>;
}

/** Uploaded files, addressed by their content. */
export interface UploadStore {
  /** Keeps the bytes for who sent them, until `settle` at least, and returns their SHA-256 in hex. */
  put(bytes: Uint8Array, ownerId: string): Promise<string>;
  /** What a file was put for has begun, or was refused: where no run uses it, it goes at once. */
  settle(sha256: string): Promise<void>;
  /** Remembers what was shown of a file before it trains, and keeps the file for a day. */
  keepPreview(dataset: UploadedTable, ownerId: string): Promise<string>;
  /** What somebody was shown; undefined when it was another person, or its file may be gone. */
  preview(id: string, ownerId: string): Promise<UploadedTable | undefined>;
}

export type UploadedTable = Extract<DatasetRef, { readonly kind: 'csv' }>;

/** Where a run is being shown, so that a restart finds its message again. */
export interface LiveMessageRecord {
  readonly place: Place;
  readonly ref: MessageRef;
  readonly locale: Locale;
  readonly view: View;
  /** Its owner wants to be pinged when it is over. */
  readonly ping?: boolean;
}

export interface LiveMessageStore {
  save(runId: string, record: LiveMessageRecord): Promise<void>;
  find(runId: string): Promise<LiveMessageRecord | undefined>;
  /** Whether all who are at this place could see the run's message. */
  wasPosted(runId: string, place: Place): Promise<boolean>;
  /** The run's last state is in its message: nothing is left to show. */
  markDelivered(runId: string): Promise<void>;
  /** Runs whose message does not show their last state yet, oldest first. */
  undelivered(): Promise<readonly string[]>;
}

/** How somebody does in the quiz. */
export interface QuizScore {
  /** Questions answered; each counts once, with its first answer. */
  readonly answered: number;
  readonly right: number;
  /** Right answers since the last wrong one. */
  readonly streak: number;
}

export interface QuizStore {
  /**
   * Keeps a person's first answer to a question.
   * @returns false when they had answered it before: nothing was added then
   */
  answer(userId: string, question: string, isRight: boolean): Promise<boolean>;
  score(userId: string): Promise<QuizScore>;
  /** Notes that a question is asked somewhere; false when it had been asked there before. */
  ask(place: Place, question: string): Promise<boolean>;
}

/** The training that a prediction was held against, and where its outcome is told. */
export interface PredictedRuns {
  /** In the order of the prediction's settings. */
  readonly runIds: readonly string[];
  readonly place: Place;
  readonly locale: Locale;
}

/** Who asked for a prediction, where and when. */
export interface AskedPrediction {
  readonly ownerId: string;
  readonly place: Place;
  readonly atMs: number;
}

export interface StoredPrediction {
  readonly prediction: Prediction;
  /** Where it was asked, as `channelOf` names it; empty for a game from before that was kept. */
  readonly channel: string;
  /** Missing until the training has started. */
  readonly started?: PredictedRuns;
  /** By person: the index of the answer they guessed. */
  readonly guesses: ReadonlyMap<string, number>;
}

export interface PredictionStore {
  create(prediction: Prediction, asked: AskedPrediction): Promise<void>;
  find(id: string): Promise<StoredPrediction | undefined>;
  /** Replaces the person's earlier guess. */
  guess(id: string, userId: string, answer: number): Promise<void>;
  start(id: string, runs: PredictedRuns): Promise<void>;
  /** Everybody has been told: nothing is left to do. */
  markRevealed(id: string): Promise<void>;
  /** Those whose training has started and whose outcome nobody was told yet, oldest first. */
  unrevealed(): Promise<readonly string[]>;
}

/** What was last said to somebody, for an hour, so that “why?” means something. */
export interface ConversationStore {
  last(userId: string, place: Place): Promise<Said | undefined>;
  /** `undefined`: nothing was answered, what was said before stays. */
  remember(userId: string, place: Place, said: Said | undefined): Promise<void>;
}

/** A training in slow motion, as it is kept between two presses. */
export interface StoredSlowMotion {
  readonly motion: SlowMotion;
  /** Missing until its message was opened. */
  readonly record?: LiveMessageRecord;
  /** The last press that was carried out. */
  readonly pressedId?: string;
  /** The message shows all there is. Never true while it plays: whoever comes next has to pause it. */
  readonly isShown: boolean;
}

export interface SlowMotionStore {
  /** Keeps a new one and, of its owner's, only the newest `mostKept`. */
  create(motion: SlowMotion, requestId: string | undefined, mostKept: number): Promise<void>;
  find(id: string): Promise<StoredSlowMotion | undefined>;
  /** The one that was begun for a request. */
  ofRequest(requestId: string): Promise<StoredSlowMotion | undefined>;
  /** Undefined before the first iteration. */
  state(id: string): Promise<SlowState | undefined>;
  /**
   * Replaces what is given; nothing happens where it is not kept any more.
   * @param state goes with it in one transaction; `null` forgets it
   */
  save(stored: StoredSlowMotion, state?: SlowState | null): Promise<void>;
  /** Its message is another one from now on. */
  move(id: string, ref: MessageRef): Promise<void>;
  /** The message shows this, unless there is something newer by now. */
  markShown(motion: SlowMotion): Promise<void>;
  /** Those that played, or whose message is behind. */
  unshown(): Promise<readonly StoredSlowMotion[]>;
}

export interface StoredBoard {
  readonly board: Board;
  /** Missing until its message was opened. */
  readonly record?: LiveMessageRecord;
}

/** Where a run stands on a board. */
export interface OnBoard {
  readonly boardId: string;
  /** Of its lines, from 0. */
  readonly index: number;
}

/** Messages that show several runs. Whatever is written is one transaction. */
export interface BoardStore {
  /** @param requestId what asks for it: there is one board for it, however often it is asked */
  create(board: Board, requestId: string | undefined): Promise<void>;
  find(id: string): Promise<StoredBoard | undefined>;
  ofRequest(requestId: string): Promise<StoredBoard | undefined>;
  /** Where a run that is shown on a board is shown. */
  ofRun(runId: string): Promise<OnBoard | undefined>;
  /** @returns the new line's index; undefined when no more lines are taken */
  addLine(id: string, line: BoardLine): Promise<number | undefined>;
  /** Replaces a line: its run was started, or will not be. */
  setLine(id: string, index: number, line: BoardLine): Promise<void>;
  /** No more lines are taken. */
  close(id: string): Promise<void>;
  save(id: string, record: LiveMessageRecord): Promise<void>;
  /** Its message shows what came out: nothing is left to do. */
  markDelivered(id: string): Promise<void>;
  /** Those of which something is left to do, oldest first. */
  undelivered(): Promise<readonly string[]>;
}

/** Invitations to a duel that can still be answered. */
export interface InvitationStore {
  /** @returns the one that was kept for the request, which an earlier process may have asked already */
  create(invitation: Invitation, place: Place, requestId: string | undefined): Promise<Invitation>;
  /** Undefined once its time is over. */
  find(id: string): Promise<KeptInvitation | undefined>;
  /** @returns who has accepted, which may be somebody before; undefined where it is over */
  accept(id: string, person: Person): Promise<Person | undefined>;
  /** @returns false where it had been ended already */
  end(id: string, state: 'declined' | 'begun'): Promise<boolean>;
}

/** How much is kept of somebody. */
export interface PersonalCounts {
  readonly runs: number;
  /** Which nobody else has sent, too. */
  readonly files: number;
  readonly quizAnswers: number;
  /** Predictions that they asked for. */
  readonly games: number;
  readonly guesses: number;
  readonly settings: number;
  /** Trainings in slow motion. */
  readonly slowMotions: number;
  /** Boards that they asked for. */
  readonly boards: number;
  /** To a duel, that wait for an answer. */
  readonly invitations: number;
  /** Places where it is remembered, for an hour, what they were told last. */
  readonly remembered: number;
  /** In the room: what they wrote and what they were answered. */
  readonly messages: number;
}

/** Everything of one person on one platform. */
export interface PersonalData {
  counts(userId: string): Promise<PersonalCounts>;
  /** All of it as JSON. */
  export(userId: string): Promise<Uint8Array>;
  /**
   * Deletes all of it but runs that are not over; others' runs on their files keep their results alone.
   * @param gone what stands in the room from now on where something of theirs stood
   */
  forget(userId: string, gone: string): Promise<void>;
}
