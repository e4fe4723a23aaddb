/** Two built programs as fronts of one bot, each with two shard processes, at Discord's own pace. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { spawnBuilt, type SpawnedProgram } from '../support/built-program.js';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../support/redis-server.js';

const patient = { timeout: 240_000 };

describe.skipIf(redisMissing)('fronts that start at the same moment', () => {
  let discord: FakeDiscord;
  let redis: RedisServerProcess;
  let folder: string;
  let programs: readonly SpawnedProgram[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tutor-fronts-'));
    redis = await startRedis('hunter2');
    // Discord's 5 s, minus the delay a busy machine may add between a front's turn and its identify.
    discord = await FakeDiscord.start({ identifyLimits: { everyMs: 3_000 } });
  });

  afterEach(async () => {
    for (const program of programs) program.kill('SIGTERM');
    await Promise.all(programs.map(({ exited }) => exited));
    await redis.close();
    discord.close();
    rmSync(folder, { recursive: true });
  });

  test('identify one after another, and each listens to its shards', patient, async () => {
    programs = ['0-1', '2-'].map((range, index) =>
      spawnBuilt(join(folder, `front${index}`), 0, {
        ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
        ...{ REDIS_URL: redis.url, FRONT: `front${index}`, SHARDS: '4', SHARD_RANGE: range },
      }),
    );
    const { sessions } = discord.gateway;
    await discord.until(() => sessions.length === 4, 'all shards are there', 150_000);
    const { taken, broken } = discord.identifyLimits;
    expect(broken).toEqual([]);
    expect(taken.map(({ shard }) => shard).sort()).toEqual([0, 1, 2, 3]);
    await discord.until(() => discord.registrations === 1, 'commands are registered');
    const all = programs.flatMap(({ printed }) => printed).join('\n');
    expect(all).not.toContain('hunter2');
    expect(all).not.toContain(discord.token);
  });
});
