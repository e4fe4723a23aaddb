/** Named rooms, and what their teachers have settled in them. */
import type { Place } from '../chat/port.js';

/** The first room has no teacher, and no name. */
export const firstRoom = '';

const firstKey = 'room';
const namedKey = `${firstKey}#`;

/** Its key must not change: runs and games are stored under it. */
export function placeOf(room: string): Place {
  return { platform: 'web', key: room === firstRoom ? firstKey : `${namedKey}${room}` };
}

export function roomAt({ key }: Place): string {
  return key.startsWith(namedKey) ? key.slice(namedKey.length) : firstRoom;
}

/** A room's current settings. */
export interface Settled {
  /** The pinned entry. */
  readonly pinned?: number;
  readonly muted: readonly Muted[];
}

export interface Muted {
  /** An id for the page, which never learns user ids. */
  readonly id: number;
  readonly personId: string;
  /** Missing: the room has deleted their identity. */
  readonly name?: string;
}

export interface StudyRooms {
  /** The hash of the key in the teacher's link; undefined: there is no room of this name. */
  keyHash(room: string): Promise<string | undefined>;
  /**
   * Opens a room. When the maximum is reached, the room unvisited for longest
   * is deleted, if that is at least a day; 30 days if something was said there, or 3 if by one person on one day.
   * @returns false when there is no space for it; does nothing if it already exists
   */
  open(room: string, keyHash: string): Promise<boolean>;
  /** Records activity, which keeps the room from being deleted. */
  visited(room: string): Promise<void>;
  settled(room: string): Promise<Settled>;
  /** Pins one entry at a time; undefined: none. */
  pin(room: string, entryId: number | undefined): Promise<void>;
  mute(room: string, personId: string): Promise<void>;
  /** Rooms in which somebody is muted. */
  mutedIn(personId: string): Promise<readonly string[]>;
  unmute(room: string, id: number): Promise<void>;
}
