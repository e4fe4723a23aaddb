/** Who waits for a turn and who gets one: nobody may get two while somebody else waits for one. */
export class Turns {
  /** For everybody waiting, how many turns others have had since. */
  readonly #waiting = new Map<string, { asked: number; had: Map<string, number> }>();
  /** Turns dealt otherwise. */
  readonly unfair: string[] = [];
  dealt = 0;

  asks(user: string): void {
    const waiting = this.#waiting.get(user);
    if (waiting) waiting.asked += 1;
    else this.#waiting.set(user, { asked: 1, had: new Map() });
  }

  begins(user: string): void {
    this.dealt += 1;
    this.leaves(user);
    for (const [other, { had }] of this.#waiting) {
      if (other === user) continue;
      const turns = (had.get(user) ?? 0) + 1;
      had.set(user, turns);
      if (turns > 1) this.unfair.push(`${user} had ${turns} turns while ${other} waited for one`);
    }
  }

  /** The user begins, or no longer waits. Their other requests wait from now on. */
  leaves(user: string): void {
    const waiting = this.#waiting.get(user);
    this.#waiting.delete(user);
    if (waiting && waiting.asked > 1) {
      this.#waiting.set(user, { asked: waiting.asked - 1, had: new Map() });
    }
  }
}
