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
