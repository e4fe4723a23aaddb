import { expect, test } from 'vitest';
import {
  Identifying,
  OwnLedger,
  type IdentifyLedger,
  type NotYet,
} from '../../../src/adapters/discord/identifying.js';
import { Requests } from '../../../src/adapters/discord/requests.js';
import { FakeDiscord } from '../../support/discord/fake-discord.js';
import { recordingLog } from '../../support/recording-log.js';

const EVERY_MS = 5_500;

test('one front spaces out its own shards by itself', async () => {
  const now = { ms: 0 };
  const ledger = new OwnLedger(() => now.ms);
  const told = { remaining: 3, resetAfterMs: 20_000 };
  expect(await ledger.take(0, told, EVERY_MS)).toBeUndefined();
  expect(await ledger.take(0, told, EVERY_MS)).toEqual({ waitMs: EVERY_MS, until: 'turn' });
  expect(await ledger.take(1, told, EVERY_MS)).toBeUndefined();
  now.ms = EVERY_MS;
  expect(await ledger.take(0, told, EVERY_MS)).toBeUndefined();
  // Discord's earlier answer does not include the three since then.
  now.ms = 2 * EVERY_MS;
  expect(await ledger.take(0, told, EVERY_MS)).toEqual({
    waitMs: 20_000 - now.ms,
    until: 'sessions',
  });
  now.ms = 20_000;
  expect(await ledger.take(0, told, EVERY_MS)).toBeUndefined();
});

test('a shard that has waited long still follows the fronts’ ledger after a short outage of it', async () => {
  const discord = await FakeDiscord.start();
  const requests = new Requests(discord);
  let asked = 0;
  const counted: Pick<Requests, 'once'> = {
    once: (request) => {
      asked += 1;
      return requests.once(request);
    },
  };
  const { log, lines } = recordingLog();
  const taken: (NotYet | Error | undefined)[] = [
    { waitMs: 60, until: 'turn' },
    new Error('Redis does not answer'),
    { waitMs: 1, until: 'turn' },
    undefined,
  ];
  const ledger: IdentifyLedger = {
    take: () => {
      const next = taken.shift();
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
  };
  const identifying = new Identifying({
    ...{ requests: counted, log, ledger, patienceMs: 50, retryMs: 1 },
  });
  await identifying.wait(0, new AbortController().signal);
  expect(taken).toEqual([]);
  expect(lines.map(({ message }) => message)).toEqual(['Discord: a shard may not identify yet']);
  // Discord's answer is still valid: only the ledger was unavailable.
  expect(asked).toBe(1);
  await requests.close();
  discord.close();
});

test('if Discord could not be asked, it is asked again', async () => {
  const discord = await FakeDiscord.start();
  const requests = new Requests(discord);
  let asked = 0;
  const { log, lines } = recordingLog();
  const identifying = new Identifying({
    ...{ log, retryMs: 1 },
    requests: {
      once: (request) => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('away')) : requests.once(request);
      },
    },
  });
  await identifying.wait(0, new AbortController().signal);
  expect(asked).toBe(2);
  expect(lines.map(({ message }) => message)).toEqual(['Discord: a shard may not identify yet']);
  await requests.close();
  discord.close();
});
