/** The entrance's lifetime: closed by whichever comes first, a refused token or the end of the program. */
import type { UnderWay } from '../../chat/under-way.js';
import type { Entrance } from './receiver.js';

export class WayIn {
  #opened: Entrance | undefined;

  constructor(private readonly underWay: UnderWay) {}

  /** @returns where it serves; undefined when it never will: `refused` was called with the reason, or we are closing */
  async open(entrance: Entrance, refused: (error: unknown) => void): Promise<string | undefined> {
    const { closing } = this.underWay;
    try {
      const where = await entrance.open();
      if (!closing.aborted) {
        this.#opened = entrance;
        return where;
      }
      await entrance.close();
    } catch (error) {
      if (!closing.aborted) refused(error);
    }
    return undefined;
  }

  readonly close = async (timeIsUp?: AbortSignal): Promise<void> => {
    const answered = this.underWay.close(timeIsUp);
    const opened = this.#opened;
    this.#opened = undefined;
    await Promise.all([opened?.close(timeIsUp), answered]);
  };
}
