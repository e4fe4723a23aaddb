/** Uploads that wait for their command, across restarts. */
import type { IncomingFile } from '../chat/port.js';

/** Maximum size of an upload, in bytes. */
export const maxUploadBytes = 10 * 1024 * 1024;

/** An upload without a command is dropped after this time, in ms. */
export const pendingLifetimeMs = 15 * 60 * 1000;

/** One file per person, the latest, for as long as `pendingLifetimeMs`. */
export interface PendingFiles {
  /** Stores a file for its owner and returns its id. */
  add(ownerId: string, name: string, bytes: Uint8Array): Promise<string>;
  /** Whether this owner still has a file waiting. */
  has(ownerId: string, id: string): Promise<boolean>;
  /** Assigns the file to one request, which keeps it until it is answered. */
  take(ownerId: string, id: string, requestId: string): Promise<IncomingFile | undefined>;
  /** Total size in bytes, except this person's waiting file, which their next one replaces. */
  bytesBeside(ownerId: string): Promise<number>;
}
