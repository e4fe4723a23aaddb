import type { MessageRef, Place } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import type { ChallengeAnswer } from '../../tutor/challenge/answers.js';
import type { Challenge } from '../../tutor/challenge/task.js';

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
