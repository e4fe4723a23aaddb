/** The built program on a disk that fills up during a run. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { foldEvents } from '../../src/runs/run.js';
import { openDatabase } from '../../src/storage/database.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';
import { SmallDisk, whyNoSmallDisk } from '../support/small-disk.js';

if (whyNoSmallDisk !== undefined) console.warn(`test/e2e/full-disk: skipped, ${whyNoSmallDisk}`);

let disk: SmallDisk | undefined;
let program: BuiltProgram | undefined;
const folders: string[] = [];
afterEach(async () => {
  await program?.end('SIGKILL');
  disk?.remove();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The next answer that matches. */
async function heard(events: EventStream, wanted: RegExp): Promise<WireAnswer> {
  for (;;) {
    const { body } = await events.entry();
    if (body.kind === 'answer' && wanted.test(body.spoken)) return body;
  }
}

/** Everything computed in the first run of a folder no process has open. */
async function computed(dataDir: string) {
  const database = openDatabase(dataDir);
  try {
    const runs = await database.read((sql) => sql.all('SELECT id FROM runs ORDER BY rowid'));
    const store = new DatabaseRunStore(database);
    const stored = await store.find(runs[0]?.id as string);
    if (!stored) throw new Error('there is no run');
    const { phase, finished, test } = foldEvents(stored.record, stored.events);
    const history = finished.map(({ epoch, logs, steps }) => ({ epoch, logs, steps }));
    return { phase, history, test, checkpoint: await store.checkpoint(stored.record.id) };
  } finally {
    database.close();
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-full-'));
  folders.push(folder);
  return folder;
}

const line = '/fit epochs:8 batch:10 seed:7';

describe.skipIf(whyNoSmallDisk !== undefined)('on a full disk', { timeout: 240_000 }, () => {
  it('a run waits, every place says so, and it ends bit for bit as usual', async () => {
    const undisturbed = newFolder();
    program = await startBuilt(undisturbed);
    const eve = await Visitor.at(program.address);
    const eves = await eve.listen();
    await eve.type(line);
    await heard(eves, /is done: 8 epochs/);
    eves.close();
    await program.end();
    const expected = await computed(undisturbed);
    expect(expected).toMatchObject({ phase: 'completed' });

    disk = new SmallDisk(12);
    program = await startBuilt(disk.path);
    const ada = await Visitor.at(program.address);
    const events = await ada.listen();
    await ada.type(line);
    await heard(events, /epoch [2-6] of 8/);
    disk.fill();
    await heard(events, /is waiting for disk space/);

    await ada.type('/runs');
    expect(JSON.stringify(await heard(events, /Your runs/))).toContain('waiting for disk space');
    await ada.type('/fit epochs:1');
    await heard(events, /no disk space left here/);
    await ada.type('/language ko');
    await heard(events, /no disk space left here/);
    await ada.type('what is an epoch?');
    await heard(events, /epoch/i);

    // The stored data agrees: that many epochs, and no end. (A copy, as the program has the file open.)
    const copy = newFolder();
    for (const name of ['tutor.db', 'tutor.db-wal'])
      cpSync(join(disk.path, name), join(copy, name));
    const then = await computed(copy);
    expect(then.phase).toBe('training');
    expect(then.history.length).toBeLessThan(8);

    disk.free();
    await heard(events, /is done: 8 epochs/);
    await ada.type('/fit epochs:1');
    await heard(events, /is done: 1 epoch/);
    events.close();
    const said = program.printed.filter((text) => text.includes('cannot be written'));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/SQLITE_FULL, database or disk is full/);
    expect(program.printed.filter((text) => /"level":(?:50|60)/.test(text))).toEqual(said);
    await program.end();
    expect(await computed(disk.path)).toEqual(expected);
  });
});
