/** Shared dependencies of the code that handles Discord's events. */
import type { APIUser } from 'discord.js';
import type { Accepted } from '../../chat/accepted.js';
import type { User } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import type { Dispatcher } from '../../dispatch/dispatcher.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import type { Suggest } from '../../dispatch/suggest.js';
import type { DiscordPort } from './chat-port.js';
import type { DiscordLog } from './log.js';
import type { Requests } from './requests.js';

export interface Inbound {
  readonly accepted: Accepted;
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly suggest: Suggest;
  readonly port: DiscordPort;
  readonly requests: Requests;
  readonly log: DiscordLog;
  readonly defaultLocale: Locale;
  /** Hosts that attachments may be fetched from. */
  readonly cdnOrigins: readonly string[];
}

/** @param nick their nickname in this server */
export function userOf({ id, global_name, username }: APIUser, nick?: string | null): User {
  return { id: userId(id), name: nick ?? global_name ?? username };
}

/** Discord's id of the user whom we call `discord:123`. */
export function discordIdOf(id: string): string {
  return id.slice(userId('').length);
}

export function userId(discordId: string): string {
  return `discord:${discordId}`;
}
