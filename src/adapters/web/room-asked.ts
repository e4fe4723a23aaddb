/** Which room a request is about. */
import { Refused } from './refused.js';
import { roomName } from './room-names.js';
import { firstRoom, type StudyRooms } from '../../room/study-rooms.js';

/** How much of a name is quoted, in characters: enough to recognize it. */
const longestShown = 50;

/** @throws Refused with one sentence about valid room names */
export function namedRoom(given: string): string {
  const room = roomName(given);
  if (room !== undefined) return room;
  const params = { given: JSON.stringify(given.slice(0, longestShown)) };
  throw new Refused({ status: 400, problem: 'badRoom', key: 'room.badRoom', params });
}

/**
 * An existing room; without a name, the first one.
 * @throws Refused also when there is no room of this name
 */
export async function knownRoom(
  given: string | undefined,
  rooms: Pick<StudyRooms, 'keyHash'>,
): Promise<string> {
  if (given === undefined || given === firstRoom) return firstRoom;
  const room = namedRoom(given);
  if ((await rooms.keyHash(room)) !== undefined) return room;
  throw new Refused({ status: 404, problem: 'noRoom', key: 'room.noRoom', params: { room } });
}
