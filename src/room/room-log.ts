/** What was said in the room, kept so that a reload or a restart shows it again. */
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
  /** Of the files that came with it; the files themselves belong to the command. */
  readonly fileNames: readonly string[];
}

/** What the tutor said; whose runs it shows is the entry's to say. */
export interface Answer extends Omit<ChatMessage, 'buttons' | 'parts' | 'attachments'> {
  readonly kind: 'answer';
  readonly buttons: readonly Button[];
  readonly files: readonly StoredFile[];
}

export interface Entry {
  /** The room it was said in; '' is the first one. */
  readonly room: string;
  /** Counts up from 1 in the order things were said. */
  readonly id: number;
  /** Counts up with every change of any entry: who has seen revision 7 asks for what came after. */
  readonly revision: number;
  readonly atMs: number;
  /** Who typed the line, or whom the tutor answers. */
  readonly person?: User;
  /** Said by the room's teacher, or to them. */
  readonly isTeachers?: true;
  /** Only `person` may see it. */
  readonly isPrivate: boolean;
  readonly body: Line | Answer;
  /** Whose runs it shows, where it shows several people's. */
  readonly parts?: readonly Part[];
}

export interface NewEntry extends Omit<Entry, 'id' | 'revision' | 'body' | 'parts'> {
  readonly body: Line | { readonly kind: 'answer'; readonly message: ChatMessage };
  /** What an answer is known by when it is said again, be it by the next process. */
  readonly once?: string;
}

export interface FoundFile {
  readonly file: StoredFile;
  readonly bytes: Uint8Array;
  /** The only one who may have it; missing: everyone may. */
  readonly onlyFor?: string;
}

/** What was said in every room: ids and revisions count through all of them. */
export interface RoomLog {
  /** Names this room's log: revisions of another one mean nothing there. */
  id(room: string): Promise<string>;
  /**
   * Adds an entry. When a room has too many, the oldest of whoever has the most there goes, with its
   * files: nobody's flood takes another's words away. When all rooms together do, it is the fullest
   * room's. Messages of runs that go on, and what a teacher has pinned, do not count and never go.
   * An answer that is known already (`once`) is not added again: it is edited.
   * @returns its id
   */
  append(entry: NewEntry): Promise<number>;
  /**
   * Puts another message in an answer's place. Its attachments are added to those there, one of the
   * same name replaces the old one.
   * @returns the room it is in; undefined when the answer is not kept any more
   */
  edit(id: number, message: ChatMessage): Promise<string | undefined>;
  /** A room's entries as they are now that changed after `revision`, in the order of their last change. */
  changedAfter(room: string, revision: number, limit: number): Promise<readonly Entry[]>;
  /** Ids of all of a room's entries that are kept, in ascending order. */
  ids(room: string): Promise<readonly number[]>;
  entry(id: number): Promise<Entry | undefined>;
  /** The newest entry's id and the last revision, of all rooms. */
  last(): Promise<{ readonly id: number; readonly revision: number }>;
  file(id: string): Promise<FoundFile | undefined>;
}

/** Entries that are kept in a room besides messages of runs that go on; what is older was scrolled past long ago. */
export const keptEntries = 500;
/**
 * What they may take together, in bytes of JSON without their files: each page that is opened is sent all
 * of it, and one line may have 20,000 characters.
 */
export const keptBytes = 4 * 1024 * 1024;

/** All rooms together may have as much as so many full ones. */
export const fullRooms = 10;
