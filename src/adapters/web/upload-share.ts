/** How much of the room's memory uploads may take: those on their way and those that wait. */
import { mostPendingBytes, uploadPlaces, uploadRate, uploadRetryMs } from './limits.js';
import type { PendingFiles } from '../../room/pending-files.js';
import { Refused, tooMuch } from './refused.js';
import { SharedPace } from './shared-pace.js';
import { SharedPlaces } from './shared-places.js';

export class UploadShare {
  readonly #pace: SharedPace;
  readonly #places = new SharedPlaces(uploadPlaces);
  #arrivingBytes = 0;

  /** @param nowMs a clock that only goes forward, in ms */
  constructor(
    private readonly pending: Pick<PendingFiles, 'bytesBeside'>,
    nowMs: () => number,
  ) {
    this.#pace = new SharedPace(uploadRate, nowMs);
  }

  /**
   * An upload begins.
   * @param announced in bytes
   * @throws Refused when the person, or all together, take too much already
   */
  async begin(personId: string, announced: number): Promise<Arriving> {
    const wait = this.#pace.take(personId);
    if (wait) throw new Refused(tooMuch(wait, { own: 'room.manyFiles', all: 'room.filesFull' }));
    const refuseFull = async (more: number): Promise<void> => {
      const beside = await this.pending.bytesBeside(personId);
      if (beside + this.#arrivingBytes + more > mostPendingBytes) throw full('room.filesFull');
    };
    await refuseFull(announced);
    const leave = this.#places.take(personId);
    if (leave === 'own') throw full('room.filesArriving');
    if (leave === 'all') throw full('room.filesFull');
    let here = 0;
    return {
      // What is announced takes no room from others until it is here: it may never come.
      grow: async (bytes) => {
        here += bytes;
        this.#arrivingBytes += bytes;
        await refuseFull(0);
      },
      end: () => {
        this.#arrivingBytes -= here;
        here = 0;
        leave();
      },
    };
  }
}

/** An upload on its way. */
interface Arriving {
  /** So many bytes more are here. @throws Refused when all together take too much by now */
  readonly grow: (bytes: number) => Promise<void>;
  /** It is here, or given up. */
  readonly end: () => void;
}

function full(key: 'room.filesFull' | 'room.filesArriving'): Refused {
  return new Refused({ status: 429, problem: 'tooMuch', key, retryAfterMs: uploadRetryMs });
}
