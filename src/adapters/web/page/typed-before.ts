/** The history of lines sent from this page, for the up arrow, as in a terminal. */
export class TypedBefore {
  readonly #lines: string[] = [];
  #at = 0;

  add(line: string): void {
    if (this.#lines.at(-1) !== line) this.#lines.push(line);
    this.#at = this.#lines.length;
  }

  /** The previous or next line in the history; undefined where there is none. */
  step(by: -1 | 1): string | undefined {
    const next = this.#at + by;
    if (next < 0 || next > this.#lines.length) return undefined;
    this.#at = next;
    return this.#lines[next] ?? '';
  }
}
