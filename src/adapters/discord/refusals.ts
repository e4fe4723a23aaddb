/** What a server does not let the bot post: reported to the asker, and to the log with what an admin can do. */
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

/** Between two log lines for the same channel and reason; in ms. */
const TOLD_AGAIN_MS = 10 * 60_000;
const MANY_TOLD = 500;

/** Shown to the asker, if anything can be. */
class RefusedByServer extends UserError {
  override readonly name: string = 'RefusedByServer';

  constructor(
    why: Why,
    override readonly cause: unknown,
  ) {
    super(`error.refused.${why}`);
  }
}

/** Whether it explains a server's refusal, with Discord's own error as its cause. */
export function isExplained(error: unknown): error is UserError & { readonly cause: unknown } {
  return error instanceof RefusedByServer;
}

/** Retrying would be refused again, and refusals count (`editFailure`). */
export function isRefusedByServer(error: unknown): boolean {
  return whyRefused(error) !== undefined;
}

export class Refusals {
  readonly #log: DiscordLog;
  readonly #nowMs: () => number;
  /** When each channel and reason was last logged. */
  readonly #toldMs = new Map<string, number>();

  constructor(log: DiscordLog, nowMs: () => number) {
    this.#log = log;
    this.#nowMs = nowMs;
  }

  /** @returns what to throw: a sentence for the asker where a server refused, else the error itself */
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
