/** Who has been let into the room. */

export interface Identity {
  /** `web:` and part of the hash of the token that their browser keeps. */
  readonly id: string;
  /** Missing: they were here before names were kept. */
  readonly name?: string;
}

export interface IdentityStore {
  /** Somebody whom the room has given their identity. */
  find(id: string): Promise<Identity | undefined>;
  /**
   * Keeps a newcomer, and that somebody known came again. Who never said anything is forgotten a week
   * after they came last, others after 400 days, as their browsers forget them.
   */
  admit(id: string): Promise<void>;
  /** They have said something: they are no passer-by. */
  spoke(id: string): Promise<void>;
  /**
   * Gives somebody admitted the first of these names that nobody else has, instead of the one they had.
   * @throws Error when all are taken
   */
  claim(id: string, names: Iterable<string>): Promise<string>;
}
