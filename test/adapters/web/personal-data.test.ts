/** The room over HTTP, on a real database: people see their own data, and nobody else's. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WireEntry } from '../../../src/adapters/web/wire.js';
import { DatabaseRoomLog } from '../../../src/storage/room-log.js';
import { ScriptedRoom, type Visitor } from '../../support/scripted-room.js';
import { StoredRuns } from '../../support/stored-runs.js';
import { Tutor } from '../../support/tutor.js';

let stored: StoredRuns;
let tutor: Tutor;
let room: ScriptedRoom;

beforeEach(async () => {
  stored = new StoredRuns();
  tutor = new Tutor({ stores: stored.stores });
  const { dispatcher } = tutor;
  room = await ScriptedRoom.start(new DatabaseRoomLog(stored.database), { dispatcher });
  tutor.liveRuns.addPlatform(room.room.port);
});
afterEach(async () => {
  await room.room.close();
  await tutor.runs.close();
  stored.close();
});

/** Everything a person's page shows when opened now, newest last. */
async function seen(by: Visitor): Promise<readonly WireEntry[]> {
  const stream = await by.listen();
  const heard = await stream.untilCaughtUp();
  stream.close();
  const entries = heard.filter(({ event }) => event === 'entry').map(({ data }) => data);
  return (entries as readonly WireEntry[]).toSorted((a, b) => a.id - b.id);
}

const words = ({ body }: WireEntry): string => (body.kind === 'line' ? body.text : body.spoken);

async function untilSeen(by: Visitor, what: string): Promise<WireEntry> {
  let entry: WireEntry | undefined;
  await expect
    .poll(async () => (entry = (await seen(by)).findLast((one) => words(one).includes(what))), {
      timeout: 20_000,
    })
    .toBeDefined();
  if (!entry) throw new Error('it was seen and went');
  return entry;
}

function command({ body }: WireEntry, label: string): string {
  const buttons = body.kind === 'answer' ? body.buttons : [];
  return buttons.find((button) => button.label.startsWith(label))?.command ?? '';
}

test('/mydata is a download that only the asker can fetch', async () => {
  const [ada, eve] = [await room.visit(), await room.visit()];
  await ada.type('/fit epochs:1 batch:10 pace:fast');
  await untilSeen(ada, 'is done');
  await ada.type('/mydata');
  const answer = await untilSeen(ada, 'in this file');
  expect(answer.isPrivate).toBe(true);
  const [file] = answer.body.kind === 'answer' ? answer.body.files : [];
  const mine = await ada.get(file?.href ?? '');
  expect(mine.headers.get('content-disposition')).toContain('attachment');
  const data = (await mine.json()) as Record<string, readonly unknown[]>;
  expect(data.runs).toHaveLength(1);
  expect(JSON.stringify(data.roomMessages)).toContain('/fit epochs:1');
  expect((await eve.get(file?.href ?? '')).status).toBe(404);
  expect((await seen(eve)).some((entry) => words(entry).includes('in this file'))).toBe(false);
});

test('/forget also removes the words from open pages, and stops runs in progress', async () => {
  const [ada, eve] = [await room.visit(), await room.visit()];
  const page = await eve.listen();
  await page.untilCaughtUp();
  await eve.type('I am Eve');
  tutor.pool.hold = true;
  await ada.type('/fit epochs:40 batch:10');
  const run = await untilSeen(ada, 'epoch 1 of 40');
  tutor.pool.hold = false;
  await ada.type('/forget');
  const question = await untilSeen(ada, 'all I keep about you here');
  expect(words(question)).toContain('3 messages in the study room');
  await ada.type(command(question, 'Delete'), { pressed: true });
  await untilSeen(ada, 'it is deleted');

  const byEve = await seen(eve);
  expect(byEve.map(words)).toEqual(
    expect.arrayContaining(['I am Eve', '(deleted)', '(deleted)', '(deleted)']),
  );
  expect(byEve.find(({ id }) => id === run.id)).toMatchObject({
    isMine: false,
    body: { blocks: [{ kind: 'text' }], spoken: '(deleted)', buttons: [], files: [] },
  });
  expect(byEve.filter(({ name }) => name !== undefined).map(words)).toEqual(
    expect.arrayContaining(['I am Eve']),
  );
  // A page that stayed open is told the same.
  for (;;) {
    const entry = await page.entry();
    if (entry.id === run.id && words(entry) === '(deleted)') break;
  }
  page.close();
  const left = await stored.rows();
  expect(left.runs).toBeUndefined();
  expect(left.live_messages).toBeUndefined();
});
