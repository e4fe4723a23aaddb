/** Rooms by link: what is said in one stays there, and its teacher controls its settings. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  WireEntered,
  WireEntry,
  WirePeople,
  WireRoom,
} from '../../../src/adapters/web/wire.js';
import { databaseStores } from '../../../src/storage/database-stores.js';
import { openMemoryDatabase, type Database } from '../../../src/storage/database.js';
import { DatabaseRoomLog } from '../../../src/storage/room-log.js';
import { DatabaseStudyRooms } from '../../../src/storage/study-rooms.js';
import { saying } from '../../support/scripted-port.js';
import { ScriptedRoom, type Heard, type Visitor } from '../../support/scripted-room.js';

let database: Database;
let scripted: ScriptedRoom;
beforeEach(async () => {
  database = openMemoryDatabase();
  scripted = await ScriptedRoom.start(new DatabaseRoomLog(database), {
    studyRooms: new DatabaseStudyRooms(database),
    // Frozen, so that per-minute allowances do not come back while a test takes long.
    nowMs: () => 0,
  });
});
afterEach(() => scripted.room.close());

/** Opens or enters a room; the browser keeps the cookies it gets. */
async function enter(
  visitor: Visitor,
  room: string,
  key?: string,
): Promise<WireEntered & { readonly visitor: Visitor }> {
  const response = await visitor.post('/api/rooms', { room, key });
  expect(response.status, await response.clone().text()).toBe(200);
  const given = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const entered = (await response.json()) as WireEntered;
  return { ...entered, visitor: scripted.returning(visitor, given) };
}

async function refusal(response: Response): Promise<{ status: number; message: string }> {
  const { message } = (await response.json()) as { message: string };
  return { status: response.status, message };
}

const lines = (heard: readonly Heard[]): readonly string[] =>
  heard
    .filter(({ event }) => event === 'entry')
    .map(({ data }) => (data as WireEntry).body)
    .map((body) => (body.kind === 'line' ? body.text : body.spoken));

async function heardIn(visitor: Visitor, room: string): Promise<readonly Heard[]> {
  const stream = await visitor.listen(undefined, room);
  const heard = await stream.untilCaughtUp();
  stream.close();
  return heard;
}

async function settledFor(visitor: Visitor, room: string): Promise<WireRoom> {
  const heard = await heardIn(visitor, room);
  return heard.find(({ event }) => event === 'room')?.data as WireRoom;
}

/** Says a line there and returns its id. */
async function said(visitor: Visitor, line: string, room: string): Promise<number> {
  expect((await visitor.type(line, { room })).status).toBe(202);
  await scripted.next();
  const heard = await heardIn(visitor, room);
  return (heard.findLast(({ event }) => event === 'entry')?.data as WireEntry).id;
}

describe('a room by link', () => {
  it('has its own log, people and answers; the first room knows nothing of it', async () => {
    const ada = await enter(await scripted.visit(), 'Study-1');
    const eve = await scripted.visit();
    expect(ada).toMatchObject({ room: 'study-1', isNew: true });
    const stream = await ada.visitor.listen(undefined, 'study-1');
    const people = (await stream.next('people')).data as WirePeople;
    expect(people.others).toEqual([]);
    await ada.visitor.type('/fit', { room: 'STUDY-1' });
    const { invocation } = await scripted.next();
    expect(invocation.place).toEqual({ platform: 'web', key: 'room#study-1' });
    const ref = await invocation.reply(saying('epoch 1'), 'everyone');
    await scripted.room.port.edit(ref, saying('epoch 2'));
    await scripted.room.port.post(invocation.place, saying('posted'));
    await eve.type('/help');
    await scripted.next();

    expect(lines(await heardIn(ada.visitor, 'study-1'))).toEqual(['/fit', 'epoch 2', 'posted']);
    expect(lines(await heardIn(eve, ''))).toEqual(['/help']);
    while ((await stream.entry()).id !== 3);
    stream.close();
  });

  it('continues where a page left off, and starts over if that was another room', async () => {
    const { visitor } = await enter(await scripted.visit(), 'a');
    await enter(visitor, 'b');
    await said(visitor, 'one', 'a');
    const stream = await visitor.listen(undefined, 'a');
    const lastId = (await stream.untilCaughtUp()).findLast(({ id }) => id !== undefined)?.id;
    stream.close();
    await said(visitor, 'two', 'a');
    await said(visitor, 'other', 'b');
    const again = await visitor.listen(lastId, 'a');
    expect(lines(await again.untilCaughtUp())).toEqual(['two']);
    again.close();
    const elsewhere = await visitor.listen(lastId, 'b');
    const heard = await elsewhere.untilCaughtUp();
    expect(heard.some(({ event }) => event === 'reset')).toBe(true);
    expect(lines(heard)).toEqual(['other']);
    elsewhere.close();
  });

  it.each([
    ['Klasse 3B', 'klasse-3b'],
    ['#스터디-2', '스터디-2'],
    ['스터디', '스터디'],
    ['ÉCOLE', 'école'],
    ['हिन्दी', 'हिन्दी'],
  ])('%j is named %j', async (given, room) => {
    expect((await enter(await scripted.visit(), given)).room).toBe(room);
  });

  it.each(['', '  ', '-', 'a/b', 'a.b', '<b>', 'a_b', 'a'.repeat(41), '😀', '\u0000'])(
    '%j is refused in one sentence',
    async (room) => {
      const answer = await refusal(await (await scripted.visit()).post('/api/rooms', { room }));
      expect(answer.status).toBe(400);
      expect(answer.message).toMatch(/^A room’s name can have letters.*up to 40.*was given\.$/);
    },
  );

  it('that nobody has opened accepts no lines and sends no events', async () => {
    const ada = await scripted.visit();
    const answer = await refusal(await ada.type('/fit', { room: 'nowhere' }));
    expect(answer).toEqual({
      status: 404,
      message: 'There is no room called #nowhere any more. Reload the page to open it again.',
    });
    expect((await ada.get('/api/events?room=nowhere')).status).toBe(404);
  });

  it('that nobody has opened, or not any more, gets no posts', async () => {
    const place = { platform: 'web', key: 'room#nowhere' } as const;
    const posted = scripted.room.port.post(place, saying('a challenge'));
    await expect(posted).rejects.toMatchObject({ name: 'Error', why: 'unreachable' });
    const entries = await database.read((sql) => sql.all('SELECT * FROM room_entries'));
    expect(entries).toEqual([]);
  });

  it('cannot be opened again and again', async () => {
    const ada = await scripted.visit();
    for (let room = 0; room < 6; room += 1) await enter(ada, `room-${room}`);
    const answer = await ada.post('/api/rooms', { room: 'one-more' });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    // Entering an existing room uses up none of the allowance.
    await enter(ada, 'room-1');
  });

  it('counts as visited while a page is open, once an hour', async () => {
    let now = 0;
    const studyRooms = new DatabaseStudyRooms(database, () => now);
    const visited = vi.spyOn(studyRooms, 'visited');
    const more = { studyRooms, nowMs: () => now, heartbeatMs: 10 };
    const quiet = await ScriptedRoom.start(new DatabaseRoomLog(database), more);
    const ada = await quiet.visit();
    await ada.post('/api/rooms', { room: 'a' });
    const stream = await ada.listen(undefined, 'a');
    await stream.untilCaughtUp();
    visited.mockClear();
    for (let beat = 0; beat < 3; beat += 1) await stream.next('alive');
    expect(visited).not.toHaveBeenCalled();
    now += 61 * 60 * 1000;
    for (let beat = 0; beat < 3; beat += 1) await stream.next('alive');
    expect(visited.mock.calls).toEqual([['a']]);
    stream.close();
    await quiet.room.close();
  });

  it('stops showing on open pages what somebody had deleted from another room', async () => {
    const quiet = await ScriptedRoom.start(new DatabaseRoomLog(database), {
      ...{ studyRooms: new DatabaseStudyRooms(database), heartbeatMs: 10 },
    });
    const ada = await quiet.visit();
    await ada.post('/api/rooms', { room: 'a' });
    await ada.type('private matters', { room: 'a' });
    await quiet.next();
    const stream = await ada.listen(undefined, 'a');
    expect(lines(await stream.untilCaughtUp())).toEqual(['private matters']);
    const said = await database.read((sql) => sql.get('SELECT person_id FROM room_entries'));
    const { personalData } = databaseStores(database, 'no uploads');
    await personalData.forget(said?.person_id as string, '(deleted)');
    expect((await stream.entry()).body).toMatchObject({ text: '(deleted)' });
    stream.close();
    await quiet.room.close();
  });

  it('cannot be found by trying names: trying many means having to wait', async () => {
    // With a frozen clock, so that no allowance comes back.
    const studyRooms = new DatabaseStudyRooms(database);
    const still = await ScriptedRoom.start(new DatabaseRoomLog(database), {
      studyRooms,
      nowMs: () => 0,
    });
    await enter(await still.visit(), 'secret');
    const eve = await still.visit();
    for (let tried = 0; tried < 30; tried += 1) await eve.post('/api/rooms', { room: '?' });
    const answer = await eve.post('/api/rooms', { room: 'secret' });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const { status, message } = await refusal(answer);
    expect(status).toBe(429);
    expect(message).toMatch(/^You are sending messages too fast/);
    // Before the body is read: it is not even checked for validity.
    expect((await eve.post('/api/rooms', 'no object')).status).toBe(429);
    await enter(await still.visit(), 'secret');
    await still.room.close();
  });
});

describe('its teacher', () => {
  it('is the person who opened it, and anyone with the teacher’s link; others come in as visitors', async () => {
    const ada = await enter(await scripted.visit(), 'lab');
    const eve = await enter(await scripted.visit(), 'lab');
    expect(ada.key).toMatch(/^[\w-]{43}$/);
    expect(eve.key).toBeUndefined();
    expect(await settledFor(ada.visitor, 'lab')).toMatchObject({ teaches: true });
    expect(await settledFor(eve.visitor, 'lab')).toMatchObject({ teaches: false });

    const wrong = await eve.visitor.post('/api/rooms', { room: 'lab', key: 'x'.repeat(43) });
    expect(wrong.status).toBe(403);
    const atHome = await enter(await scripted.visit(), 'lab', ada.key);
    expect(await settledFor(atHome.visitor, 'lab')).toMatchObject({ teaches: true });
    const stored = await database.read((sql) =>
      JSON.stringify(sql.all('SELECT * FROM study_rooms')),
    );
    expect(stored).not.toContain(ada.key);
  });

  it('is kept in a cookie whose name no other room can share', async () => {
    const { visitor } = await enter(await scripted.visit(), 'lab');
    expect(visitor.cookie).toMatch(/; tutor_teacher_[0-9a-f]{24}=/);
  });

  it('has a new key when a link opens a room: whoever made up the link does not teach there', async () => {
    const madeUp = 'x'.repeat(43);
    const ada = await enter(await scripted.visit(), 'lab', madeUp);
    expect(ada).toMatchObject({ isNew: true, key: expect.stringMatching(/^[\w-]{43}$/) as string });
    expect(ada.key).not.toBe(madeUp);
    const eve = await scripted.visit();
    expect((await eve.post('/api/rooms', { room: 'lab', key: madeUp })).status).toBe(403);
  });

  it('moderates there, and nowhere else; their messages are marked as the teacher’s', async () => {
    const { visitor } = await enter(await scripted.visit(), 'lab');
    const eve = await enter(await scripted.visit(), 'lab');
    await visitor.type('/stop', { room: 'lab' });
    expect((await scripted.next()).invocation.moderates).toBe(true);
    await eve.visitor.type('/stop', { room: 'lab' });
    expect((await scripted.next()).invocation.moderates).toBe(false);
    await visitor.type('/stop');
    expect((await scripted.next()).invocation.moderates).toBe(false);
    const heard = await heardIn(eve.visitor, 'lab');
    const marks = heard
      .filter(({ event }) => event === 'entry')
      .map(({ data }) => (data as WireEntry).isTeachers);
    expect(marks).toEqual([true, undefined]);
  });

  it('pins one message at a time, for all, and nothing private or from elsewhere', async () => {
    const { visitor } = await enter(await scripted.visit(), 'lab');
    const eve = await enter(await scripted.visit(), 'lab');
    const first = await said(visitor, 'first', 'lab');
    const second = await said(visitor, 'second', 'lab');
    await visitor.type('elsewhere');
    const { invocation } = await scripted.next();
    const elsewhere = Number((await invocation.reply(saying('there'), 'everyone')).key);
    await visitor.type('/help', { room: 'lab' });
    const asked = await scripted.next();
    const own = Number((await asked.invocation.reply(saying('to you'), 'asker')).key);

    const pin = (entry: number | null, who = visitor): Promise<Response> =>
      who.post('/api/rooms/pin', { room: 'lab', entry });
    const stream = await eve.visitor.listen(undefined, 'lab');
    await stream.untilCaughtUp();
    expect((await pin(first)).status).toBe(204);
    expect((await stream.next('room')).data).toMatchObject({ pinned: first });
    expect((await pin(second)).status).toBe(204);
    expect((await stream.next('room')).data).toMatchObject({ pinned: second });
    for (const id of [elsewhere, own, 999]) expect((await pin(id)).status).toBe(404);
    expect((await pin(first, eve.visitor)).status).toBe(403);
    expect((await pin(null)).status).toBe(204);
    expect((await stream.next('room')).data).toMatchObject({ pinned: null });
    stream.close();
  });

  it('mutes somebody in words, in this room alone, until they are unmuted', async () => {
    const { visitor } = await enter(await scripted.visit(), 'lab');
    const eve = (await enter(await scripted.visit(), 'lab')).visitor;
    const line = await said(eve, 'noise', 'lab');
    const ownLine = await said(visitor, 'quiet please', 'lab');
    const mute = (entry: number, who = visitor): Promise<Response> =>
      who.post('/api/rooms/mute', { room: 'lab', entry });
    expect((await mute(ownLine, eve)).status).toBe(403);
    expect((await mute(ownLine)).status, 'oneself').toBe(404);
    expect((await mute(line)).status).toBe(204);

    for (const more of [{}, { pressed: true }]) {
      const answer = await refusal(await eve.type('/fit', { room: 'lab', ...more }));
      expect(answer.status).toBe(403);
      expect(answer.message).toMatch(/^The teacher has muted you in this room/);
    }
    expect((await eve.type('/fit')).status, 'the first room').toBe(202);
    expect(await settledFor(eve, 'lab')).toMatchObject({ isMuted: true, muted: [] });
    const { muted } = await settledFor(visitor, 'lab');
    expect(muted).toEqual([
      { id: expect.any(Number) as number, name: expect.any(String) as string },
    ]);

    const undo = { room: 'lab', muted: muted[0]?.id };
    expect((await visitor.post('/api/rooms/unmute', undo)).status).toBe(204);
    expect((await eve.type('/fit', { room: 'lab' })).status).toBe(202);
    expect(await settledFor(eve, 'lab')).toMatchObject({ isMuted: false });
  });

  it('mutes somebody’s new names, too, with a page of the room open or not, unless they teach it', async () => {
    const { visitor, key } = await enter(await scripted.visit(), 'lab');
    const eve = await enter(await scripted.visit(), 'lab');
    const entry = await said(eve.visitor, 'noise', 'lab');
    await visitor.post('/api/rooms/mute', { room: 'lab', entry });
    const named = (who: Visitor): Promise<Response> =>
      who.post('/api/name', { name: 'more noise' });
    expect((await named(visitor)).status).toBe(200);
    const answer = await refusal(await named(eve.visitor));
    expect(answer.status).toBe(403);
    expect(answer.message).toMatch(/^The teacher of #lab has muted you there/);
    const teaching = await enter(eve.visitor, 'lab', key);
    expect((await named(teaching.visitor)).status).toBe(200);
  });

  it.each([
    ['/api/rooms', { room: 7 }],
    ['/api/rooms/pin', { room: 'lab', entry: 'x' }],
    ['/api/rooms/mute', { room: 'lab' }],
    ['/api/rooms/unmute', { room: 'lab', muted: 1.5 }],
  ])('cannot send an invalid request to %s', async (path, body) => {
    const { visitor } = await enter(await scripted.visit(), 'lab');
    const answer = await refusal(await visitor.post(path, body));
    expect(answer.status).toBe(400);
    expect(answer.message).not.toBe('');
  });
});
