/**
 * Asks which servers have the bot: without the gateway nobody tells us when one removes it, and what is stored
 * about that server has to be deleted.
 */
import { Routes } from 'discord.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { DiscordEvent } from './gateway.js';
import type { DiscordLog } from './log.js';
import type { Requests } from './requests.js';
import { ownGuilds } from './responses.js';

/** Data of a server that removed the bot is kept for weeks anyway: this is soon enough. */
const EVERY_MS = 6 * 60 * 60_000;
/** Discord's page size (`resources/user`, Get Current User Guilds). */
const PAGE = 200;

export interface AskedServersOptions {
  readonly requests: Requests;
  readonly log: DiscordLog;
  readonly onEvent: (event: DiscordEvent) => void;
  readonly everyMs?: number;
}

/** Asks periodically until `closing`. Never rejects. */
export async function followServers(
  { requests, log, onEvent, everyMs = EVERY_MS }: AskedServersOptions,
  closing: AbortSignal,
): Promise<void> {
  while (!closing.aborted) {
    try {
      onEvent({ kind: 'present', guildIds: await servers(requests), shard: [0, 1] });
    } catch (err) {
      if (requests.closing.aborted) return;
      log.warn({ err }, 'Discord: it did not say which servers have the bot');
    }
    await delay(everyMs, undefined, { signal: closing, ref: false }).catch(() => undefined);
  }
}

async function servers(requests: Requests): Promise<readonly string[]> {
  const all: string[] = [];
  for (let after = '0'; ;) {
    const { json } = await requests.persistently({
      ...{ method: 'GET', route: Routes.userGuilds(), as: 'bot', schema: ownGuilds },
      query: new URLSearchParams({ limit: String(PAGE), after }),
    });
    all.push(...json.map(({ id }) => id));
    const last = json.at(-1)?.id;
    if (json.length < PAGE || last === undefined) return all;
    after = last;
  }
}
