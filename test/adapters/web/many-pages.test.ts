import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/room/room-log.js';
import type { WireEntry } from '../../../src/adapters/web/wire.js';
import { openMemoryDatabase } from '../../../src/storage/database.js';
import { DatabaseRoomLog } from '../../../src/storage/room-log.js';
import { saying } from '../../support/scripted-port.js';
import { ScriptedRoom, type EventStream, type Heard } from '../../support/scripted-room.js';

let scripted: ScriptedRoom | undefined;
afterEach(async () => {
  await scripted?.room.close();
});

/** Counts the entries read from it. */
class CountingLog extends DatabaseRoomLog {
  read = 0;

  override async changedAfter(
    room: string,
    revision: number,
    limit: number,
  ): Promise<readonly Entry[]> {
    const changed = await super.changedAfter(room, revision, limit);
    this.read += changed.length;
    return changed;
  }
}

const place = { platform: 'web', key: 'room' } as const;
const spoken = ({ body }: WireEntry): string => (body.kind === 'line' ? body.text : body.spoken);
const entries = (heard: readonly Heard[]): readonly string[] =>
  heard.filter(({ event }) => event === 'entry').map(({ data }) => spoken(data as WireEntry));

async function until(stream: EventStream, words: string): Promise<void> {
  while (spoken(await stream.entry()) !== words);
}

describe('many pages', () => {
  it('cost the log one read per change, and a page that comes later none', async () => {
    const log = new CountingLog(openMemoryDatabase());
    scripted = await ScriptedRoom.start(log);
    const room = scripted;
    const visitors = await Promise.all(Array.from({ length: 12 }, () => room.visit()));
    const streams = await Promise.all(visitors.map((visitor) => visitor.listen()));
    const { port } = scripted.room;
    const ref = await port.post(place, saying('start'));
    await Promise.all(streams.map((stream) => until(stream, 'start')));
    await port.edit(ref, saying('edited'));
    await Promise.all(streams.map((stream) => until(stream, 'edited')));
    expect(log.read).toBe(2);

    const late = await (await scripted.visit()).listen();
    expect(entries(await late.untilCaughtUp())).toEqual(['edited']);
    expect(log.read).toBe(2);
    for (const stream of [...streams, late]) stream.close();
  });

  it('are each told what they missed, from where each was', async () => {
    scripted = await ScriptedRoom.start();
    const visitor = await scripted.visit();
    const { port } = scripted.room;
    const ids: (string | undefined)[] = [];
    const first = await visitor.listen();
    for (const words of ['one', 'two', 'three']) {
      await port.post(place, saying(words));
      ids.push((await first.next('entry')).id);
    }
    await port.edit({ platform: 'web', key: '1' }, saying('one, edited'));
    const missed = async (lastId: string | undefined): Promise<readonly string[]> => {
      const stream = await visitor.listen(lastId);
      const heard = await stream.untilCaughtUp();
      stream.close();
      return entries(heard);
    };
    expect(await Promise.all(ids.map(missed))).toEqual([
      ['two', 'three', 'one, edited'],
      ['three', 'one, edited'],
      ['one, edited'],
    ]);
    first.close();
  });

  it('are told what the log has dropped, and what it keeps when they return', async () => {
    scripted = await ScriptedRoom.start(new DatabaseRoomLog(openMemoryDatabase(), 2));
    const visitor = await scripted.visit();
    const open = await visitor.listen();
    let lastId: string | undefined;
    for (const words of ['one', 'two', 'three']) {
      await scripted.room.port.post(place, saying(words));
      if (words === 'three') expect((await open.next('kept')).data).toEqual([[2, 3]]);
      const { data, id } = await open.next('entry');
      expect(spoken(data as WireEntry)).toBe(words);
      lastId ??= id;
    }
    const told = async (lastId?: string): Promise<readonly string[]> => {
      const stream = await visitor.listen(lastId);
      const heard = await stream.untilCaughtUp();
      stream.close();
      return heard.map(({ event }) => event);
    };
    expect(await told()).toEqual(['people', 'entry', 'entry']);
    expect(await told(lastId)).toEqual(['people', 'kept', 'entry', 'entry']);
    open.close();
  });

  it('of one owner see their entry as theirs, others’ pages do not', async () => {
    scripted = await ScriptedRoom.start();
    const ada = await scripted.visit();
    const eve = await scripted.visit();
    const streams = await Promise.all([ada, ada, eve].map((visitor) => visitor.listen()));
    await ada.type('/fit');
    const told = await Promise.all(streams.map((stream) => stream.entry()));
    expect(told.map(({ isMine }) => isMine)).toEqual([true, true, false]);
    for (const stream of streams) stream.close();
  });
});
