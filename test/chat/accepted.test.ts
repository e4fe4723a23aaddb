import { beforeEach, expect, it } from 'vitest';
import { Accepted, type AcceptedRequest, type KeptRequest } from '../../src/chat/accepted.js';
import { DatabaseAcceptedStore } from '../../src/storage/accepted-store.js';
import { openMemoryDatabase, type Database } from '../../src/storage/database.js';
import { acceptedOn } from '../support/accepted.js';
import { recordingLog } from '../support/recording-log.js';

const minute = 60_000;
const handed = { id: 'web:1', platform: 'web', request: { line: '/data' } } as const;

let database: Database;
let nowMs: number;

beforeEach(() => {
  database = openMemoryDatabase();
  nowMs = 1_000_000;
});

const process = (): Accepted => acceptedOn(database, () => nowMs);
const waiting = (): Promise<readonly KeptRequest[]> =>
  new DatabaseAcceptedStore(database).unanswered('web');

async function leftOver(accepted: Accepted): Promise<readonly AcceptedRequest[]> {
  const requests: AcceptedRequest[] = [];
  await accepted.answerLeftOver('web', (_kept, request) => {
    requests.push(request);
    return Promise.resolve();
  });
  return requests;
}

it('is stored from before it is answered until after', async () => {
  const accepted = process();
  expect(await accepted.take(handed)).toEqual({ atMs: nowMs, requested: { id: 'web:1' } });
  await accepted.forgetAfter('web:1', async () => {
    expect(await waiting()).toHaveLength(1);
  });
  expect(await waiting()).toEqual([]);
});

it('is answered by the next process, once, as of when it was accepted', async () => {
  await process().take(handed);
  nowMs += minute;
  const fresh = { atMs: nowMs - minute, requested: { id: 'web:1', leftOver: 'fresh' } };
  expect(await leftOver(process())).toEqual([fresh]);
  expect(await leftOver(process())).toEqual([]);
});

it('is not taken up by the process already answering it', async () => {
  const accepted = process();
  await accepted.take(handed);
  expect(await leftOver(accepted)).toEqual([]);
  expect(await waiting()).toHaveLength(1);
});

it('is accepted once, even by the next process', async () => {
  await process().take(handed);
  expect(await process().take(handed)).toBeUndefined();
});

it('is late when Discord would accept no answer any more', async () => {
  await process().take(handed);
  nowMs += 15 * minute;
  expect(await leftOver(process())).toMatchObject([{ requested: { leftOver: 'late' } }]);
});

it('is late when three processes have ended over it', async () => {
  await process().take(handed);
  const endless = new Promise<never>(() => undefined);
  const seen: unknown[] = [];
  for (let tries = 1; tries <= 4; tries += 1) {
    await new Promise<void>((begun) => {
      void process().answerLeftOver('web', (_kept, { requested }) => {
        seen.push(requested.leftOver);
        begun();
        return endless;
      });
    });
  }
  expect(seen).toEqual(['fresh', 'fresh', 'fresh', 'late']);
});

it('is left to the next process if its answer did not arrive because this one ends', async () => {
  const ending = process();
  await ending.take(handed);
  await ending.take({ ...handed, id: 'web:2' });
  ending.close();
  await ending.forgetAfter('web:1', () => {
    ending.undelivered('web:1');
    return Promise.resolve();
  });
  await ending.forgetAfter('web:2', () => Promise.resolve());
  expect((await waiting()).map(({ id }) => id)).toEqual(['web:1']);
});

it('is forgotten if its answer failed otherwise: the next process could not deliver it either', async () => {
  const accepted = process();
  await accepted.take(handed);
  await accepted.forgetAfter('web:1', () => {
    accepted.undelivered('web:1');
    return Promise.resolve();
  });
  expect(await waiting()).toEqual([]);
});

it('is answered even if it cannot be stored, and the log says so', async () => {
  const { log, lines } = recordingLog();
  const accepted = new Accepted({ store: new DatabaseAcceptedStore(database), log });
  database.close();
  expect(await accepted.take(handed)).toMatchObject({ requested: { id: 'web:1' } });
  expect(lines.map(({ message }) => message)).toEqual([
    'a request could not be kept: only this process knows of it',
  ]);
});
