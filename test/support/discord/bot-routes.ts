/** Routes where the bot uses its own token: itself, its commands, channels. */
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { Hono } from 'hono';
import { channelJson, channelsOf, messageJson, userJson } from './api-json.js';
import type { FakeState } from './fake-state.js';
import { bot, changeMessage, newMessage } from './message-changes.js';
import {
  archivedThread,
  cannotRefer,
  missingAccess,
  missingPermissions,
  unknownChannel,
  unknownMessage,
} from './problems.js';
import { readBody } from './request-body.js';
import { checkBody, checkCommands, readMessageBody } from './validation.js';
import type { Channel, Message } from './world.js';

/** GitHub, discord-net#2375: five edits in five seconds, whatever the message. */
const edits = { limit: 5, windowMs: 5_000 };
/** Error 30046; the size as discord-userdoccers reports it. */
const oldEdits = { limit: 3, windowMs: 6_000 };
const oldAfterMs = 60 * 60_000;

export function botRoutes(state: FakeState): Hono {
  const { world, limits, commands } = state;
  const json = (message: Message): object => messageJson(message, state.applicationId);
  const routes = new Hono();

  routes.get('/gateway/bot', (c) =>
    c.json({
      url: state.gatewayUrl,
      shards: state.recommendedShards,
      session_start_limit: state.identifyLimits.json,
    }),
  );
  routes.get('/users/@me', (c) => c.json(userJson(bot(world))));
  routes.get('/users/@me/guilds', (c) => {
    const after = BigInt(c.req.query('after') ?? '0');
    const limit = Math.min(200, Number(c.req.query('limit') ?? 200));
    const own = world.guilds.filter(({ id, botIsMember }) => botIsMember && BigInt(id) > after);
    return c.json(own.slice(0, limit).map(({ id }) => ({ id, name: 'Study server' })));
  });
  routes.get('/applications/@me', (c) => c.json({ id: state.applicationId, name: 'tutor' }));

  routes.on(
    ['GET', 'PUT'],
    ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'],
    async (c) => {
      const scope = /\/guilds\/(\d+)\//.exec(c.req.path)?.[1] ?? 'global';
      if (c.req.method === 'PUT') {
        const { json: sent } = await readBody(c);
        checkCommands(sent);
        commands.set(scope, sent as object[]);
        state.registrations += 1;
      }
      const known = commands.get(scope) ?? [];
      return c.json(known.map((command) => ({ ...command, id: world.newId(), version: '1' })));
    },
  );

  routes.get('/guilds/:guild/channels', (c) => {
    const guild = world.guilds.find(({ id }) => id === c.req.param('guild'));
    if (!guild?.botIsMember) throw missingAccess();
    return c.json(channelsOf(guild, world.channels).map(channelJson));
  });

  const reachable = (id: string, needed = PermissionFlagsBits.ViewChannel): Channel => {
    const channel = world.channel(id);
    if (!channel) throw unknownChannel();
    if (channel.guild && !channel.guild.botIsMember) throw missingAccess();
    const has = (bit: bigint): boolean => (channel.botPermissions & bit) === bit;
    if (!has(PermissionFlagsBits.ViewChannel)) throw missingAccess();
    if (!has(needed)) throw missingPermissions();
    if (channel.isArchived) throw archivedThread();
    return channel;
  };

  routes.post('/channels/:channel/messages', async (c) => {
    const channel = reachable(c.req.param('channel'), PermissionFlagsBits.SendMessages);
    const headers = limits.take(`post ${channel.id}`, state.sizes.posts ?? edits);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const { json: sent, files } = await readBody(c);
    const body = readMessageBody('message', sent);
    const mayRefer = (channel.botPermissions & PermissionFlagsBits.ReadMessageHistory) !== 0n;
    if (body.message_reference && !mayRefer) throw cannotRefer();
    const nonce = body.enforce_nonce ? body.nonce : undefined;
    const twin = nonce === undefined ? undefined : state.nonces.get(nonce);
    const message = twin ?? newMessage(world, { body, files }, { channel });
    if (nonce !== undefined) state.nonces.set(nonce, message);
    return c.json(json(message));
  });

  routes.on(['GET', 'PATCH'], '/channels/:channel/messages/:message', async (c) => {
    const channel = reachable(c.req.param('channel'));
    const message = world.message(c.req.param('message'));
    if (message?.channel !== channel || message.onlyFor !== undefined) throw unknownMessage();
    if (c.req.method === 'PATCH') {
      const isOld = world.clock.nowMs() - message.sentAtMs > oldAfterMs;
      const headers = isOld
        ? limits.take(`oldEdits ${channel.id}`, oldEdits, 30046)
        : limits.take(`edits ${channel.id}`, state.sizes.edits ?? edits);
      for (const [name, value] of Object.entries(headers)) c.header(name, value);
      const { json: sent, files } = await readBody(c);
      changeMessage(world, message, { body: readMessageBody('edit', sent), files });
    }
    return c.json(json(message));
  });

  routes.post('/channels/:channel/messages/:message/threads', async (c) => {
    const channel = reachable(c.req.param('channel'), PermissionFlagsBits.CreatePublicThreads);
    const { json: sent } = await readBody(c);
    checkBody('thread', sent);
    if (!world.message(c.req.param('message'))) throw unknownMessage();
    const { name } = sent as { readonly name: string };
    const thread = world.addChannel(channel.guild, ChannelType.PublicThread, name, channel);
    return c.json(channelJson(thread));
  });
  return routes;
}
