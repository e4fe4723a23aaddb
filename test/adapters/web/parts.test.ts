/** A message that shows several people's runs: everyone learns which is theirs, and sees nobody's id. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChatMessage } from '../../../src/chat/message.js';
import type { WireEntry } from '../../../src/adapters/web/wire.js';
import { openMemoryDatabase, type Database } from '../../../src/storage/database.js';
import { DatabaseRoomLog } from '../../../src/storage/room-log.js';
import { saying } from '../../support/scripted-port.js';
import { ScriptedRoom, type Visitor } from '../../support/scripted-room.js';

const place = { platform: 'web', key: 'room' } as const;
const at = (epoch: number) => ({ name: `run ${epoch}`, epoch, epochs: 20 });

let database: Database;
let room: ScriptedRoom;
beforeEach(async () => {
  database = openMemoryDatabase();
  room = await ScriptedRoom.start(new DatabaseRoomLog(database));
});
afterEach(() => room.room.close());

/** A visitor, and the id the tutor knows them by. */
async function person(): Promise<{ readonly visitor: Visitor; readonly id: string }> {
  const visitor = await room.visit();
  await visitor.type('/fit');
  return { visitor, id: (await room.next()).invocation.user.id };
}

async function lastSeenBy(visitor: Visitor): Promise<WireEntry> {
  const stream = await visitor.listen();
  const heard = await stream.untilCaughtUp();
  stream.close();
  const entries = heard.filter(({ event }) => event === 'entry').map(({ data }) => data);
  return entries.at(-1) as WireEntry;
}

it('tells each reader about their own run, during it and when it is over', async () => {
  const [ada, eve, bob] = [await person(), await person(), await person()];
  const board: ChatMessage = {
    ...saying('board'),
    parts: [
      { ownerId: ada.id, goesOn: at(3) },
      { ownerId: eve.id, goesOn: at(5) },
    ],
  };
  const ref = await room.room.port.post(place, board);
  const seen = { ada: await lastSeenBy(ada.visitor), bob: await lastSeenBy(bob.visitor) };
  expect(seen.ada).toMatchObject({ isMine: false, hasMine: true, body: { goesOn: at(3) } });
  expect(await lastSeenBy(eve.visitor)).toMatchObject({ hasMine: true, body: { goesOn: at(5) } });
  expect(seen.bob.hasMine).toBeUndefined();
  expect(seen.bob.body).not.toHaveProperty('goesOn');
  for (const one of Object.values(seen)) {
    expect(JSON.stringify(one)).not.toMatch(new RegExp(`${ada.id}|${eve.id}`));
  }

  const parts = [{ ownerId: ada.id }, { ownerId: eve.id, goesOn: at(6) }];
  await room.room.port.edit(ref, { ...board, parts });
  const over = await lastSeenBy(ada.visitor);
  expect(over.hasMine).toBe(true);
  expect(over.body).not.toHaveProperty('goesOn');
  expect(await lastSeenBy(eve.visitor)).toMatchObject({ body: { goesOn: at(6) } });
});

it('tells nobody else about a run in its owner’s message', async () => {
  const [ada, eve] = [await person(), await person()];
  await room.room.port.post(place, { ...saying('run'), goesOn: at(2) }, { user: named(ada.id) });
  expect(await lastSeenBy(ada.visitor)).toMatchObject({ isMine: true, body: { goesOn: at(2) } });
  expect((await lastSeenBy(eve.visitor)).body).not.toHaveProperty('goesOn');
});

const named = (id: string) => ({ id, name: 'Ada' });
