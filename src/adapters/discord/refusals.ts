/** What a server does not let the bot say: told to who asked, and in the log with what an admin can do. */
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { UserError } from '../../errors.js';
import type { DiscordLog } from './log.js';

type Why = 'automod' | 'permissions' | 'archived' | 'locked';

/** Codes: discord-api-docs `topics/opcodes-and-status-codes`. */
const reasons: Readonly<Partial<Record<number | string, Why>>> = {
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration]: 'automod',
  [RESTJSONErrorCodes.TitleWasBlockedByAutomaticModeration]: 'automod',
  [RESTJSONErrorCodes.MissingPermissions]: 'permissions',
  [RESTJSONErrorCodes.MissingAccess]: 'permissions',
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: 'archived',
  [RESTJSONErrorCodes.ThreadLocked]: 'locked',
};

const advice: Readonly<Record<Why, string>> = {
  automod:
    'AutoMod blocked a message; whoever manages the server can exempt the tutor’s role from the rule (Server Settings, AutoMod)',
  permissions:
    'the tutor may not write in a channel; whoever manages the server can give it the permissions View Channel, Send Messages and Attach Files there',
  archived: 'a thread is archived; whoever writes in it opens it again',
  locked: 'a thread is locked; a moderator can unlock it',
};

/** Of the same channel and reason; in ms. */
const TOLD_AGAIN_MS = 10 * 60_000;
const MANY_TOLD = 500;

/** Said to whoever asked, if anything can be said to them. */
class RefusedByServer extends UserError {
  override readonly name: string = 'RefusedByServer';

  constructor(
    why: Why,
    override readonly cause: unknown,
  ) {
    super(`error.refused.${why}`);
  }
}

/** Whether it says why a server refused something, with Discord's own error as its cause. */
export function isExplained(error: unknown): error is UserError & { readonly cause: unknown } {
  return error instanceof RefusedByServer;
}

/** Trying the same again would be refused again, and refusals count (`editFailure`). */
export function isRefusedByServer(error: unknown): boolean {
  return whyRefused(error) !== undefined;
}

export class Refusals {
  readonly #log: DiscordLog;
  readonly #nowMs: () => number;
  /** When it was last told of a channel and reason. */
  readonly #toldMs = new Map<string, number>();

  constructor(log: DiscordLog, nowMs: () => number) {
    this.#log = log;
    this.#nowMs = nowMs;
  }

  /** @returns what to throw: a sentence for whoever asked where a server refused, else the error itself */
  explain(error: unknown, channelId: string): unknown {
    const why = whyRefused(error);
    if (why === undefined) return error;
    const key = `${channelId} ${why}`;
    const now = this.#nowMs();
    const toldMs = this.#toldMs.get(key);
    if (toldMs === undefined || now - toldMs > TOLD_AGAIN_MS) {
      if (this.#toldMs.size >= MANY_TOLD) this.#toldMs.clear();
      this.#toldMs.set(key, now);
      this.#log.warn({ channel: channelId, err: error }, `Discord: ${advice[why]}`);
    }
    return new RefusedByServer(why, error);
  }
}

function whyRefused(error: unknown): Why | undefined {
  return error instanceof DiscordAPIError ? reasons[error.code] : undefined;
}
