/** People admitted to the room. */

export interface Identity {
  /** `web:` and part of the hash of their browser's token. */
  readonly id: string;
  /** Missing: they came before names were stored. */
  readonly name?: string;
}

export interface IdentityStore {
  /** Somebody with an identity in the room. */
  find(id: string): Promise<Identity | undefined>;
  /**
   * Records a newcomer, or a returning person's visit. People who never said anything are deleted a week
   * after their last visit, others after 400 days, when their browsers drop the cookie.
   */
  admit(id: string): Promise<void>;
  /** They have said something, so they are kept for longer. */
  spoke(id: string): Promise<void>;
  /**
   * Gives somebody the first of these names that is free, replacing their old one.
   * @throws Error when all are taken
   */
  claim(id: string, names: Iterable<string>): Promise<string>;
}
