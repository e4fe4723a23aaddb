/** Damaged files of many kinds: what is set aside, reported, and recovered. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Checkpoint, RunEvent } from '../../src/runs/protocol.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { DatabasePreferenceStore } from '../../src/storage/preference-store.js';
import { DatabaseRoomLog } from '../../src/storage/room-log.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { line } from '../contract/room-log.js';
import { settings, summary } from '../support/run-samples.js';

/** What `fill` stored, once for all tests. */
let filled: string;
let dataDir: string;
let file: string;
let told: string[];
let open: Database | undefined;
beforeAll(async () => {
  filled = mkdtempSync(join(tmpdir(), 'tutor-whole-'));
  await fill();
});
afterAll(() => {
  rmSync(filled, { recursive: true });
});
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-damage-'));
  file = join(dataDir, 'tutor.db');
  told = [];
  cpSync(filled, dataDir, { recursive: true });
});
afterEach(() => {
  open?.close();
  open = undefined;
  rmSync(dataDir, { recursive: true });
});

function start(): Database {
  const tell = (sentence: string): void => void told.push(sentence);
  return (open = openDatabase(dataDir, { onSetAside: tell, onDamage: tell }));
}

const people = Array.from({ length: 300 }, (_, index) => `web:${index}`);
const runIds = Array.from({ length: 60 }, (_, index) => `run${String(index).padStart(3, '0')}`);
const trained = {
  logs: { loss: 0.5, metric: 0.7 },
  ...{ steps: 800, elapsedMs: 100, firstStepMs: 5 },
};
const epoch = (number: number): RunEvent => ({ kind: 'epoch-ended', epoch: number, ...trained });
const checkpoint = (number: number): Checkpoint => ({
  epoch: number,
  step: 800 * number,
  weights: new Float32Array(2000).fill(number),
  slots: [],
  shuffle: [number],
});

/** Runs of ten epochs, every other one finished, and people's preferences. */
async function fill(): Promise<void> {
  const database = openDatabase(filled);
  const runs = new DatabaseRunStore(database);
  const preferences = new DatabasePreferenceStore(database);
  const room = new DatabaseRoomLog(database);
  for (let said = 0; said < 3; said += 1) await room.append(line('hello'));
  for (const id of people) await preferences.set(id, { locale: 'ko' });
  for (const [index, id] of runIds.entries()) {
    const record = { id, ownerId: 'web:ada', ownerName: 'Ada', settings: settings() };
    const started = { kind: 'started', data: summary(), backend: 'fused', atMs: 2 } as const;
    await runs.create({ ...record, createdAtMs: index }, [{ kind: 'queued', atMs: 1 }, started]);
    for (let number = 1; number <= 10; number += 1) {
      await runs.append(id, [epoch(number)], checkpoint(number));
    }
    if (index % 2 === 0) await runs.append(id, [{ kind: 'completed', atMs: 3 }]);
  }
  database.close();
}

const asideNames = (): string[] =>
  readdirSync(dataDir).filter((name) => /^tutor\.damaged-.*\.db$/.test(name));

/** It works: reads, writes, is intact, and the next start finds it intact. */
async function expectSound(database: Database): Promise<void> {
  await new DatabasePreferenceStore(database).set('web:new', { view: 'compact' });
  // Recovered messages do not prevent new ones.
  const room = new DatabaseRoomLog(database);
  const newest = await room.append(line('here again'));
  expect((await room.changedAfter('', 0, 10)).at(-1)).toMatchObject({ id: newest });
  expect(await database.read((sql) => sql.all('PRAGMA integrity_check'))).toEqual([
    { integrity_check: 'ok' },
  ]);
  expect(await database.read((sql) => sql.all('PRAGMA foreign_key_check'))).toEqual([]);
  database.close();
  const before = told.length;
  expect(await new DatabasePreferenceStore(start()).get('web:new')).toEqual({ view: 'compact' });
  expect(told).toHaveLength(before);
}

describe('a completely unreadable file', () => {
  it.each([
    [
      'its header is zeroed',
      () => {
        overwrite(0, Buffer.alloc(4096));
      },
    ],
    [
      'it is a text',
      () => {
        writeFileSync(file, 'no database at all'.repeat(500));
      },
    ],
    [
      'it is cut off after a few bytes',
      () => {
        truncateSync(file, 100);
      },
    ],
    [
      'it is a folder',
      () => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])('is set aside if %s, and the program starts', async (_, damage) => {
    damage();
    const database = start();
    const [name] = asideNames();
    expect(name).toMatch(/^tutor\.damaged-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/);
    expect(told).toEqual([
      expect.stringMatching(
        /^DATA_DIR: tutor\.db was damaged \(.+\) and is kept as \S+; a new one was begun, and nothing of the old one could be read: all of it is lost\.$/,
      ),
    ]);
    expect(told[0]).toContain(name);
    await expectSound(database);
  });
});

function overwrite(at: number, bytes: Uint8Array): void {
  const all = readFileSync(file);
  all.set(bytes, at);
  writeFileSync(file, all);
}

/** That page, or the next one that does not hold the schema: without the schema nothing can be read. */
function pageOfRows(page: number): number {
  const all = readFileSync(file);
  const saysTables = (at: number): boolean => {
    const text = all.subarray(at * 4096, (at + 1) * 4096).toString('latin1');
    return /CREATE (UNIQUE )?(TABLE|INDEX)/.test(text);
  };
  return saysTables(page) ? pageOfRows(page + 1) : page;
}

/** Random bytes, the same in every run of the test. */
function noise(length: number, seed: number): Uint8Array {
  let word = seed;
  return Uint8Array.from({ length }, () => (word = (word * 1664525 + 1013904223) >>> 0) >>> 24);
}

describe('a largely readable file', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'gives its data to a new one, with complete runs only (noise %i)',
    async (seed) => {
      const pages = readFileSync(file).length / 4096;
      for (let hit = 0; hit < 3; hit += 1) {
        const drawn = 2 + Math.floor(((noise(4, seed * 31 + hit)[3] ?? 0) / 256) * (pages - 2));
        overwrite(pageOfRows(drawn) * 4096, noise(4096, seed + hit));
      }
      const damaged = readFileSync(file);
      const database = start();
      expect(asideNames()).toHaveLength(1);
      expect(readFileSync(join(dataDir, asideNames()[0] ?? '')).equals(damaged)).toBe(true);
      expect(told).toEqual([
        expect.stringMatching(
          /with what could be read \(rows of .*runs: \d+.*\); the rest is lost, and runs/,
        ),
      ]);
      const runs = new DatabaseRunStore(database);
      const kept = await runs.recent('web:ada', 100);
      expect(kept.length).toBeGreaterThan(0);
      for (const { record, events } of kept) {
        const isOver = runIds.indexOf(record.id) % 2 === 0;
        expect(events).toHaveLength(isOver ? 13 : 1);
        expect(await runs.checkpoint(record.id)).toBeUndefined();
      }
      await expectSound(database);
    },
  );

  it('gives what comes before the end of a truncated one', async () => {
    truncateSync(file, Math.floor(readFileSync(file).length * 0.8));
    await expectSound(start());
    expect(asideNames()).toHaveLength(1);
    expect(told).toHaveLength(1);
  });
});

describe('a write-ahead log of garbage', () => {
  it('is set aside, and everything in the file is there', async () => {
    writeFileSync(`${file}-wal`, noise(100_000, 1));
    const database = start();
    expect(asideNames()).toEqual([expect.stringMatching(/^tutor\.damaged-log-/)]);
    expect(told).toEqual([
      expect.stringMatching(/^DATA_DIR: tutor\.db-wal was damaged .*all else is there\.$/),
    ]);
    expect(await new DatabaseRunStore(database).recent('web:ada', 100)).toHaveLength(60);
    await expectSound(database);
  });
});

describe('damage found later', () => {
  it('is reported in one sentence, once, and the next start sets the file aside', async () => {
    const database = start();
    // Every page but the first two, behind the program's back.
    const { length } = readFileSync(file);
    overwrite(8192, noise(length - 8192, 7));
    const runs = new DatabaseRunStore(database);
    await expect(runs.recent('web:ada', 100)).rejects.toThrow(/malformed/);
    await expect(runs.find('run000')).rejects.toThrow();
    expect(told).toEqual([
      expect.stringMatching(
        /^DATA_DIR: \S+tutor\.db is damaged \(SQLITE_CORRUPT.*the next start sets it aside/,
      ),
    ]);
    database.close();
    start();
    expect(told).toHaveLength(2);
    expect(asideNames()).toHaveLength(1);
    expect(existsSync(join(dataDir, 'tutor.damaged'))).toBe(false);
  });
});
