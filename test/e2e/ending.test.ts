/** The end of the built program at odd moments and under odd troubles: in time, with a code that says how. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { EndingProgram } from '../support/ending-program.js';
import { TroubledWay } from '../support/trouble.js';

/** Five seconds are promised; the rest is for a machine that does much else. */
const WITHIN_MS = 20_000;
const patient = { timeout: 120_000 };
const well = { code: 0, signal: null };

let dataDir: string;
let program: EndingProgram | undefined;
let discord: FakeDiscord | undefined;
const onClose: (() => unknown)[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-ending-'));
});

afterEach(async () => {
  await program?.end('SIGKILL');
  discord?.close();
  program = discord = undefined;
  for (const close of onClose.splice(0)) await close();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: NodeJS.ProcessEnv = {}, preload: readonly string[] = []): EndingProgram {
  return (program = new EndingProgram(dataDir, env, preload));
}

async function onDiscord(): Promise<{ env: NodeJS.ProcessEnv; way: TroubledWay }> {
  discord = await FakeDiscord.start();
  const way = await TroubledWay.to(discord.apiUrl);
  onClose.push(() => way.close());
  return { env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: way.address }, way };
}

async function endsInTime(signal: NodeJS.Signals = 'SIGTERM'): Promise<object> {
  const { tookMs, ...how } = (await program?.end(signal)) ?? { tookMs: Infinity };
  expect(tookMs).toBeLessThan(WITHIN_MS);
  return how;
}

/** A module that is loaded before the program. */
const preloaded = (script: string): string => `data:text/javascript,${encodeURIComponent(script)}`;

test('before it is ready, while Discord does not answer', patient, async () => {
  const { env, way } = await onDiscord();
  await way.set('hangs');
  start(env);
  await way.met(1);
  expect(await endsInTime()).toEqual(well);
  expect(program?.lines.filter((line) => /Ready|"level":[56]0/.test(line))).toEqual([]);
});

test('before it is ready, between two tries', patient, async () => {
  const { env, way } = await onDiscord();
  await way.set('fails');
  await start(env).says(/could not connect, trying again/);
  expect(await endsInTime('SIGINT')).toEqual(well);
});

test('while Discord is out of reach, after it was there', patient, async () => {
  const { env } = await onDiscord();
  await start(env).says(/Ready: .*Discord/);
  if (!discord) throw new Error('there is no Discord');
  discord.gateway.unreachable = true;
  discord.gateway.drop();
  await program?.says(/still out of reach/);
  expect(await endsInTime()).toEqual(well);
});

test(
  'a fault that nobody caught: one line, an end in order, code 1, and its run goes on',
  patient,
  async () => {
    const fault = `process.on('SIGUSR2', () => Promise.reject(new Error('nobody caught me')));`;
    const address = await start({}, [preloaded(fault)]).address();
    await say(address, '/fit epochs:30 batch:1 pace:fast');
    await program?.says(/run started/);
    expect(await endsInTime('SIGUSR2')).toEqual({ code: 1, signal: null });
    const fatal = program?.lines.filter((line) => line.includes('"level":60'));
    expect(fatal).toEqual([expect.stringContaining('nobody caught me')]);
    await start().says(/Ready/);
    await program?.says(/"epochs":30,.*run over/);
  },
);

test('with shards, which end with it', patient, async () => {
  const { env, way } = await onDiscord();
  await start({ ...env, SHARDS: '2' }).says(/Ready: .*2 shards/);
  const shards = childrenOf(program?.child.pid);
  expect(shards).toHaveLength(2);
  await way.set('hangs');
  expect(await endsInTime()).toEqual(well);
  expect(shards.filter(isAlive)).toEqual([]);
});

test('killed, its shards end by themselves', patient, async () => {
  const { env } = await onDiscord();
  await start({ ...env, SHARDS: '2' }).says(/Ready: .*2 shards/);
  const shards = childrenOf(program?.child.pid);
  await program?.end('SIGKILL');
  await expect.poll(() => shards.filter(isAlive)).toEqual([]);
});

test(
  'a second SIGINT ends it at once, one that comes with the first does not',
  patient,
  async () => {
    const { env, way } = await onDiscord();
    const one = start(env);
    await one.says(/Ready/);
    discord
      ?.person()
      .slash(discord.channel, 'fit', { epochs: 500, batch: 1, layers: '512,512,512' });
    await one.says(/run started/);
    await way.set('hangs');
    one.child.kill('SIGINT');
    // Not once it has said that it ends: on a busy machine that is no longer at the same time.
    await new Promise((resolve) => setTimeout(resolve, 50));
    one.child.kill('SIGINT');
    // An epoch of seconds is under way: by itself it would not have ended by now.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(one.child.exitCode).toBeNull();
    expect(await endsInTime('SIGINT')).toEqual({ code: 1, signal: null });
    expect(one.lines.at(-1)).toMatch(/^Ended at once/);
  },
);

test('with an epoch under way that takes far longer, which is broken off', patient, async () => {
  const address = await start().address();
  await say(address, '/fit epochs:3 batch:1 layers:512,512,512');
  await program?.says(/run started/);
  expect(await endsInTime()).toEqual(well);
  await start().says(/Ready/);
});

test(
  'with open event streams, connections kept alive and a model that thinks',
  patient,
  async () => {
    const llm = await silentServer();
    const { port } = llm.address() as AddressInfo;
    const address = await start({
      LLM_URL: `http://127.0.0.1:${port}/v1`,
      LLM_MODEL: 'slow',
    }).address();
    const cookie = await say(address, '/help');
    const stream = await fetch(`${address}/api/events`, { headers: { cookie } });
    const asked = once(llm, 'request');
    await say(address, '/ask hmm what was that thing with the wobbly curve again', cookie);
    await asked;
    expect(await endsInTime()).toEqual(well);
    await stream.body?.cancel().catch(() => undefined);
  },
);

test('a file that never answers does not hold it; it says so', patient, async () => {
  const pipe = join(dataDir, 'hangs');
  execFileSync('mkfifo', [pipe]);
  const open = `import fs from 'node:fs'; fs.open(${JSON.stringify(pipe)}, 'r', () => {});`;
  await start({}, [preloaded(open)]).says(/Ready/);
  // Node 20 has no other way out of a process whose threads hang.
  const forced =
    'execve' in process ? { code: 1, signal: null } : { code: null, signal: 'SIGKILL' };
  expect(await endsInTime()).toEqual(forced);
  expect(program?.lines.at(-1)).toMatch(/^The end was forced: .* file/);
});

test('a main thread that hangs does not hold it either', patient, async () => {
  const loop = `process.on('SIGTERM', () => process.nextTick(() => { for (;;); }));`;
  await start({}, [preloaded(loop)]).says(/Ready/);
  expect(await endsInTime()).toEqual({ code: null, signal: 'SIGKILL' });
  expect(program?.lines.at(-1)).toMatch(/^The end was forced: .* not react/);
});

/** @returns the cookie by which the room knows who it was */
async function say(address: string, line: string, known?: string): Promise<string> {
  const words = await fetch(`${address}/api/words`, known ? { headers: { cookie: known } } : {});
  const cookie =
    known ??
    words.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
  const { status } = await fetch(`${address}/api/lines`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: address },
    body: JSON.stringify({ line, locale: 'en' }),
  });
  expect(status).toBe(202);
  return cookie;
}

async function silentServer(): Promise<Server> {
  const server = createServer(() => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onClose.push(() => {
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
