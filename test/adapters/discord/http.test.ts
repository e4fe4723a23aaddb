/** Interactions as signed requests to our own port, without a gateway. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DiscordOptions } from '../../../src/adapters/discord/discord.js';
import { FakeDiscord } from '../../support/discord/fake-discord.js';
import { missingAccess } from '../../support/discord/problems.js';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';

let on: TutorOnDiscord;
let discord: FakeDiscord;

afterEach(async () => {
  await on.close();
  discord.close();
});

/** Starts the program, before Discord knows its address. */
async function listening(changes: Partial<DiscordOptions> = {}): Promise<string> {
  discord = await FakeDiscord.start({ sizes: { edits: quick, byToken: quick } });
  const { publicKey } = discord.http;
  on = await tutorOnDiscord({ shared: discord, http: { publicKey, port: 0 }, ...changes });
  return addressOf(await on.platform.serving);
}

/** The fake's own limits are tested elsewhere. */
const quick = { limit: 1_000, windowMs: 1_000 };

function addressOf(serving: string | undefined): string {
  return /\((http:[^)]+)\)/.exec(serving ?? '')?.[1] ?? '';
}

async function verified(): Promise<void> {
  const address = await listening();
  await discord.http.verify(address);
  discord.http.answers.length = 0;
}

const signature = 'x-signature-ed25519';
const timestamp = 'x-signature-timestamp';

const otherKey = generateKeyPairSync('ed25519').privateKey;

test('Discord accepts the address: a PING is answered, a wrong signature refused', async () => {
  const address = await listening();
  expect(address).toMatch(/^http:\/\/localhost:\d+\/discord\/interactions$/);
  await discord.http.verify(address);
  expect(discord.http.answers).toEqual([200, 401]);
});

test('it reports where it listens, opens no gateway, and registers commands', async () => {
  await listening();
  expect(await on.platform.serving).toMatch(/^Discord as tutor \(http:/);
  expect(on.platform.status.state).toBe('serving');
  expect(discord.gateway.connections).toBe(0);
  expect(discord.registrations).toBe(1);
});

describe('the same as through the gateway', () => {
  test('/fit up to its last message, and the buttons under it', async () => {
    await verified();
    const learner = discord.person();
    const { channel } = discord;
    learner.slash(channel, 'fit', { epochs: 2, batch: 100 });
    await discord.until(() => learner.sees(channel).includes('Done.'), 'the run is over');
    expect(learner.sees(channel)).toContain('2 epochs × 80 iterations = 160 weight updates');
    const [message] = learner.answers(channel);
    if (!message) throw new Error('there is an answer');
    learner.press(message, 'baseline');
    await discord.until(() => learner.answers(channel).length === 2, 'a press is answered');
    await expect.poll(() => discord.http.answers).toEqual([202, 202]);
    expect(discord.refusals).toEqual([]);
  });

  test.each([
    ['en-US', 'A file: attach it to the command. ', 'Questions go to /ask', /mentions me/],
    ['ko', '명령에 붙여 주세요', '/ask로 물어보세요', /저를 멘션/],
  ])('except mentions, which /help leaves out in %s', async (locale, file, ask, mention) => {
    await verified();
    const learner = discord.person({ locale });
    learner.slash(discord.channel, 'help');
    const help = (): string => learner.sees(discord.channel).replaceAll('`', '');
    await discord.until(() => help().includes(ask), 'all of the help is there');
    expect(help()).toContain(file);
    expect(help()).not.toMatch(mention);
  });

  test('suggestions while typing, and direct messages', async () => {
    await verified();
    const learner = discord.person();
    const typing = learner.types(discord.channel, 'explain', 'concept', 'ep');
    await discord.until(() => typing.choices !== undefined, 'something is suggested');
    expect(typing.choices?.map(({ value }) => value)).toContain('epoch');
    const alone = discord.directMessages();
    learner.slash(alone, 'help');
    await discord.until(() => learner.sees(alone).includes('/quiz'), 'help is there');
  });

  test('delivered twice, it is one run', async () => {
    await verified();
    const learner = discord.person();
    learner.slash(discord.channel, 'fit', { epochs: 2, batch: 100 });
    await discord.until(() => discord.http.answers.length === 1, 'it is taken');
    await discord.http.sendLastAgain();
    expect(discord.http.answers).toEqual([202, 202]);
    await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'it is over');
    expect(await on.tutor.runs.recent(`discord:${learner.id}`, 10)).toHaveLength(1);
    expect(learner.answers(discord.channel)).toHaveLength(1);
  });

  test('a malformed interaction is answered, and the next one works as usual', async () => {
    await verified();
    expect((await discord.http.send('{"id":"1","type":2,"data":null}')).status).toBe(202);
    expect((await discord.http.send('{"id":"2","type":5,"data":{}}')).status).toBe(202);
    const errors = on.log.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).toEqual(['Discord: something that happened could not be understood']);
    const learner = discord.person();
    learner.slash(discord.channel, 'help');
    await discord.until(() => learner.sees(discord.channel).includes('/quiz'), 'help is there');
  });
});

describe('refused', () => {
  const help = '{"id":"1","type":2,"token":"t","data":{"type":1,"name":"help"}}';

  test.each([
    ['another key', { key: otherKey }],
    ['no signature', { headers: { [signature]: undefined } }],
    ['no time', { headers: { [timestamp]: undefined } }],
    ['a signature that is none', { headers: { [signature]: 'zz'.repeat(64) } }],
    ['half a signature', { headers: { [signature]: 'ab'.repeat(32) } }],
    ['a signature of something else', { headers: { [signature]: 'ab'.repeat(64) } }],
    ['another time than was signed', { headers: { [timestamp]: String(nowSeconds() + 3_600) } }],
    ['a time that is none', { headers: { [timestamp]: 'now' } }],
    ['a time of long ago', { atMs: Date.now() - 6 * 60_000 }],
    ['a time to come', { atMs: Date.now() + 60 * 60_000 }],
  ])('%s: 401', async (_what, options) => {
    await verified();
    expect((await discord.http.send(help, options)).status).toBe(401);
    expect(on.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect((await discord.http.send(help)).status).toBe(202);
  });

  test('a captured request replayed later', async () => {
    await verified();
    const learner = discord.person();
    learner.slash(discord.channel, 'runs');
    await discord.until(() => learner.answers(discord.channel).length === 1, 'it is answered');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 + 2_000 });
    try {
      expect((await discord.http.sendLastAgain()).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
    expect(learner.answers(discord.channel)).toHaveLength(1);
  });

  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a word', '"ping"'],
    ['no JSON', '{'],
    ['no type', '{"id":"1"}'],
    ['a type that does not exist', '{"id":"1","type":99}'],
  ])('%s, although signed: 400', async (_what, body) => {
    await verified();
    expect((await discord.http.send(body)).status).toBe(400);
    expect(on.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a huge body, announced as such or not: not read to its end', async () => {
    await verified();
    const huge = 'a'.repeat(2_000_000);
    expect((await discord.http.send(huge)).status).toBe(413);
    const { port } = new URL(discord.http.address ?? '');
    const socket = connect(Number(port), 'localhost');
    socket.write(
      'POST /discord/interactions HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n' +
        `${signature}: ${'ab'.repeat(64)}\r\n${timestamp}: ${nowSeconds()}\r\n\r\n`,
    );
    // One byte more than it reads: unread data when it hangs up would cost us the answer.
    const size = 500_001;
    socket.write(`${size.toString(16)}\r\n${'a'.repeat(size)}`);
    try {
      const [answer] = (await once(socket, 'data', { signal: AbortSignal.timeout(30_000) })) as [
        Buffer,
      ];
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
    } finally {
      socket.destroy();
    }
  });

  test('headers that are not Discord’s: before any of the body has arrived', async () => {
    await verified();
    const { port } = new URL(discord.http.address ?? '');
    const socket = connect(Number(port), 'localhost');
    socket.write('POST /discord/interactions HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 401 /);
    await once(socket, 'close');
  });

  test('another path, another method', async () => {
    await verified();
    const address = discord.http.address ?? '';
    expect((await fetch(new URL('/', address), { method: 'POST' })).status).toBe(404);
    expect((await fetch(address)).status).toBe(405);
  });
});

test('it asks which servers have the bot, as over HTTP nothing reports a removal', async () => {
  const present: string[][] = [];
  const noted = (): Promise<void> => Promise.resolve();
  const homes = {
    ...{ left: noted, joined: noted },
    present: (all: readonly string[], knows: (home: string) => boolean) => {
      present.push(all.filter(knows));
      return noted();
    },
  };
  await listening({ homes });
  await discord.until(() => present.length === 1, 'it has asked');
  expect(present[0]).toEqual([`discord:${discord.guild.id}`]);
  // More than one page of Discord's list.
  for (let made = 0; made < 450; made += 1) discord.world.addGuild();
  discord.guild.botIsMember = false;
  const { publicKey } = discord.http;
  const again = on.startAgain({ http: { publicKey, port: 0 } });
  await discord.until(() => present.length === 2, 'it has asked again');
  expect(present[1]).toHaveLength(450);
  expect(present[1]).not.toContain(`discord:${discord.guild.id}`);
  await again.close();
});

test('no server counts as left while Discord does not answer', async () => {
  const present: (readonly string[])[] = [];
  const noted = (): Promise<void> => Promise.resolve();
  const homes = {
    ...{ left: noted, joined: noted },
    present: (all: readonly string[]) => {
      present.push(all);
      return noted();
    },
  };
  await listening({ homes });
  await discord.until(() => present.length === 1, 'it has asked');
  const { publicKey } = discord.http;
  discord.trouble('GET', /\/guilds$/, { kind: 'server-error' });
  const second = on.startAgain({ http: { publicKey, port: 0 } });
  await discord.until(() => present.length === 2, 'it has asked until it was told');
  expect(present[1]).toEqual([`discord:${discord.guild.id}`]);
  await second.close();
  discord.trouble('GET', /\/guilds$/, { kind: 'refusal', problem: missingAccess() });
  const third = on.startAgain({ http: { publicKey, port: 0 } });
  const words = 'Discord: it did not say which servers have the bot';
  await expect.poll(() => on.log.map(({ message }) => message)).toContain(words);
  expect(present).toHaveLength(2);
  await third.close();
});

test('a taken port: one line that names it, and it never serves', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  discord = await FakeDiscord.start();
  const { publicKey } = discord.http;
  on = await tutorOnDiscord({ shared: discord, http: { publicKey, port } });
  expect(await on.platform.serving).toBeUndefined();
  await on.platform.status.refused;
  expect(on.log.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
    `Discord: DISCORD_PORT=${port} cannot be listened on`,
  ]);
  other.close();
});

test('a wrong token is noticed at startup, as answers need it', async () => {
  await listening({ token: 'wrong' });
  expect(await on.platform.serving).toBeUndefined();
  await on.platform.status.refused;
  const errors = on.log.filter(({ level }) => level === 'error').map(({ message }) => message);
  expect(errors).toEqual([expect.stringContaining('DISCORD_TOKEN was refused')]);
});

test('an idle connection is kept longer than the proxy in front of us keeps it', async () => {
  await verified();
  const { port } = new URL(discord.http.address ?? '');
  const socket = connect(Number(port), 'localhost');
  const { body, headers } = discord.http.signed('{"id":"1","type":1}');
  const head = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(
    `POST /discord/interactions HTTP/1.1\r\nhost: x\r\n${head}content-length: ${body.length}\r\n\r\n${body}`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  const [, seconds] = /^keep-alive: timeout=(\d+)\r$/im.exec(answer.toString()) ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
});

test('a request sent byte by byte does not delay the shutdown', async () => {
  const address = await listening();
  const socket = connect(Number(new URL(address).port), 'localhost');
  socket.write(
    'POST /discord/interactions HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n' +
      `${signature}: ${'ab'.repeat(64)}\r\n${timestamp}: ${nowSeconds()}\r\n\r\n{`,
  );
  await once(socket, 'connect');
  // However it ends: if it is cut while a byte is in transit, that is an error too.
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined).resume();
  await on.platform.close(AbortSignal.timeout(50));
  await ended;
  expect(on.log.filter(({ level }) => level === 'error')).toEqual([]);
});

function nowSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}
