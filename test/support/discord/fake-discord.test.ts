/** The fake is as strict as Discord: whatever it accepts in other tests, it has checked. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RateLimitError, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeDiscord } from './fake-discord.js';
import type { Interaction } from './pending-interactions.js';

let discord: FakeDiscord;
let rest: REST;

beforeEach(async () => {
  discord = await FakeDiscord.start();
  rest = new REST({ api: discord.apiUrl, rejectOnRateLimit: () => true }).setToken(discord.token);
});

afterEach(() => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  discord.close();
});

const quiet = { allowed_mentions: { parse: [] } };

function answered(interaction: Interaction, data: object): Promise<unknown> {
  const route = Routes.interactionCallback(interaction.id, interaction.token);
  return rest.post(route, { body: { type: 4, data: { ...quiet, ...data } }, auth: false });
}

function asked(): Interaction {
  return discord.person().slash(discord.channel, 'help');
}

test.each([
  ['2,001 characters', { content: 'a'.repeat(2_001) }],
  ['nothing at all', { content: '' }],
  ['somebody who might be pinged', { content: 'a', allowed_mentions: { parse: ['everyone'] } }],
  ['six buttons in a row', { content: 'a', components: [row(6)] }],
  ['an option twice', { content: 'a', components: [menuRow(['a', 'a'])] }],
  [
    '26 options',
    { content: 'a', components: [menuRow(Array.from({ length: 26 }, (_, one) => String(one)))] },
  ],
  [
    'a menu beside a button',
    {
      content: 'a',
      components: [{ type: 1, components: [...row(1).components, ...menuRow(['a']).components] }],
    },
  ],
  ['the same button twice', { content: 'a', components: [row(1), row(1)] }],
  ['a text where a number belongs', { content: 'a', flags: 'many' }],
])('refuses %s', async (_what, data) => {
  await expect(answered(asked(), data)).rejects.toMatchObject({ code: 50035 });
});

test('an answer comes within three seconds or not at all', async () => {
  const late = asked();
  discord.clock.advance(3_001);
  await expect(answered(late, { content: 'a' })).rejects.toMatchObject({ code: 10062 });
});

test('an interaction the app refused over HTTP cannot be answered', async () => {
  const app = createServer((_, response) => response.writeHead(500).end()).listen(0, '127.0.0.1');
  await once(app, 'listening');
  discord.http.address = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  const refused = asked();
  await discord.until(() => discord.http.answers.length === 1, 'it is refused');
  await expect.poll(() => refused.isVoid).toBe(true);
  await expect(answered(refused, { content: 'a' })).rejects.toMatchObject({ code: 10062 });
  app.close();
});

test('nobody can answer twice', async () => {
  const once = asked();
  await answered(once, { content: 'a' });
  await expect(answered(once, { content: 'a' })).rejects.toMatchObject({ code: 40060 });
});

test("an interaction's token is valid for fifteen minutes", async () => {
  const interaction = asked();
  await answered(interaction, { content: 'a' });
  const edit = (): Promise<unknown> =>
    rest.patch(Routes.webhookMessage('100000000000000001', interaction.token), {
      body: { ...quiet, content: 'b' },
      auth: false,
    });
  await edit();
  discord.clock.advance(15 * 60_000 + 1);
  await expect(edit()).rejects.toMatchObject({ status: 401, code: 50027 });
});

test('five edits in five seconds, then the app is told to wait', async () => {
  const sent = (await rest.post(Routes.channelMessages(discord.channel.id), {
    body: { ...quiet, content: 'a' },
  })) as { id: string };
  const edit = (): Promise<unknown> =>
    rest.patch(Routes.channelMessage(discord.channel.id, sent.id), {
      body: { ...quiet, content: 'b' },
    });
  for (let times = 0; times < 5; times += 1) await edit();
  await expect(edit()).rejects.toBeInstanceOf(RateLimitError);
});

interface Row {
  readonly type: 1;
  readonly components: readonly object[];
}

function menuRow(values: readonly string[]): Row {
  const options = values.map((value) => ({ label: 'what', value }));
  return { type: 1, components: [{ type: 3, custom_id: 'menu', options }] };
}

function row(buttons: number): Row {
  const components = Array.from({ length: buttons }, (_, index) => ({
    type: 2,
    style: 2,
    label: 'go',
    custom_id: `go ${index}`,
  }));
  return { type: 1, components };
}
