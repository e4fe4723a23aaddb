/** How much of the room's memory uploads may take: those on their way and those that wait. */
import { mostPendingBytes, uploadPlaces, uploadRate, uploadRetryMs } from './limits.js';
import type { PendingFiles } from './pending-files.js';
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
   * Keeps room for an upload that begins.
   * @param bytes as many as it says, else as many as it may bring
   * @returns to be called when it is here, or given up
   * @throws Refused when the person, or all together, take too much already
   */
  begin(personId: string, bytes: number): () => void {
    const wait = this.#pace.take(personId);
    if (wait) throw new Refused(tooMuch(wait, { own: 'room.manyFiles', all: 'room.filesFull' }));
    const used = this.pending.bytesBeside(personId) + this.#arrivingBytes;
    if (used + bytes > mostPendingBytes) throw full('room.filesFull');
    const leave = this.#places.take(personId);
    if (leave === 'own') throw full('room.filesArriving');
    if (leave === 'all') throw full('room.filesFull');
    this.#arrivingBytes += bytes;
    return () => {
      this.#arrivingBytes -= bytes;
      leave();
    };
  }
}

function full(key: 'room.filesFull' | 'room.filesArriving'): Refused {
  return new Refused({ status: 429, problem: 'tooMuch', key, retryAfterMs: uploadRetryMs });
}
