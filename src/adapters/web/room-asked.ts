/** Which room a request is about. */
import { Refused } from './refused.js';
import { roomName } from './room-names.js';
import { firstRoom, type StudyRooms } from '../../room/study-rooms.js';

/** Of what was given, in characters: enough to know it again. */
const longestShown = 50;

/** @throws Refused with one sentence about what rooms may be called */
export function namedRoom(given: string): string {
  const room = roomName(given);
  if (room !== undefined) return room;
  const params = { given: JSON.stringify(given.slice(0, longestShown)) };
  throw new Refused({ status: 400, problem: 'badRoom', key: 'room.badRoom', params });
}

/**
 * A room that is open; without a name it is the first one.
 * @throws Refused also when nobody has opened a room of this name
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
