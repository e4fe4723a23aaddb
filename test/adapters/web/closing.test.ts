/** What the room accepts while the program ends and its disk may be full. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WireRefusal } from '../../../src/adapters/web/wire.js';
import type { Accepted } from '../../../src/chat/accepted.js';
import { translator } from '../../../src/content/translator.js';
import { DatabaseAcceptedStore } from '../../../src/storage/accepted-store.js';
import { acceptedOn } from '../../support/accepted.js';
import { ScriptedRoom } from '../../support/scripted-room.js';
import { StintingDatabase } from '../../support/stinting-database.js';

/** Needs another database page. */
const long = `what is an epoch? ${'really? '.repeat(1_000)}`;

let stinting: StintingDatabase;
let accepted: Accepted;
let room: ScriptedRoom;
beforeEach(async () => {
  stinting = new StintingDatabase();
  accepted = acceptedOn(stinting.database);
  room = await ScriptedRoom.start(undefined, { accepted });
});
afterEach(async () => {
  await room.room.close();
  stinting.remove();
});

it('on a full disk a line is answered from memory, while there is a process to answer it', async () => {
  const ada = await room.visit();
  await stinting.fill();
  expect((await ada.type(long)).status).toBe(202);
  expect((await room.next()).line).toBe(long.trim());
});

it.each(['en', 'ko'] as const)(
  'a line that can be neither stored nor answered is refused, in %s',
  async (locale) => {
    const ada = await room.visit();
    await stinting.fill();
    accepted.close();
    const response = await ada.type(long, { locale });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const { problem, message } = (await response.json()) as WireRefusal;
    expect(problem).toBe('closing');
    expect(message).toBe(translator(locale).plain('error.closing'));
  },
);

it('a line that can be stored is accepted, for the next process', async () => {
  const ada = await room.visit();
  accepted.close();
  expect((await ada.type('what is an epoch?')).status).toBe(202);
  expect(await new DatabaseAcceptedStore(stinting.database).unanswered('web')).toHaveLength(1);
});
