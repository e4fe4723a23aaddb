/** The page's API. */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import type { User } from '../../chat/port.js';
import { locales, type Locale } from '../../content/locale.js';
import { translator } from '../../content/translator.js';
import { commandHints } from '../../dispatch/completion.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { requestLocale } from './browser-locale.js';
import { feed } from './event-feed.js';
import type { Halls } from './halls.js';
import type { Identities } from './identity.js';
import { labelsIn } from './labels.js';
import { lineRate, renameRate, streamRate, streamRetryMs, type Places } from './limits.js';
import { cleanName } from '../../room/names.js';
import { Refused, tooMuch, type Refusal } from './refused.js';
import { isFromHere } from './remote-network.js';
import { jsonOf } from './request-body.js';
import type { RoomRequests } from './requests.js';
import { knownRoom } from './room-asked.js';
import { SharedPace } from './shared-pace.js';
import { SharedPlaces } from './shared-places.js';
import type { StudyRooms } from '../../room/study-rooms.js';
import type { Teachers } from './teachers.js';
import type { WireCommand, WireName, WireWords } from './wire.js';

export interface ApiOptions {
  readonly halls: Halls;
  readonly studyRooms: StudyRooms;
  readonly teachers: Teachers;
  readonly identities: Identities;
  readonly requests: RoomRequests;
  /** For autocompletion. */
  readonly commands: readonly { readonly spec: CommandSpec }[];
  readonly defaultLocale: Locale;
  readonly heartbeatMs: number;
  /** A monotonic clock, in ms. */
  readonly nowMs: () => number;
  readonly streamPlaces: Places;
}

/** Line limit in characters: a pasted notebook cell with its output. */
const longestLine = 20_000;
const commandSchema = z.object({
  line: z.string().trim().min(1),
  locale: z.enum(locales),
  pressed: z.boolean().optional(),
  file: z.string().max(100).optional(),
  room: z.string().optional(),
}) satisfies z.ZodType<WireCommand>;

const nameSchema = z.object({ name: z.string() });

const mutedThere: Refusal = { status: 403, problem: 'muted', key: 'room.muted' };

/** The message for each invalid field. */
const commandFields = {
  line: 'room.badLine',
  locale: 'room.badLocale',
  pressed: 'room.badPressed',
  file: 'room.badFile',
  room: 'room.badRoom',
} as const;

export function apiRoutes(options: ApiOptions): Hono {
  const { halls, identities, requests, studyRooms, teachers } = options;
  const { commands, nowMs, streamPlaces } = options;
  const lines = new SharedPace(lineRate, nowMs);
  const renames = new SharedPace(renameRate, nowMs);
  const openings = new SharedPace(streamRate, nowMs);
  const streams = new SharedPlaces(streamPlaces);
  const api = new Hono();

  api.get('/words', async (c) => {
    await identities.admit(c);
    const locale = requestLocale(c, options.defaultLocale);
    const hints = commandHints(commands, translator(locale));
    return c.json({ locale, labels: labelsIn(locale), commands: hints } satisfies WireWords);
  });

  api.get('/events', async (c) => {
    const user = await identities.require(c);
    const wait = openings.take(user.id);
    const tooOften = { own: 'room.manyOpenings', all: 'room.manyOpenings' } as const;
    if (wait) throw new Refused(tooMuch(wait, tooOften));
    const room = await knownRoom(c.req.query('room'), studyRooms);
    await studyRooms.visited(room);
    const teaches = (await teachers.keyOf(c, room)) !== undefined;
    const { outgoing } = c.env as HttpBindings;
    const leave = streams.take(user.id, () => outgoing.destroy());
    if (typeof leave === 'string') {
      const key = leave === 'own' ? 'room.manyPages' : 'room.full';
      const params = { max: streamPlaces[leave === 'own' ? 'each' : 'all'] };
      const retryAfterMs = streamRetryMs;
      throw new Refused({ status: 429, problem: 'tooManyStreams', key, params, retryAfterMs });
    }
    // However it ends, including where nobody reads it (a HEAD request) or the client has already gone.
    outgoing.once('close', leave);
    if (outgoing.destroyed) leave();
    // A page that had to reopen the stream itself cannot set the header.
    const lastEventId = c.req.header('last-event-id') ?? c.req.query('after');
    return c.body(feed({ ...options, user, room, teaches, lastEventId }), 200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache',
      // Neither we nor proxies may buffer it.
      'Transfer-Encoding': 'chunked',
      'X-Accel-Buffering': 'no',
    });
  });

  api.post('/lines', async (c) => {
    const user = await identities.require(c);
    // Before the body is parsed, so that refused requests count, too; the body gives the person's language.
    const wait = lines.take(user.id);
    const command = await jsonOf(c, commandSchema, commandFields);
    const { line, locale, pressed = false, file: fileId } = command;
    if (wait) throw new Refused(tooMuch(wait, { own: 'room.tooFast', all: 'room.busy' }), locale);
    if (line.length > longestLine) {
      throw new Refused({ status: 413, problem: 'tooLarge', key: 'room.lineTooLong' }, locale);
    }
    const room = await knownRoom(command.room, studyRooms);
    const teaches = (await teachers.keyOf(c, room)) !== undefined;
    if (!teaches && (await isMuted(user, room))) throw new Refused(mutedThere, locale);
    await Promise.all([identities.spoke(user), studyRooms.visited(room)]);
    const asked = { user, room, teaches, line, locale, pressed, fileId, isHere: isFromHere(c) };
    if (!(await requests.take(asked))) {
      throw new Refused({ status: 410, problem: 'fileGone', key: 'room.fileGone' }, locale);
    }
    return c.body(null, 202);
  });

  api.post('/name', async (c) => {
    const user = await identities.require(c);
    const wait = renames.take(user.id);
    const given = await jsonOf(c, nameSchema, { name: 'room.badName' });
    if (wait) throw new Refused(tooMuch(wait, { own: 'room.manyNames', all: 'room.busy' }));
    const wanted = cleanName(given.name);
    if (wanted === undefined) {
      const params = { given: JSON.stringify(given.name.slice(0, 40)) };
      throw new Refused({ status: 400, problem: 'noName', key: 'room.badName', params });
    }
    // Everybody there sees a name: a muted person could send words that way, now or on coming in again.
    for (const room of await studyRooms.mutedIn(user.id)) {
      const teaches = (await teachers.keyOf(c, room)) !== undefined;
      if (teaches) continue;
      throw new Refused({ ...mutedThere, key: 'room.mutedName', params: { room } });
    }
    const name = await identities.rename(c, user, wanted);
    halls.rename({ ...user, name });
    if (name === wanted) return c.json({ name } satisfies WireName);
    const t = translator(requestLocale(c, options.defaultLocale));
    const message = t.plain('room.nameTaken', { wanted, name });
    return c.json({ name, message } satisfies WireName);
  });

  async function isMuted({ id }: User, room: string): Promise<boolean> {
    const { muted } = await studyRooms.settled(room);
    return muted.some(({ personId }) => personId === id);
  }

  return api;
}
