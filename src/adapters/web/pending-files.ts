/** Files that were dropped on the page and wait for the command they belong to. */
import { randomUUID } from 'node:crypto';
import type { IncomingFile } from '../../chat/port.js';
import { UserError } from '../../errors.js';
import { pendingLifetimeMs } from './limits.js';

/** The most that one upload may bring, in bytes. */
export const maxUploadBytes = 10 * 1024 * 1024;
const megabyte = 1024 * 1024;

interface Pending {
  readonly ownerId: string;
  readonly file: IncomingFile;
  readonly arrivedMs: number;
}

/** One file a person, the latest, for as long as `pendingLifetimeMs`. They never see the disk. */
export class PendingFiles {
  /** In the order of arrival. */
  readonly #files = new Map<string, Pending>();

  /** @param nowMs a clock that only goes forward, in ms */
  constructor(private readonly nowMs: () => number) {}

  /** Of all files but this person's: theirs makes room for the next. In bytes. */
  bytesBeside(ownerId: string): number {
    this.#forgetOld();
    let bytes = 0;
    for (const pending of this.#files.values()) {
      if (pending.ownerId !== ownerId) bytes += pending.file.sizeBytes;
    }
    return bytes;
  }

  /** Keeps a file for its owner and returns the id to ask for it with. */
  add(ownerId: string, name: string, bytes: Uint8Array): string {
    for (const [id, pending] of this.#files) {
      if (pending.ownerId === ownerId) this.#files.delete(id);
    }
    const id = randomUUID();
    this.#files.set(id, { ownerId, file: incomingFile(name, bytes), arrivedMs: this.nowMs() });
    return id;
  }

  /** Hands the file over, once. */
  take(ownerId: string, id: string): IncomingFile | undefined {
    const pending = this.#files.get(id);
    if (pending?.ownerId !== ownerId) return undefined;
    this.#files.delete(id);
    return pending.file;
  }

  #forgetOld(): void {
    const oldestMs = this.nowMs() - pendingLifetimeMs;
    for (const [id, { arrivedMs }] of this.#files) if (arrivedMs < oldestMs) this.#files.delete(id);
  }
}

function incomingFile(name: string, bytes: Uint8Array): IncomingFile {
  const sizeBytes = bytes.byteLength;
  return {
    name,
    sizeBytes,
    read: (maxBytes) => {
      if (sizeBytes <= maxBytes) return Promise.resolve(bytes);
      const params = { megabytes: inMegabytes(sizeBytes), max: inMegabytes(maxBytes) };
      return Promise.reject(new UserError('error.csvTooLarge', params));
    },
  };
}

function inMegabytes(bytes: number): number {
  return Math.ceil((bytes / megabyte) * 10) / 10;
}
