/** How much is stored about somebody. */
export interface PersonalCounts {
  readonly runs: number;
  /** Files that nobody else has sent, too. */
  readonly files: number;
  readonly quizAnswers: number;
  /** Predictions that they asked for. */
  readonly games: number;
  readonly guesses: number;
  /** Answers to challenges. */
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
  /** Invitations to a duel that wait for an answer. */
  readonly invitations: number;
  /** Places where what they were last told is remembered, for an hour. */
  readonly remembered: number;
  /** In the room: what they wrote and the answers they got. */
  readonly messages: number;
}

/** Everything of one person on one platform. */
export interface PersonalData {
  counts(userId: string): Promise<PersonalCounts>;
  /** All of it as JSON. */
  export(userId: string): Promise<Uint8Array>;
  /**
   * Deletes everything except runs that are not over; other people's runs on their files keep only their
   * results.
   * @param gone what the room shows from now on in place of their entries
   */
  forget(userId: string, gone: string): Promise<void>;
}
