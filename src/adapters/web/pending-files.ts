/** Files that were dropped on the page and wait for the command they belong to. */
import { randomUUID } from 'node:crypto';
import type { IncomingFile } from '../../chat/port.js';
import { UserError } from '../../errors.js';

/** The most that one upload may bring, in bytes. */
export const maxUploadBytes = 10 * 1024 * 1024;
const megabyte = 1024 * 1024;

interface Pending {
  readonly ownerId: string;
  readonly file: IncomingFile;
}

/** One file a person, the latest; of all people's the oldest makes room. They never see the disk. */
export class PendingFiles {
  /** In the order of arrival. */
  readonly #files = new Map<string, Pending>();

  constructor(private readonly most = 8) {}

  /** Keeps a file for its owner and returns the id to ask for it with. */
  add(ownerId: string, name: string, bytes: Uint8Array): string {
    for (const [id, pending] of this.#files) {
      if (pending.ownerId === ownerId) this.#files.delete(id);
    }
    const [oldest] = this.#files.keys();
    if (oldest !== undefined && this.#files.size >= this.most) this.#files.delete(oldest);
    const id = randomUUID();
    this.#files.set(id, { ownerId, file: incomingFile(name, bytes) });
    return id;
  }

  /** Hands the file over, once. */
  take(ownerId: string, id: string): IncomingFile | undefined {
    const pending = this.#files.get(id);
    if (pending?.ownerId !== ownerId) return undefined;
    this.#files.delete(id);
    return pending.file;
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
