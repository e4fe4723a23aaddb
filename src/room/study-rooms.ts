/** Rooms that somebody opened by a name, and what their teachers have settled there. */
import type { Place } from '../chat/port.js';

/** The first room has no teacher, and no name. */
export const firstRoom = '';

const firstKey = 'room';
const namedKey = `${firstKey}#`;

/** Its key must stay what it is: runs and games are kept under it. */
export function placeOf(room: string): Place {
  return { platform: 'web', key: room === firstRoom ? firstKey : `${namedKey}${room}` };
}

export function roomAt({ key }: Place): string {
  return key.startsWith(namedKey) ? key.slice(namedKey.length) : firstRoom;
}

/** What holds in a room now. */
export interface Settled {
  /** The entry that stays on top. */
  readonly pinned?: number;
  readonly muted: readonly Muted[];
}

export interface Muted {
  /** What a page calls it: it never learns who somebody is. */
  readonly id: number;
  readonly personId: string;
  /** Missing: the room has forgotten them. */
  readonly name?: string;
}

export interface StudyRooms {
  /** The hash of the key in the teacher's link; undefined: nobody has opened a room of this name. */
  keyHash(room: string): Promise<string | undefined>;
  /**
   * Opens a room. When there are as many as there may be, the one that nobody has come to for longest
   * makes room, if that is a day; 30 days where something was said, or 3 if by one person and on one day.
   * @returns false when there is no place for it; nothing is changed where it is open already
   */
  open(room: string, keyHash: string): Promise<boolean>;
  /** Somebody came in, is still there, or said something: the room is not forgotten yet. */
  visited(room: string): Promise<void>;
  settled(room: string): Promise<Settled>;
  /** One at a time; undefined: none. */
  pin(room: string, entryId: number | undefined): Promise<void>;
  mute(room: string, personId: string): Promise<void>;
  /** The rooms in which somebody is muted. */
  mutedIn(personId: string): Promise<readonly string[]>;
  unmute(room: string, id: number): Promise<void>;
}
