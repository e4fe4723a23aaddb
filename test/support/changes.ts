/** Something that changes, and lets tests wait for a condition. */
export class Changes {
  readonly #watchers = new Set<() => void>();

  changed(): void {
    for (const look of this.#watchers) look();
  }

  /**
   * Resolves when the condition holds; checks after every change here, and now and then for changes
   * elsewhere. Rejects after `withinMs`.
   * @param what what is awaited, for the error message
   */
  until(condition: () => boolean, what: string, withinMs = 45_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        clearInterval(elsewhere);
        this.#watchers.delete(look);
      };
      const look = (): void => {
        if (!condition()) return;
        done();
        resolve();
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`waited in vain until ${what}`));
      }, withinMs);
      const elsewhere = setInterval(look, 20);
      this.#watchers.add(look);
      look();
    });
  }
}
