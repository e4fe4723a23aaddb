import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Routes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { Requests } from '../../../src/adapters/discord/requests.js';
import { FakeDiscord } from '../../support/discord/fake-discord.js';

/** Nobody is pinged. */
const silently = { allowed_mentions: { parse: [] } };

let close: (() => Promise<void>) | undefined;

afterEach(async () => {
  await close?.();
});

test('requests that arrive during a route’s first one keep its limit together with later ones', async () => {
  const discord = await FakeDiscord.start();
  const requests = new Requests({ token: discord.token, apiUrl: discord.apiUrl });
  close = async () => {
    await requests.close();
    discord.close();
  };
  const route = Routes.channelMessages(discord.channel.id);
  const post = (content: string): Promise<unknown> =>
    requests.once({ method: 'POST', route, as: 'bot', body: { content, ...silently } });
  const first = post('1');
  const early = ['2', '3', '4'].map(post);
  await first;
  const late = ['5', '6', '7', '8'].map(post);
  const outcomes = await Promise.allSettled([...early, ...late]);
  // Five in five seconds are allowed: the others are held back here rather than refused there.
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  expect(discord.refusals).toEqual([]);
});

test('a failed first request delays nobody', async () => {
  const discord = await FakeDiscord.start();
  const requests = new Requests({ token: discord.token, apiUrl: discord.apiUrl });
  close = async () => {
    await requests.close();
    discord.close();
  };
  const route = Routes.channelMessages(discord.channel.id);
  discord.trouble('POST', /messages$/, { kind: 'server-error' });
  const posts = ['1', '2', '3'].map((content) =>
    requests.once({ method: 'POST', route, as: 'bot', body: { content, ...silently } }),
  );
  const outcomes = await Promise.allSettled(posts);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
});

test('an answer without an end: it fails if its body is needed, and succeeds if not', async () => {
  // A server that announces a length and then sends nothing more.
  const server = createServer((_asked, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '9' });
    answer.write('{"id":');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const requests = new Requests({
    ...{ token: 'a token', apiUrl: `http://127.0.0.1:${port}/api`, timeoutMs: 1_000 },
  });
  close = async () => {
    await requests.close();
    server.closeAllConnections();
    server.close();
  };
  const asked = { method: 'PATCH', route: Routes.channelMessage('1', '2'), as: 'bot' } as const;
  expect((await requests.once({ ...asked, body: {} })).json).toBeUndefined();
  const wanted = requests.once({ ...asked, body: {}, schema: z.object({ id: z.string() }) });
  await expect(wanted).rejects.toThrow('without an end');
});
