/** One clear log line for everything that happens to an established connection. */
import { Events, GatewayCloseCodes, type Client } from 'discord.js';
import type { DiscordLog } from './log.js';
import { adviceFor, adviceForClose } from './operator.js';

/** `reconnecting.ts` reports lost connections and retries. */
export function logGateway(client: Client, log: DiscordLog): void {
  client.on(Events.Error, (err) => {
    log.error({ err }, 'Discord: an event could not be handled');
  });
  client.once(Events.ClientReady, ({ user, guilds }) => {
    log.info({ bot: user.tag, servers: guilds.cache.size }, 'Discord: connected');
    logConnection(client, log);
    logServers(client, log);
  });
}

/** Before that, the code that connects reports (`gateway.ts`). */
function logConnection(client: Client, log: DiscordLog): void {
  client.on(Events.ShardResume, (shard, replayedEvents) => {
    log.info({ shard, replayedEvents }, 'Discord: connected again, nothing was missed');
  });
  client.on(Events.ShardReady, (shard) => {
    log.info({ shard }, 'Discord: connected again, in a new session');
  });
  client.on(Events.ShardError, (err, shard) => {
    // It ends the connection, which is reported below.
    if (adviceFor(err) !== undefined) return;
    log.warn({ shard, err }, 'Discord: the connection has trouble');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    const reason = GatewayCloseCodes[code] ?? code;
    const advice = adviceForClose(code) ?? 'restart when it is mended';
    log.error({ shard, code, reason }, `Discord: disconnected for good: ${advice}`);
  });
  client.on(Events.Invalidated, () => {
    log.error({}, 'Discord: the session was invalidated; restart the program');
  });
}

function logServers(client: Client, log: DiscordLog): void {
  client.on(Events.GuildCreate, ({ id, memberCount }) => {
    log.info({ guild: id, memberCount }, 'Discord: added to a server');
  });
  client.on(Events.GuildDelete, ({ id, available }) => {
    if (available) log.info({ guild: id }, 'Discord: removed from a server');
  });
  client.on(Events.GuildUnavailable, ({ id }) => {
    log.warn({ guild: id }, 'Discord: a server is out of reach for now (an outage of Discord)');
  });
}
