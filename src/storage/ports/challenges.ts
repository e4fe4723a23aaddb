import type { MessageRef, Place } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import type { ChallengeAnswer } from '../../tutor/challenge/answers.js';
import type { Challenge } from '../../tutor/challenge/task.js';

/** A channel's settings for challenges. */
export interface ChallengeChannel {
  /** Where they are posted. */
  readonly place: Place;
  /** The channel's id on its platform, where channels have one. */
  readonly channelId?: string;
  readonly locale: Locale;
  /** How many days one is open. */
  readonly days: number;
  /** When the next weekly one comes (Unix ms); missing: none does. */
  readonly nextAtMs?: number;
  /** Names of the challenges it has had. */
  readonly used: readonly string[];
  /** Nothing could be posted in it: no weekly ones come until somebody begins again. */
  readonly isPaused?: true;
}

export interface StoredChallenge extends Challenge {
  readonly place: Place;
  readonly locale: Locale;
  /** Missing until it is posted, by the next process if this one does not get to it. */
  readonly ref?: MessageRef;
  /** Its outcome has been announced. */
  readonly isClosed?: true;
}

/** What an admin decides for a channel. */
export interface AskedChallenge {
  readonly place: Place;
  readonly channelId: string | undefined;
  readonly locale: Locale;
  readonly days: number | undefined;
}

/** Channels are named as by `channelOf`. */
export interface ChallengeStore {
  channel(place: Place): Promise<ChallengeChannel | undefined>;
  /** Channels with weekly challenges, paused or not; of one server or workspace, if given. */
  weekly(home?: string): Promise<readonly ChallengeChannel[]>;
  saveChannel(channel: ChallengeChannel): Promise<void>;
  /** Stores a new one and its channel's next settings, both or neither. */
  open(challenge: StoredChallenge, channel: ChallengeChannel): Promise<void>;
  /** Deletes it, as if it had never been; its channel's settings become those given. */
  discard(id: string, channel: ChallengeChannel | undefined): Promise<void>;
  save(challenge: StoredChallenge): Promise<void>;
  find(id: string): Promise<StoredChallenge | undefined>;
  /** The newest in a channel. */
  newest(place: Place): Promise<StoredChallenge | undefined>;
  /** Challenges that are not closed, oldest first. */
  unclosed(): Promise<readonly StoredChallenge[]>;
  /** Stores a person's first answer. @returns the answer that counts, from now or before */
  answer(id: string, answer: ChallengeAnswer, atMs: number): Promise<ChallengeAnswer>;
  /** Oldest first. */
  answers(id: string): Promise<readonly ChallengeAnswer[]>;
  /**
   * Finished runs on a built-in data set that began between two times (Unix ms), and could be seen by
   * everybody at a place.
   */
  runs(place: Place, data: string, fromMs: number, toMs: number): Promise<readonly string[]>;
}
