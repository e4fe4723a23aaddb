/** Logs each version that does not fit once: both sides say it, and neither does every second. */
import type { RunLog } from '../runs/ports.js';

export class MisfitNews {
  readonly #told = new Set<string>();

  constructor(
    private readonly version: string,
    private readonly log: Pick<RunLog, 'warn'>,
  ) {}

  /** @param misfits how many workers there are, by version */
  tell(misfits: ReadonlyMap<string, number>, who: 'workers' | 'fronts'): void {
    const news = [...misfits].filter(([version]) => !this.#told.has(version));
    for (const [theirs, count] of news) {
      this.#told.add(theirs);
      this.log.warn(
        { ours: this.version, theirs, [who]: count },
        `There are ${who} of another version of the tutor. Their numbers could differ in the last bits, so no tasks pass between the two: start the older side anew with the version of the other.`,
      );
    }
  }
}

/** How many workers there are of each other version. */
export function counted(
  all: readonly { readonly version: string }[],
  ours: string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { version } of all) {
    if (version !== ours) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return counts;
}
