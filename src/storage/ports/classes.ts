import type { RunState } from '../../runs/run.js';
import type { ClassLab, Participant, Round } from '../../tutor/class/round.js';

/** A round of a class as it is stored, with everybody who ever joined. */
export interface StoredRound {
  readonly lab: ClassLab;
  readonly round: Round;
  /** Missing until its message was opened. */
  readonly boardId?: string;
  /** Nobody can join any more. */
  readonly isClosed: boolean;
  readonly participants: readonly Participant[];
}

/** A round with its runs as they are now. */
export interface RoundNow extends StoredRound {
  readonly phase: 'open' | 'training' | 'over';
  /** The runs of those who have not left, as far as they have begun. */
  readonly states: readonly RunState[];
}

export interface ClassStore {
  /**
   * Stores a new class with its first round, unless one is going on in the same channel.
   * @returns the newest round of the class that is going on there: the new one, or another one's
   */
  open(lab: ClassLab, round: Round, requestId?: string): Promise<StoredRound>;
  /** Stores a class's next round, which also extends the class. */
  addRound(round: Round, requestId?: string): Promise<void>;
  /** Of a class's next round. */
  nextNumber(classId: string): Promise<number>;
  find(roundId: string): Promise<StoredRound | undefined>;
  /** The one that was begun for a request. */
  ofRequest(requestId: string): Promise<StoredRound | undefined>;
  /**
   * The newest round of the class that is going on in a channel, leaving out rounds that could not be
   * posted.
   */
  goingIn(channel: string, nowMs: number): Promise<StoredRound | undefined>;
  setBoard(roundId: string, boardId: string): Promise<void>;
  /**
   * Deals a value to a person who joins; one who has joined already keeps theirs.
   * @returns undefined where the round is closed, full, or no longer stored
   */
  join(
    roundId: string,
    person: { readonly id: string; readonly name: string },
    nowMs: number,
  ): Promise<Participant | undefined>;
  /** @returns false when they are not in the round */
  leave(roundId: string, userId: string): Promise<boolean>;
  /** Stores a participant's first guess. @returns false when there was one before */
  guess(roundId: string, userId: string, choice: number): Promise<boolean>;
  closeRound(roundId: string): Promise<void>;
  /** No next round can follow. */
  end(classId: string, nowMs: number): Promise<void>;
  /** Rounds that are not closed; their time may be up. */
  unclosed(): Promise<readonly StoredRound[]>;
}
