/** What is kept besides runs (`runs/ports.ts`). */
import type { MessageRef, Place } from '../chat/port.js';
import type { Board, BoardLine } from '../runs/board.js';
import type { Invitation, KeptInvitation, Person } from '../runs/invitation.js';
import type { DatasetRef } from '../runs/dataset.js';
import type { RunState } from '../runs/run.js';
import type { SlowMotion, SlowState } from '../runs/slow-motion.js';
import type { Locale } from '../content/locale.js';
import type { ChallengeAnswer } from '../tutor/challenge/answers.js';
import type { Challenge } from '../tutor/challenge/task.js';
import type { Said } from '../tutor/questions/conversation.js';
import type { ClassLab, Participant, Round } from '../tutor/class/round.js';
import type { Prediction } from '../tutor/predict/prediction.js';
import type { QuizRef } from '../tutor/quiz/question.js';
import type { CountedAnswer, Standing } from '../tutor/quiz/standing.js';
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
  /** Whether somebody has sent this file, and it is kept. */
  has(sha256: string, ownerId: string): Promise<boolean>;
  /** Remembers what was shown of a file before it trains, and keeps the file for a day. */
  keepPreview(dataset: UploadedTable, ownerId: string): Promise<string>;
  /** What somebody was shown; undefined when it was another person, or its file may be gone. */
  preview(id: string, ownerId: string): Promise<UploadedTable | undefined>;
}

export type UploadedTable = Extract<DatasetRef, { readonly kind: 'csv' }>;

/** Where something is being shown, so that a restart finds its message again. */
export interface LiveMessageRecord {
  readonly place: Place;
  readonly ref: MessageRef;
  readonly locale: Locale;
  readonly view: View;
  /** Its owner wants to be pinged when it is over. */
  readonly ping?: boolean;
}

export interface RunMessageRecord extends Omit<LiveMessageRecord, 'ref'> {
  /** Missing while it is a line of its channel's board. */
  readonly ref?: MessageRef;
  /** It was such a line: its message was posted when it was over, and is nobody's answer. */
  readonly wasLine?: true;
  /** Its epochs go on in its channel's board, as that calls itself, and its message is for its end. */
  readonly goesOnIn?: string;
}

export interface LiveMessageStore {
  save(runId: string, record: RunMessageRecord): Promise<void>;
  find(runId: string): Promise<RunMessageRecord | undefined>;
  /** Whether all who are at this place could see the run's message. */
  wasPosted(runId: string, place: Place): Promise<boolean>;
  /** The run's last state is in its message: nothing is left to show. */
  markDelivered(runId: string): Promise<void>;
  /** Runs whose message does not show their last state yet, oldest first. */
  undelivered(): Promise<readonly string[]>;
}

export interface QuizStore {
  /** Keeps a person's first answer to a question: for their score, their round and what comes back. */
  answer(userId: string, question: QuizRef, isRight: boolean): Promise<CountedAnswer>;
  standing(userId: string): Promise<Standing>;
  /** Notes that a question is asked somewhere; false when it had been asked there before. */
  ask(place: Place, question: QuizRef): Promise<boolean>;
  /** It did not get there: it can be asked there as if for the first time. */
  takeBack(place: Place, question: QuizRef): Promise<void>;
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

/** What holds for challenges in a channel. */
export interface ChallengeChannel {
  /** Where they are posted. */
  readonly place: Place;
  /** As its chat names it, where it names channels. */
  readonly channelId?: string;
  readonly locale: Locale;
  /** How many days one is open. */
  readonly days: number;
  /** When the next one comes by itself (Unix ms); missing: none does. */
  readonly nextAtMs?: number;
  /** Names of those it has had. */
  readonly used: readonly string[];
  /** It could not be written in: nothing comes by itself until somebody begins again. */
  readonly isPaused?: true;
}

export interface StoredChallenge extends Challenge {
  readonly place: Place;
  readonly locale: Locale;
  /** Missing: it is to be posted, by the next process where this one does not come to it. */
  readonly ref?: MessageRef;
  /** How it came out has been told. */
  readonly isClosed?: true;
}

/** What an admin decides for a channel. */
export interface AskedChallenge {
  readonly place: Place;
  readonly channelId: string | undefined;
  readonly locale: Locale;
  readonly days: number | undefined;
}

/** Channels are told apart as `channelOf` names them. */
export interface ChallengeStore {
  channel(place: Place): Promise<ChallengeChannel | undefined>;
  /** Those that one comes to by itself, paused or not; of a server or workspace, where one is named. */
  weekly(home?: string): Promise<readonly ChallengeChannel[]>;
  saveChannel(channel: ChallengeChannel): Promise<void>;
  /** Keeps a new one and how its channel goes on, both or neither. */
  open(challenge: StoredChallenge, channel: ChallengeChannel): Promise<void>;
  /** Takes it back, as if it had never been: its channel is as given. */
  discard(id: string, channel: ChallengeChannel | undefined): Promise<void>;
  save(challenge: StoredChallenge): Promise<void>;
  find(id: string): Promise<StoredChallenge | undefined>;
  /** The newest in a channel. */
  newest(place: Place): Promise<StoredChallenge | undefined>;
  /** Those that are not closed, oldest first. */
  unclosed(): Promise<readonly StoredChallenge[]>;
  /** Keeps a person's first answer. @returns what they have answered, now or before */
  answer(id: string, answer: ChallengeAnswer, atMs: number): Promise<ChallengeAnswer>;
  /** Oldest first. */
  answers(id: string): Promise<readonly ChallengeAnswer[]>;
  /**
   * Runs on a built-in data set that are over, were begun between two times (Unix ms), and could be seen
   * by all who are at a place.
   */
  runs(place: Place, data: string, fromMs: number, toMs: number): Promise<readonly string[]>;
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

export interface BoardMessageRecord extends LiveMessageRecord {
  /** Then it was there to be read, by a clock that only goes forward. */
  readonly openedAtMs?: number;
}

export interface StoredBoard {
  readonly board: Board;
  /** Missing until its message was opened. */
  readonly record?: BoardMessageRecord;
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
  save(id: string, record: BoardMessageRecord): Promise<void>;
  /** Its message shows what came out: nothing is left to do. */
  markDelivered(id: string): Promise<void>;
  /** Those of which something is left to do, oldest first. */
  undelivered(): Promise<readonly string[]>;
}

/** A round of a class as it is kept, with everyone who ever joined. */
export interface StoredRound {
  readonly lab: ClassLab;
  readonly round: Round;
  /** Missing until its message was opened. */
  readonly boardId?: string;
  /** Nobody can join any more. */
  readonly isClosed: boolean;
  readonly participants: readonly Participant[];
}

/** A round with its runs as they are. */
export interface RoundNow extends StoredRound {
  readonly phase: 'open' | 'training' | 'over';
  /** Of those who are there, as far as they have begun. */
  readonly states: readonly RunState[];
}

export interface ClassStore {
  /**
   * Keeps a new class with its first round, unless one is going on in the same channel.
   * @returns the newest round of the class that is going on there: the new one, or another's
   */
  open(lab: ClassLab, round: Round, requestId?: string): Promise<StoredRound>;
  /** Keeps a class's next round. The class ends later from now on. */
  addRound(round: Round, requestId?: string): Promise<void>;
  /** Of a class's next round. */
  nextNumber(classId: string): Promise<number>;
  find(roundId: string): Promise<StoredRound | undefined>;
  /** The one that was begun for a request. */
  ofRequest(requestId: string): Promise<StoredRound | undefined>;
  /** The newest round of the class that is going on in a channel, of those that were not tried in vain. */
  goingIn(channel: string, nowMs: number): Promise<StoredRound | undefined>;
  setBoard(roundId: string, boardId: string): Promise<void>;
  /**
   * Deals to whoever joins; whoever is there already keeps what they have.
   * @returns undefined where the round is closed, full, or not kept any more
   */
  join(
    roundId: string,
    person: { readonly id: string; readonly name: string },
    nowMs: number,
  ): Promise<Participant | undefined>;
  /** @returns false when they are not there */
  leave(roundId: string, userId: string): Promise<boolean>;
  /** Keeps the first guess of whoever is there. @returns false when there was one before */
  guess(roundId: string, userId: string, choice: number): Promise<boolean>;
  closeRound(roundId: string): Promise<void>;
  /** No next round can follow. */
  end(classId: string, nowMs: number): Promise<void>;
  /** Rounds that people may still join, as far as is known: their time may be up. */
  unclosed(): Promise<readonly StoredRound[]>;
}

/** The message of an invitation. */
export interface ShownInvitation {
  readonly ref: MessageRef;
  readonly place: Place;
  readonly locale: Locale;
}

export interface StoredInvitation extends KeptInvitation {
  /** Missing until there is a message. */
  readonly shown?: ShownInvitation;
}

/** Invitations to a duel that can still be answered. */
export interface InvitationStore {
  /**
   * @returns the one that was kept for the request, which an earlier process may have asked already
   * @throws UserError where its owner has sent too many within the hour, or one to the same person
   */
  create(invitation: Invitation, place: Place, requestId: string | undefined): Promise<Invitation>;
  /** Undefined once its time is over. */
  find(id: string): Promise<StoredInvitation | undefined>;
  /** Keeps where it stands. */
  save(id: string, shown: ShownInvitation): Promise<void>;
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
  /** To challenges. */
  readonly challengeAnswers: number;
  readonly settings: number;
  /** Trainings in slow motion. */
  readonly slowMotions: number;
  /** Boards that they asked for. */
  readonly boards: number;
  /** Classes that they opened. */
  readonly classes: number;
  /** Rounds of classes that they took part in. */
  readonly classRounds: number;
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
