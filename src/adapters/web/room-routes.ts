/** Entering a room, opening one, and its teacher's actions. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Halls } from './halls.js';
import type { Identities } from './identity.js';
import { enterRoomRate, openRoomRate, settleRate } from './limits.js';
import { Refused, tooMuch } from './refused.js';
import { jsonOf } from './request-body.js';
import type { Entry, RoomLog } from '../../room/room-log.js';
import { knownRoom, namedRoom } from './room-asked.js';
import { SharedPace } from './shared-pace.js';
import type { StudyRooms } from '../../room/study-rooms.js';
import { hashOf, newKey, type Teachers } from './teachers.js';
import type { WireEntered } from './wire.js';

export interface RoomRoutesOptions {
  readonly log: Pick<RoomLog, 'entry'>;
  readonly halls: Halls;
  readonly identities: Identities;
  readonly studyRooms: StudyRooms;
  readonly teachers: Teachers;
  /** A monotonic clock, in ms. */
  readonly nowMs: () => number;
}

const enterSchema = z.object({ room: z.string(), key: z.string().max(100).optional() });
const pinSchema = z.object({ room: z.string(), entry: z.number().int().nullable() });
const muteSchema = z.object({ room: z.string(), entry: z.number().int() });
const unmuteSchema = z.object({ room: z.string(), muted: z.number().int() });
const fields = {
  room: 'room.badRoom',
  key: 'room.badKey',
  entry: 'room.noEntry',
  muted: 'room.noMuted',
} as const;

export function roomRoutes(options: RoomRoutesOptions): Hono {
  const { log, halls, identities, studyRooms, teachers, nowMs } = options;
  const entries = new SharedPace(enterRoomRate, nowMs);
  const openings = new SharedPace(openRoomRate, nowMs);
  const settlings = new SharedPace(settleRate, nowMs);
  const api = new Hono();

  api.post('/', async (c) => {
    const user = await identities.require(c);
    const tooOften = entries.take(user.id);
    if (tooOften) throw new Refused(tooMuch(tooOften, { own: 'room.tooFast', all: 'room.busy' }));
    const { room: given, key: brought } = await jsonOf(c, enterSchema, fields);
    const room = namedRoom(given);
    const hash = await studyRooms.keyHash(room);
    if (hash === undefined) {
      const wait = openings.take(user.id);
      if (wait) throw new Refused(tooMuch(wait, { own: 'room.manyRooms', all: 'room.manyRooms' }));
      // Not the link's own key: whoever made up that link would be a teacher, too.
      const key = newKey();
      if (!(await studyRooms.open(room, hashOf(key)))) {
        throw new Refused({ status: 503, problem: 'roomsFull', key: 'room.roomsFull' });
      }
      // If two opened it at the same time, only one of them succeeded.
      if (await teachers.fits(key, room)) {
        teachers.keep(c, room, key);
        return c.json({ room, isNew: true, key } satisfies WireEntered);
      }
    } else if (brought !== undefined) {
      if (!(await teachers.fits(brought, room))) {
        throw new Refused({ status: 403, problem: 'badKey', key: 'room.badKey' });
      }
      teachers.keep(c, room, brought);
      return c.json({ room, isNew: false, key: brought } satisfies WireEntered);
    }
    const key = await teachers.keyOf(c, room);
    return c.json({ room, isNew: false, ...(key !== undefined && { key }) } satisfies WireEntered);
  });

  api.post('/pin', async (c) => {
    const { room, entry: id } = await settle(c, pinSchema);
    const entry = id === null ? undefined : await entryIn(room, id);
    await studyRooms.pin(room, entry?.id);
    halls.resettle(room);
    return c.body(null, 204);
  });

  api.post('/mute', async (c) => {
    const { room, entry: id, user } = await settle(c, muteSchema);
    const { person } = await entryIn(room, id);
    if (!person || person.id === user.id) throw new Refused(noEntry(id));
    await studyRooms.mute(room, person.id);
    halls.resettle(room);
    return c.body(null, 204);
  });

  api.post('/unmute', async (c) => {
    const { room, muted } = await settle(c, unmuteSchema);
    await studyRooms.unmute(room, muted);
    halls.resettle(room);
    return c.body(null, 204);
  });

  /** @throws Refused when the person is not the room's teacher, or the request is invalid */
  async function settle<T extends { readonly room: string }>(
    c: Parameters<typeof jsonOf>[0],
    schema: z.ZodType<T>,
  ) {
    const user = await identities.require(c);
    const wait = settlings.take(user.id);
    const asked = await jsonOf(c, schema, fields);
    if (wait) throw new Refused(tooMuch(wait, { own: 'room.tooFast', all: 'room.busy' }));
    const room = await knownRoom(asked.room, studyRooms);
    await teachers.require(c, room);
    return { ...asked, room, user };
  }

  /** An entry that everybody there can see. */
  async function entryIn(room: string, id: number): Promise<Entry> {
    const entry = await log.entry(id);
    if (entry?.room !== room || entry.isPrivate) throw new Refused(noEntry(id));
    return entry;
  }

  return api;
}

function noEntry(id: number) {
  return { status: 404, problem: 'noEntry', key: 'room.noEntry', params: { given: id } } as const;
}
