/** The built program with a Discord token: real training, seen by people on Discord. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'vitest';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { FakeDiscord, type FakeDiscordOptions } from '../support/discord/fake-discord.js';
import { readable } from '../support/discord/transcript.js';

interface Connected {
  readonly discord: FakeDiscord;
  /** On the previous program's DATA_DIR, if there was one. */
  readonly start: (env?: NodeJS.ProcessEnv) => Promise<BuiltProgram>;
}

/** A Discord and a program for one test, closed with it: the tests wait in parallel. */
async function connected(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  options: FakeDiscordOptions = {},
): Promise<Connected> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tutor-discord-'));
  const discord = await FakeDiscord.start({ acknowledgeWithinMs: 60_000, ...options });
  let program: BuiltProgram | undefined;
  onTestFinished(async () => {
    await program?.end();
    discord.close();
    rmSync(dataDir, { recursive: true });
  });
  const connection = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  return {
    discord,
    start: async (env = {}) => {
      program = await startBuilt(dataDir, 0, { ...connection, ...env });
      return program;
    },
  };
}

const patient = { timeout: 240_000 };

/**
 * After 15 s the program is ready even without platforms that are still connecting, as shards on a very busy
 * machine may be.
 */
const orStillConnecting = (words: string): RegExp =>
  new RegExp(`${words}|discord \\(still connecting\\)`);

/** All its shards are connected. */
async function listens({ discord }: Connected, shards: number): Promise<void> {
  const areThere = () => discord.gateway.sessions.length >= shards;
  await discord.until(areThere, 'all shards listen', 120_000);
}

describe('the program', patient, () => {
  test.concurrent(
    'npm start logs in, trains on request, and shows every epoch',
    async ({ expect, ...test }) => {
      const { discord, start } = await connected(test);
      const { readyLine } = await start();
      expect(readyLine).toContain('Discord as tutor');
      const learner = discord.person();
      learner.slash(discord.channel, 'fit', { epochs: 3, batch: 100 });
      await discord.until(
        () => learner.sees(discord.channel).includes('-chart.png'),
        'it ended',
        50_000,
      );
      const [message] = learner.answers(discord.channel);
      const frames = message?.history.map(readable) ?? [];
      for (const epoch of [1, 2, 3]) {
        expect(frames.some((frame) => frame.includes(`Epoch ${epoch}/3\n80/80 [====`))).toBe(true);
      }
      const end = learner.sees(discord.channel);
      expect(end).toContain('3 epochs × 80 iterations = 240 weight updates');
      expect(end).toMatch(/\(\w+-history\.csv\)\n\(\w+-transcript\.txt\)/);
      expect(discord.refusals).toEqual([]);
    },
  );

  test.concurrent(
    'killed during a run, the next process continues in the same message',
    async ({ expect, ...test }) => {
      const { discord, start } = await connected(test);
      const killed = await start();
      const learner = discord.person();
      learner.slash(discord.channel, 'fit', { epochs: 8, batch: 100 });
      const sees = (words: string) => learner.sees(discord.channel).includes(words);
      await discord.until(() => sees('Epoch 3/8'), 'it goes on', 50_000);
      await killed.end('SIGKILL');
      await start();
      await discord.until(() => sees('Done.'), 'it ended', 50_000);
      expect(learner.answers(discord.channel)).toHaveLength(1);
      expect(learner.sees(discord.channel)).toContain('restarted');
    },
  );

  test.concurrent('a wrong token does not affect the study room', async ({ expect, ...test }) => {
    const { start } = await connected(test);
    const { readyLine, address } = await start({ DISCORD_TOKEN: 'wrong' });
    expect(readyLine).not.toContain('Discord');
    expect((await fetch(address)).status).toBe(200);
  });

  test.concurrent(
    'over HTTP, without a gateway: from a request to the last message',
    async ({ expect, ...test }) => {
      const { discord, start } = await connected(test);
      const { publicKey } = discord.http;
      const { readyLine, printed } = await start({
        ...{ DISCORD_PUBLIC_KEY: publicKey, DISCORD_PORT: '0' },
      });
      const [, address = ''] = /Discord as tutor \((http:[^)]+)\)/.exec(readyLine) ?? [];
      await discord.http.verify(address);
      const learner = discord.person();
      learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
      await discord.until(
        () => learner.sees(discord.channel).includes('Done.'),
        'it ended',
        50_000,
      );
      expect(discord.http.answers).toEqual([200, 401, 202]);
      expect(discord.gateway.connections).toBe(0);
      expect(printed.join('\n')).toContain('opens no gateway');
      expect(discord.refusals).toEqual([]);
    },
  );
});

// Discord requires five seconds between two identifies: these tests mostly wait.
describe('its shards', patient, () => {
  test.concurrent(
    'Discord recommends two: that many run, unless set otherwise',
    async ({ expect, ...test }) => {
      const here = await connected(test, { recommendedShards: 2 });
      const { start } = here;
      const first = await start();
      expect(first.readyLine).toMatch(orStillConnecting('\\(2 shards\\)'));
      await listens(here, 2);
      const readiness = async (): Promise<unknown> =>
        (await fetch(`${first.address}/readyz`)).json();
      await expect
        .poll(readiness)
        .toMatchObject({ status: 'ready', platforms: { discord: 'serving' } });
      await first.end();
      const { readyLine: again } = await start({ SHARDS: '1' });
      expect(again).toMatch(/Discord as tutor(?! \(2 shards\))/);
    },
  );

  test.concurrent(
    'two connect for one program, each for its servers',
    async ({ expect, ...test }) => {
      const here = await connected(test);
      const { discord, start } = here;
      const { readyLine } = await start({ SHARDS: '2' });
      expect(readyLine).toMatch(orStillConnecting('\\(2 shards\\)'));
      await listens(here, 2);
      expect(discord.gateway.sessions.map(({ shard }) => shard)).toEqual([
        [0, 2],
        [1, 2],
      ]);
      const learner = discord.person();
      const alone = discord.directMessages();
      for (const channel of [discord.channel, alone]) {
        learner.slash(channel, 'fit', { epochs: 1, batch: 100 });
        await discord.until(() => learner.sees(channel).includes('Done.'), 'it ended', 50_000);
      }
    },
  );

  test.concurrent(
    'a front with a range: only its shards, and none identifies too early',
    async ({ expect, ...test }) => {
      // Discord's 5 s, minus the delay a busy machine may add between a front's turn and its identify.
      const here = await connected(test, { identifyLimits: { everyMs: 3_000 } });
      const { discord, start } = here;
      const { readyLine } = await start({ SHARDS: '4', SHARD_RANGE: '2-3' });
      expect(readyLine).toMatch(orStillConnecting('Discord as tutor \\(shards 2 to 3 of 4\\)'));
      await listens(here, 2);
      expect(discord.gateway.sessions.map(({ shard }) => shard)).toEqual([
        [2, 4],
        [3, 4],
      ]);
      expect(discord.identifyLimits.taken).toHaveLength(2);
      expect(discord.identifyLimits.broken).toEqual([]);
      // Registering commands is the job of shard 0's front.
      expect(discord.registrations).toBe(0);
    },
  );
});
