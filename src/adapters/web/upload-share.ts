/** Limits the memory that uploads may take: those in transfer and those waiting. */
import { mostPendingBytes, uploadPlaces, uploadRate, uploadRetryMs } from './limits.js';
import type { PendingFiles } from '../../room/pending-files.js';
import { Refused, tooMuch } from './refused.js';
import { SharedPace } from './shared-pace.js';
import { SharedPlaces } from './shared-places.js';

export class UploadShare {
  readonly #pace: SharedPace;
  readonly #places = new SharedPlaces(uploadPlaces);
  #arrivingBytes = 0;

  /** @param nowMs a monotonic clock, in ms */
  constructor(
    private readonly pending: Pick<PendingFiles, 'bytesBeside'>,
    nowMs: () => number,
  ) {
    this.#pace = new SharedPace(uploadRate, nowMs);
  }

  /**
   * Starts an upload.
   * @param announced in bytes
   * @throws Refused when the person, or everybody together, already takes too much
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
      // Announced bytes do not count against others until they arrive: they may never come.
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

/** An upload in transfer. */
interface Arriving {
  /** More bytes arrived. @throws Refused when everybody together now takes too much */
  readonly grow: (bytes: number) => Promise<void>;
  /** It is complete, or was cancelled. */
  readonly end: () => void;
}

function full(key: 'room.filesFull' | 'room.filesArriving'): Refused {
  return new Refused({ status: 429, problem: 'tooMuch', key, retryAfterMs: uploadRetryMs });
}
