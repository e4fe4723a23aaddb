/** The built program ends at odd moments and under odd troubles: in time, with an exit code that says how. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'vitest';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { EndingProgram } from '../support/ending-program.js';
import { TroubledWay } from '../support/trouble.js';

/** Five seconds are promised, and anything slower does not exit with 0: the rest is for a busy machine. */
const WITHIN_MS = 30_000;
const patient = { timeout: 300_000 };
const well = { code: 0, signal: null };

/** One test's equipment: the tests mostly wait for an exit, so they run in parallel. */
class Stand {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'tutor-ending-'));
  program: EndingProgram | undefined;
  discord: FakeDiscord | undefined;
  readonly #onClose: (() => unknown)[] = [];

  constructor(onTestFinished: TestContext['onTestFinished']) {
    onTestFinished(() => this.#close());
  }

  start(env: NodeJS.ProcessEnv = {}, preload: readonly string[] = []): EndingProgram {
    return (this.program = new EndingProgram(this.dataDir, env, preload));
  }

  async onDiscord(): Promise<{ env: NodeJS.ProcessEnv; way: TroubledWay }> {
    const discord = (this.discord = await FakeDiscord.start());
    const way = await TroubledWay.to(discord.apiUrl);
    this.onClose(() => way.close());
    return { env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: way.address }, way };
  }

  async endsInTime(signal: NodeJS.Signals = 'SIGTERM'): Promise<object> {
    const { tookMs, ...how } = (await this.program?.end(signal)) ?? { tookMs: Infinity };
    if (tookMs >= WITHIN_MS) throw new Error(`it took ${tookMs} ms to end`);
    return how;
  }

  onClose(close: () => unknown): void {
    this.#onClose.push(close);
  }

  async #close(): Promise<void> {
    await this.program?.end('SIGKILL');
    this.discord?.close();
    for (const close of this.#onClose) await close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** A module loaded before the program. */
const preloaded = (script: string): string => `data:text/javascript,${encodeURIComponent(script)}`;

test.concurrent(
  'before it is ready, while Discord does not answer',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const { env, way } = await here.onDiscord();
    await way.set('hangs');
    here.start(env);
    await way.met(1);
    expect(await here.endsInTime()).toEqual(well);
    expect(here.program?.lines.filter((line) => /Ready|"level":[56]0/.test(line))).toEqual([]);
  },
);

test.concurrent(
  'before it is ready, between two retries',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const { env, way } = await here.onDiscord();
    await way.set('fails');
    await here.start(env).says(/could not connect, trying again/);
    expect(await here.endsInTime('SIGINT')).toEqual(well);
  },
);

test.concurrent(
  'while Discord is unreachable after being there',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const { env } = await here.onDiscord();
    await here.start(env).says(/Ready: .*Discord/);
    const { discord } = here;
    if (!discord) throw new Error('there is no Discord');
    discord.gateway.unreachable = true;
    discord.gateway.drop();
    await here.program?.says(/still out of reach/);
    expect(await here.endsInTime()).toEqual(well);
  },
);

test.concurrent(
  'an uncaught error: one line, a clean shutdown, code 1, and its run continues',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const fault = `process.on('SIGUSR2', () => Promise.reject(new Error('nobody caught me')));`;
    const address = await here.start({}, [preloaded(fault)]).address();
    await say(address, '/fit epochs:30 batch:1 pace:fast');
    await here.program?.says(/run started/);
    expect(await here.endsInTime('SIGUSR2')).toEqual({ code: 1, signal: null });
    const fatal = here.program?.lines.filter((line) => line.includes('"level":60'));
    expect(fatal).toEqual([expect.stringContaining('nobody caught me')]);
    await here.start().says(/Ready/);
    await here.program?.says(/"epochs":30,.*run over/);
  },
);

test.concurrent('with shards, which end with it', patient, async ({ expect, onTestFinished }) => {
  const here = new Stand(onTestFinished);
  const { env, way } = await here.onDiscord();
  here.start({ ...env, SHARDS: '2' });
  await here.discord?.until(
    () => here.discord?.gateway.sessions.length === 2,
    'both listen',
    120_000,
  );
  const shards = childrenOf(here.program?.child.pid);
  expect(shards).toHaveLength(2);
  await way.set('hangs');
  expect(await here.endsInTime()).toEqual(well);
  expect(shards.filter(isAlive)).toEqual([]);
});

test.concurrent(
  'killed, its shards end by themselves',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const { env } = await here.onDiscord();
    here.start({ ...env, SHARDS: '2' });
    await here.discord?.until(
      () => here.discord?.gateway.sessions.length === 2,
      'both listen',
      120_000,
    );
    const shards = childrenOf(here.program?.child.pid);
    await here.program?.end('SIGKILL');
    await expect.poll(() => shards.filter(isAlive)).toEqual([]);
  },
);

test.concurrent(
  'a second SIGINT ends it at once, but not one that comes with the first',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const { env, way } = await here.onDiscord();
    const one = here.start(env);
    await one.says(/Ready/);
    const { discord } = here;
    discord
      ?.person()
      .slash(discord.channel, 'fit', { epochs: 500, batch: 1, layers: '512,512,512' });
    await one.says(/run started/);
    await way.set('hangs');
    one.child.kill('SIGINT');
    await one.says(/"closing"/);
    one.child.kill('SIGINT');
    // An epoch lasting seconds is in progress: it would not have finished by itself yet.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(one.child.exitCode).toBeNull();
    expect(await here.endsInTime('SIGINT')).toEqual({ code: 1, signal: null });
    expect(one.lines.at(-1)).toMatch(/^Ended at once/);
  },
);

test.concurrent(
  'during an epoch that takes far longer, which is aborted',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const address = await here.start().address();
    await say(address, '/fit epochs:3 batch:1 layers:512,512,512');
    await here.program?.says(/run started/);
    expect(await here.endsInTime()).toEqual(well);
    await here.start().says(/Ready/);
  },
);

test.concurrent(
  'with open event streams, keep-alive connections and a model that is still thinking',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const llm = await silentServer(here);
    const { port } = llm.address() as AddressInfo;
    const address = await here
      .start({
        LLM_URL: `http://127.0.0.1:${port}/v1`,
        LLM_MODEL: 'slow',
      })
      .address();
    const cookie = await say(address, '/help');
    const stream = await fetch(`${address}/api/events`, { headers: { cookie } });
    const asked = once(llm, 'request');
    // No answer fits it, so the model is asked.
    await say(address, '/ask glorp a snorp in the morp', cookie);
    await asked;
    expect(await here.endsInTime()).toEqual(well);
    await stream.body?.cancel().catch(() => undefined);
  },
);

test.concurrent(
  'a file that never responds does not hold it up; it says so',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const pipe = join(here.dataDir, 'hangs');
    execFileSync('mkfifo', [pipe]);
    const open = `import fs from 'node:fs'; fs.open(${JSON.stringify(pipe)}, 'r', () => {});`;
    await here.start({}, [preloaded(open)]).says(/Ready/);
    // Node 20 has no other way out of a process whose threads hang.
    const forced =
      'execve' in process ? { code: 1, signal: null } : { code: null, signal: 'SIGKILL' };
    expect(await here.endsInTime()).toEqual(forced);
    expect(here.program?.lines.at(-1)).toMatch(/^The end was forced: .* file/);
  },
);

test.concurrent(
  'a hanging main thread does not hold it up either',
  patient,
  async ({ expect, onTestFinished }) => {
    const here = new Stand(onTestFinished);
    const loop = `process.on('SIGTERM', () => process.nextTick(() => { for (;;); }));`;
    await here.start({}, [preloaded(loop)]).says(/Ready/);
    expect(await here.endsInTime()).toEqual({ code: null, signal: 'SIGKILL' });
    expect(here.program?.lines.at(-1)).toMatch(/^The end was forced: .* not react/);
  },
);

/** @returns the cookie that identifies the visitor to the room */
async function say(address: string, line: string, known?: string): Promise<string> {
  const words = await fetch(`${address}/api/words`, known ? { headers: { cookie: known } } : {});
  const cookie =
    known ??
    words.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
  const { status, ok } = await fetch(`${address}/api/lines`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: address },
    body: JSON.stringify({ line, locale: 'en' }),
  });
  if (!ok) throw new Error(`it was answered with ${status}`);
  return cookie;
}

async function silentServer(here: Stand): Promise<Server> {
  const server = createServer(() => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  here.onClose(() => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

function childrenOf(pid: number | undefined): readonly number[] {
  const listed = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return listed.trim().split(/\s+/).map(Number);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
