/** Health as a probe sees it: over HTTP, of the started program, from its first moment to its last. */
import { GatewayCloseCodes } from 'discord.js';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Health } from '../../src/hosting/health.js';
import { openDatabase } from '../../src/storage/database.js';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { HostedProgram } from '../support/hosted-program.js';
import { SmallDisk, whyNoSmallDisk } from '../support/small-disk.js';
import { FakeSlack } from '../support/slack/fake-slack.js';

const patient = { timeout: 120_000 };
const waiting = { timeout: 40_000, interval: 20 };

let discord: FakeDiscord;
let slack: FakeSlack;
let program: HostedProgram | undefined;

beforeEach(async () => {
  [discord, slack] = await Promise.all([FakeDiscord.start(), FakeSlack.start()]);
});
afterEach(async () => {
  await program?.close();
  program = undefined;
  discord.close();
  slack.close();
});

function start(env: NodeJS.ProcessEnv): HostedProgram {
  return (program = new HostedProgram({ HEALTH_PORT: '0', ...env }));
}

const onDiscord = (): NodeJS.ProcessEnv => {
  return { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
};
const onSlack = (): NodeJS.ProcessEnv => {
  const { botToken, appToken } = slack.state;
  return { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl };
};

interface Asked {
  readonly status: number;
  readonly body: unknown;
}

async function ask(address: string, path: string): Promise<Asked> {
  const response = await fetch(`${address}${path}`);
  return { status: response.status, body: await response.json() };
}

/** The address where it says it reports its health. */
function healthOf(hosted: HostedProgram): Promise<string> {
  return hosted.says(/Health: (http:\/\/[\d.:]+)\//);
}

test(
  'alive from the first moment, ready only when everything configured serves',
  patient,
  async () => {
    discord.gateway.silent = true;
    const hosted = start(onDiscord());
    const address = await healthOf(hosted);
    expect(await ask(address, '/healthz')).toEqual({ status: 200, body: { status: 'alive' } });
    await vi.waitFor(async () => {
      expect(await ask(address, '/readyz')).toEqual({
        status: 503,
        body: {
          status: 'starting',
          platforms: { web: 'serving', discord: 'connecting' },
          database: 'ok',
          threads: { state: 'ok', started: 0, most: expect.any(Number) as number, waiting: 0 },
        },
      });
    }, waiting);
    discord.gateway.silent = false;
    discord.gateway.drop();
    const room = await hosted.says(/study room (http:\/\/[\d.:]+)/);
    for (const where of [address, room]) {
      await vi.waitFor(async () => {
        expect(await ask(where, '/readyz')).toMatchObject({
          status: 200,
          body: { status: 'ready', platforms: { web: 'serving', discord: 'serving' } },
        });
      }, waiting);
      expect(await ask(where, '/healthz')).toEqual({ status: 200, body: { status: 'alive' } });
    }
  },
);

test('a lost platform: not ready until it is back, alive all the time', patient, async () => {
  const hosted = start({ ...onDiscord(), ...onSlack(), WEB_PORT: 'off' });
  const address = await healthOf(hosted);
  await hosted.says(/Ready: /);
  expect(await ask(address, '/readyz')).toMatchObject({
    status: 200,
    body: { platforms: { discord: 'serving', slack: 'serving' } },
  });
  discord.gateway.silent = true;
  discord.gateway.drop();
  await vi.waitFor(async () => {
    expect(await ask(address, '/readyz')).toMatchObject({
      status: 503,
      body: { status: 'not ready', platforms: { discord: 'connecting', slack: 'serving' } },
    });
  }, waiting);
  expect((await ask(address, '/healthz')).status).toBe(200);
  discord.gateway.silent = false;
  discord.gateway.drop();
  await vi.waitFor(async () => {
    expect((await ask(address, '/readyz')).status).toBe(200);
  }, waiting);
});

test('a platform that refuses us is reported, and the others serve', patient, async () => {
  const hosted = start({ ...onDiscord(), ...onSlack(), DISCORD_TOKEN: 'another-token' });
  const address = await healthOf(hosted);
  await hosted.says(/Ready: study room .*, Slack in Study Group/);
  expect(await ask(address, '/readyz')).toMatchObject({
    status: 503,
    body: { platforms: { web: 'serving', discord: 'refused', slack: 'serving' } },
  });
  expect(hosted.lines.join('\n')).not.toContain('another-token');
});

test(
  'during shutdown it is alive but not ready, and does not wait for probes',
  patient,
  async () => {
    const hosted = start(onDiscord());
    const address = await healthOf(hosted);
    await hosted.says(/Ready: /);
    const learner = discord.person();
    // An epoch of several seconds: it is given a moment at shutdown.
    learner.slash(discord.channel, 'fit', { epochs: 5, batch: 1, layers: '512,512,512,512' });
    await discord.until(
      () => learner.sees(discord.channel).includes('Epoch 1/5'),
      'it trains',
      30_000,
    );
    const seen = new Set<string>();
    const askAlways = async (): Promise<void> => {
      for (;;) {
        const [alive, ready] = await Promise.all([
          ask(address, '/healthz'),
          ask(address, '/readyz'),
        ]);
        seen.add(`${alive.status} ${ready.status} ${(ready.body as { status: string }).status}`);
      }
    };
    const asking = askAlways().catch(() => undefined);
    await vi.waitFor(() => {
      expect([...seen]).toEqual(['200 200 ready']);
    }, waiting);
    hosted.signal('SIGTERM');
    expect(await hosted.ended).toBe(0);
    await asking;
    expect([...seen]).toEqual(['200 200 ready', '200 503 closing']);
  },
);

test('other requests get a correct answer', patient, async () => {
  const hosted = start({});
  const address = await healthOf(hosted);
  expect((await fetch(`${address}/healthz?verbose`)).status).toBe(200);
  expect((await fetch(`${address}/healthz`, { method: 'HEAD' })).status).toBe(200);
  expect((await fetch(`${address}/healthz`, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${address}/`)).status).toBe(404);
  expect((await fetch(`${address}/metrics`)).status).toBe(404);
});

test('a port that is taken gives one sentence', patient, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const hosted = start({ HEALTH_PORT: String(port) });
  expect(await hosted.ended).toBe(1);
  expect(hosted.lines).toEqual([
    `HEALTH_PORT=${port} cannot be listened on at 127.0.0.1: the port is taken by another program.`,
  ]);
  other.close();
});

test('a database that can no longer be read is not ready', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-health-'));
  const database = openDatabase(folder);
  const told = new Health();
  told.watch({
    platforms: [],
    readDatabase: () => database.read((sql) => sql.get('SELECT count(*) FROM sqlite_schema')),
    hasRoom: () => Promise.resolve(true),
    threads: () => ({ state: 'ok', started: 0, most: 1, waiting: 0 }),
  });
  told.running();
  expect(await told.probe('/readyz')).toMatchObject({ status: 200, body: { database: 'ok' } });
  database.close();
  expect(await told.probe('/readyz')).toMatchObject({ status: 503, body: { database: 'failing' } });
  rmSync(folder, { recursive: true });
});

test.skipIf(whyNoSmallDisk !== undefined)(
  'a full disk is not ready until there is room again',
  patient,
  async () => {
    const disk = new SmallDisk(16);
    onTestFinished(async () => {
      await program?.close();
      disk.remove();
    });
    const hosted = start({ DATA_DIR: disk.path });
    const address = await healthOf(hosted);
    await hosted.says(/Ready: /);
    expect(await ask(address, '/readyz')).toMatchObject({ status: 200, body: { database: 'ok' } });
    disk.fill();
    const full = { status: 503, body: { database: 'waiting for disk space' } };
    expect(await ask(address, '/readyz')).toMatchObject(full);
    disk.free();
    await vi.waitFor(async () => {
      expect((await ask(address, '/readyz')).status).toBe(200);
    }, waiting);
  },
);

describe('no platform is left', patient, () => {
  const errors = (lines: readonly string[]): readonly string[] =>
    lines
      .map((line) => JSON.parse(line) as { readonly level: number; readonly msg: string })
      .filter(({ level }) => level >= 50)
      .map(({ msg }) => msg);

  test('none was to be served: one sentence', async () => {
    const hosted = start({ WEB_PORT: 'off' });
    expect(await hosted.ended).toBe(1);
    expect(hosted.lines).toEqual([
      'WEB_PORT=off: it also needs DISCORD_TOKEN, SLACK_BOT_TOKEN or SLACK_CLIENT_ID',
    ]);
  });

  test('all refuse us at startup: exit code 1, and what to do', async () => {
    const wrong = { DISCORD_TOKEN: 'another-token', SLACK_BOT_TOKEN: 'xoxb-another' };
    const hosted = start({ ...onDiscord(), ...onSlack(), ...wrong, WEB_PORT: 'off' });
    expect(await hosted.ended).toBe(1);
    expect(errors(hosted.lines).toSorted()).toEqual([
      'Discord: DISCORD_TOKEN was refused; copy it again from the developer portal, and restart',
      'No platform is left to serve: the program ends.',
      expect.stringContaining('Slack: SLACK_BOT_TOKEN was refused: invalid_auth; copy it again'),
    ]);
    expect(hosted.lines.join('\n')).not.toContain('Ready: ');
  });

  test('the last one refuses us later', async () => {
    const hosted = start({ ...onDiscord(), WEB_PORT: 'off' });
    await hosted.says(/Ready: Discord/);
    discord.gateway.drop(GatewayCloseCodes.AuthenticationFailed);
    expect(await hosted.ended).toBe(1);
    expect(errors(hosted.lines)).toEqual([
      expect.stringContaining('disconnected for good: DISCORD_TOKEN was refused'),
      'No platform is left to serve: the program ends.',
    ]);
  });
});
