/** Files that were dropped on the page and wait for the command they belong to, over restarts. */
import type { IncomingFile } from '../chat/port.js';

/** The most that one upload may bring, in bytes. */
export const maxUploadBytes = 10 * 1024 * 1024;

/** An upload whose command does not come makes room after this time, in ms. */
export const pendingLifetimeMs = 15 * 60 * 1000;

/** One file a person, the latest, for as long as `pendingLifetimeMs`. */
export interface PendingFiles {
  /** Keeps a file for its owner and returns the id to ask for it with. */
  add(ownerId: string, name: string, bytes: Uint8Array): Promise<string>;
  /** Whether a file of this owner still waits. */
  has(ownerId: string, id: string): Promise<boolean>;
  /** Hands the file over to one request, which keeps it until it is answered. */
  take(ownerId: string, id: string, requestId: string): Promise<IncomingFile | undefined>;
  /** Of all files but the one of this person that waits: it makes room for their next. In bytes. */
  bytesBeside(ownerId: string): Promise<number>;
}
