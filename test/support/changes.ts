/** Something that changes, and tests that wait for what it becomes. */
export class Changes {
  readonly #watchers = new Set<() => void>();

  changed(): void {
    for (const look of this.#watchers) look();
  }

  /**
   * Resolves when the condition holds; looks after every change here, and now and then for changes
   * elsewhere. Rejects after `withinMs`.
   * @param what is waited for, should it never come
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
