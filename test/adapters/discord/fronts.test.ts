/** One bot, several fronts: each listens to its shards, and together they keep Discord's limits. */
import { ChannelType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { IdentifyLedger } from '../../../src/fleet/identify-ledger.js';
import { RedisServer } from '../../../src/fleet/redis.js';
import type { IdentifyLimitOptions } from '../../support/discord/identify-limits.js';
import { FakeDiscord } from '../../support/discord/fake-discord.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';
import type { Channel } from '../../support/discord/world.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../../support/redis-server.js';

let discord: FakeDiscord;
const fronts: TutorOnDiscord[] = [];

type FrontOptions = NonNullable<Parameters<typeof tutorOnDiscord>[0]>;

async function front(options: FrontOptions): Promise<TutorOnDiscord> {
  const started = await tutorOnDiscord({ shared: discord, ...options });
  fronts.push(started);
  return started;
}

/** A front for each shard; like real processes, they start at the same moment. */
function frontEach(shards: number, options: FrontOptions = {}): Promise<TutorOnDiscord[]> {
  return Promise.all(
    Array.from({ length: shards }, (_, shard) =>
      front({ shards, range: { first: shard, last: shard }, ...options }),
    ),
  );
}

async function begin(identifyLimits?: IdentifyLimitOptions): Promise<void> {
  discord = await FakeDiscord.start({ ...(identifyLimits && { identifyLimits }) });
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(fronts.splice(0).map((one) => one.close()));
  discord.close();
});

/** A channel in a server whose events go to this shard, out of that many. */
function channelOf(shard: number, shards: number): Channel {
  for (;;) {
    const guild = discord.world.addGuild();
    if ((BigInt(guild.id) >> 22n) % BigInt(shards) === BigInt(shard)) {
      return discord.world.addChannel(guild, ChannelType.GuildText, 'study');
    }
    discord.clock.advance(1);
  }
}

describe('two fronts of one bot', () => {
  beforeEach(() => begin());

  test('each reports which shards it runs', async () => {
    const [first, second] = await frontEach(2);
    expect(await first?.platform.serving).toBe('Discord as tutor (shard 0 of 2)');
    expect(await second?.platform.serving).toBe('Discord as tutor (shard 1 of 2)');
    const shards = discord.gateway.sessions.map(({ shard }) => shard);
    expect(shards.sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test('a server is answered only by its shard’s front, direct messages by shard 0’s', async () => {
    const channels = [channelOf(0, 2), channelOf(1, 2)];
    const [first, second] = await frontEach(2);
    const learner = discord.person();
    const alone = discord.directMessages();
    for (const channel of [...channels, alone]) {
      learner.slash(channel, 'fit', { epochs: 2, batch: 100 });
      await discord.until(() => learner.sees(channel).includes('Done.'), 'the run is over');
    }
    learner.says(alone, 'help');
    await discord.until(() => learner.sees(alone).includes('/quiz'), 'help is there');
    const owned = async (one: TutorOnDiscord | undefined): Promise<number | undefined> =>
      (await one?.tutor.runs.recent(`discord:${learner.id}`, 10))?.length;
    expect(await owned(first)).toBe(2);
    expect(await owned(second)).toBe(1);
    expect(discord.refusals).toEqual([]);
  });

  test.each([
    [
      'en-US',
      'Of the 2 shards that the servers are split into, this program handles number 1, counted from 0.',
    ],
    ['ko', '서버를 나눠 맡는 샤드 2개 중 이 프로그램은 1번을 맡고 있어요(번호는 0부터예요).'],
  ])('/status shows this to those who manage a server (%s)', async (locale, sentence) => {
    const channel = channelOf(1, 2);
    await frontEach(2);
    const manager = discord.person({ locale, managesServer: true });
    manager.slash(channel, 'status');
    await discord.until(() => manager.answers(channel).length === 1, 'it is answered');
    expect(manager.sees(channel)).toContain(sentence);
  });

  test('commands are registered once, by the front of shard 0', async () => {
    const [, second] = await frontEach(2);
    expect(discord.registrations).toBe(1);
    expect(second?.log.some(({ message }) => message.includes('registered'))).toBe(false);
    // One with another version would remove the commands the others registered.
    await second?.platform.close();
    const again = second?.startAgain({ specs: [] });
    await again?.serving;
    expect(discord.registrations).toBe(1);
    await again?.close();
  });
});

describe('SHARDS=auto', () => {
  test('an open range covers all that the other fronts leave', async () => {
    discord = await FakeDiscord.start({ recommendedShards: 3 });
    const one = await front({ shards: 'auto', range: { first: 2 } });
    expect(await one.platform.serving).toBe('Discord as tutor (shard 2 of 3)');
  });

  test('a range beyond Discord’s recommendation: one line, and it never serves', async () => {
    discord = await FakeDiscord.start({ recommendedShards: 3 });
    const one = await front({ shards: 'auto', range: { first: 4, last: 7 } });
    expect(await one.platform.serving).toBeUndefined();
    await one.platform.status.refused;
    expect(one.log.filter(({ level }) => level === 'error')).toMatchObject([
      {
        message: 'Discord: none of its shards is in SHARD_RANGE; set both anew, and restart',
        details: { shards: 3, first: 4, last: 7 },
      },
    ]);
  });
});

// discord.js reads the variable itself: `SHARDS=1` made it shard 1 of 1, and `SHARDS=auto` was not valid JSON
// for it.
test.each(['1', 'auto'])(
  'the environment’s SHARDS=%s is never taken for a shard of this process',
  async (value) => {
    vi.stubEnv('SHARDS', value);
    await begin();
    await front({ shards: 1 });
    expect(discord.gateway.sessions.map(({ shard }) => shard)).toEqual([[0, 1]]);
  },
);

/** Faster than Discord's 5 s, so that tests do not take minutes. */
const EVERY_MS = 250;
/** Longer, as our own interval is, with extra room for a busy machine. */
const OURS_MS = 1_000;

test('the fake notices early identifies: fronts that do not know of each other', async () => {
  // Long enough that three are too early, however busy this machine is.
  await begin({ everyMs: 1_000 });
  await frontEach(3);
  expect(discord.identifyLimits.broken.length).toBeGreaterThan(0);
});

describe.skipIf(redisMissing)('limits kept together, through Redis', () => {
  let process: RedisServerProcess;
  let redis: RedisServer;
  const quiet = { info: () => undefined, warn: () => undefined };

  beforeEach(async () => {
    process = await startRedis();
    redis = new RedisServer({ url: process.url, log: quiet });
    await vi.waitFor(() => {
      expect(redis.isUp).toBe(true);
    }, 20_000);
  });

  afterEach(async () => {
    redis.close();
    await process.close();
  });

  const ledger = (): IdentifyLedger => new IdentifyLedger({ redis, token: discord.token });
  const together = (): FrontOptions => ({ ledger: ledger(), identifyEveryMs: OURS_MS });

  test('fronts that start together identify one after another', async () => {
    await begin({ everyMs: EVERY_MS });
    await frontEach(4, together());
    expect(discord.identifyLimits.taken).toHaveLength(4);
    expect(discord.identifyLimits.broken).toEqual([]);
  });

  test('shards of different buckets need not wait for each other', async () => {
    await begin({ everyMs: EVERY_MS, maxConcurrency: 2 });
    const all = ledger();
    const told = { remaining: 10, resetAfterMs: 60_000 };
    const untilTheTestIsOver = 60_000;
    expect(await all.take(0, told, untilTheTestIsOver)).toBeUndefined();
    const one = await front({ ...together(), shards: 4, range: { first: 3, last: 3 } });
    expect(await one.platform.serving).toBe('Discord as tutor (shard 3 of 4)');
    expect(await all.take(0, told, untilTheTestIsOver)).toMatchObject({ until: 'turn' });
  });

  test('all sessions lost at once, as after an outage: no limit is broken either', async () => {
    await begin({ everyMs: EVERY_MS });
    await frontEach(3, together());
    discord.gateway.forgetSessions();
    discord.gateway.drop();
    await vi.waitFor(
      () => {
        expect(discord.identifyLimits.taken).toHaveLength(6);
        expect(fronts.every(({ platform }) => platform.status.state === 'serving')).toBe(true);
      },
      { timeout: 25_000 },
    );
    expect(discord.identifyLimits.broken).toEqual([]);
  });

  test('no session starts left today: it is reported, and waiting shards start when there are more', async () => {
    await begin({ everyMs: EVERY_MS, total: 2, resetAfterMs: 8_000 });
    const started = await frontEach(3, together());
    const { taken, broken } = discord.identifyLimits;
    expect(taken).toHaveLength(3);
    expect(broken).toEqual([]);
    expect(started.every(({ platform }) => platform.status.state === 'serving')).toBe(true);
    const lines = started.flatMap(({ log }) => log.map(({ message }) => message));
    expect(lines.filter((line) => line.includes('no session may be begun'))).toHaveLength(1);
  });

  test('Redis is lost: a shard waits for it a while, and then keeps the limit on its own', async () => {
    await begin({ everyMs: EVERY_MS });
    await process.kill();
    const one = await front({ shards: 1, ...together(), ledgerPatienceMs: 50 });
    expect(await one.platform.serving).toBe('Discord as tutor');
    expect(one.log.map(({ message }) => message)).toContain(
      'Discord: what the fronts keep together is out of reach; a shard identifies',
    );
  });

  test('SHARDS=auto: all fronts use the first one’s number, whatever Discord recommends later', async () => {
    discord = await FakeDiscord.start({ recommendedShards: 2 });
    const auto = { shards: 'auto', ...together() } as const;
    const first = await front({ ...auto, range: { first: 0, last: 0 } });
    discord.recommendShards(3);
    const second = await front({ ...auto, range: { first: 1 } });
    expect(await first.platform.serving).toBe('Discord as tutor (shard 0 of 2)');
    expect(await second.platform.serving).toBe('Discord as tutor (shard 1 of 2)');
    expect(second.log.filter(({ level }) => level === 'warn')).toMatchObject([
      { details: { recommended: 3, shards: 2 } },
    ]);
  });

  test('nothing in Redis reveals the token', async () => {
    await begin();
    await front({ shards: 1, ...together() });
    const client = process.client();
    const keys = await client.keys('*');
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join()).not.toContain(discord.token);
  });
});
