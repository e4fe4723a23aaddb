/** The room's messages, stored so that they survive a reload or a restart. */
import type { Attachment, Button, ChatMessage, Part } from '../chat/message.js';
import type { User } from '../chat/port.js';

/** An attachment without its bytes. */
export interface StoredFile extends Omit<Attachment, 'bytes'> {
  /** Cannot be guessed. */
  readonly id: string;
  readonly sizeBytes: number;
}

/** What a person typed. */
export interface Line {
  readonly kind: 'line';
  readonly text: string;
  /** Names of the files that came with it; the files themselves belong to the command. */
  readonly fileNames: readonly string[];
}

/** The tutor's message; the entry says whose runs it shows. */
export interface Answer extends Omit<ChatMessage, 'buttons' | 'parts' | 'attachments'> {
  readonly kind: 'answer';
  readonly buttons: readonly Button[];
  readonly files: readonly StoredFile[];
}

export interface Entry {
  /** Its room; '' is the first one. */
  readonly room: string;
  /** Ascending from 1 in the order of posting. */
  readonly id: number;
  /** Incremented with every change of any entry: a page that has seen revision 7 asks for later ones. */
  readonly revision: number;
  readonly atMs: number;
  /** The person who typed the line, or whom the tutor answers. */
  readonly person?: User;
  /** By the room's teacher, or to them. */
  readonly isTeachers?: true;
  /** Only `person` may see it. */
  readonly isPrivate: boolean;
  readonly body: Line | Answer;
  /** The owners of the runs it shows, where it shows several people's. */
  readonly parts?: readonly Part[];
}

export interface NewEntry extends Omit<Entry, 'id' | 'revision' | 'body' | 'parts'> {
  readonly body: Line | { readonly kind: 'answer'; readonly message: ChatMessage };
  /** An answer's idempotency key, also for the next process. */
  readonly once?: string;
}

export interface FoundFile {
  readonly file: StoredFile;
  readonly bytes: Uint8Array;
  /** The only person who may download it; missing: everyone may. */
  readonly onlyFor?: string;
}

/** The log of all rooms: ids and revisions are shared by all of them. */
export interface RoomLog {
  /** The log's id: revisions are only valid within one log. */
  id(room: string): Promise<string>;
  /**
   * Adds an entry. When a room has too many, the oldest entry of whoever has the most there is deleted, with its
   * files: nobody's flood deletes other people's messages. When all rooms together have too many, the fullest
   * room's. Messages of runs in progress, and pinned ones, do not count and are never deleted.
   * An answer with a known key (`once`) is not added again but edited.
   * @returns its id
   */
  append(entry: NewEntry): Promise<number>;
  /**
   * Replaces an answer's message. Its attachments are added to the existing ones; one of the
   * same name replaces the old one.
   * @returns its room; undefined when the answer has been deleted
   */
  edit(id: number, message: ChatMessage): Promise<string | undefined>;
  /** A room's entries changed after `revision`, in their current state and in the order of their last change. */
  changedAfter(room: string, revision: number, limit: number): Promise<readonly Entry[]>;
  /** Ids of all of a room's entries, in ascending order. */
  ids(room: string): Promise<readonly number[]>;
  entry(id: number): Promise<Entry | undefined>;
  /** The newest entry's id and the last revision, across all rooms. */
  last(): Promise<{ readonly id: number; readonly revision: number }>;
  file(id: string): Promise<FoundFile | undefined>;
}

/** Maximum number of entries in a room, besides messages of runs in progress; older ones were scrolled past long ago. */
export const keptEntries = 500;
/**
 * Maximum total size of a room's entries, in bytes of JSON without files: every page that opens is sent all
 * of it, and one line may have 20,000 characters.
 */
export const keptBytes = 4 * 1024 * 1024;

/** All rooms together may hold as much as this many full ones. */
export const fullRooms = 10;
