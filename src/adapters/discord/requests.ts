/**
 * REST requests to Discord. discord.js tracks rate limits; but what it would retry at once or queue behind
 * a limit comes back as an error here: a stale edit is worthless, and a server in trouble is not
 * helped by three more requests in 24 ms.
 */
import {
  DefaultRestOptions,
  REST,
  RESTEvents,
  RateLimitError,
  RequestMethod,
  Routes,
  type RawFile,
  type ResponseLike,
  type RouteLike,
} from 'discord.js';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { UnderWay } from '../../chat/under-way.js';
import { steadyNowMs } from '../../clock.js';
import { bodyOf, observed, refuseOthers, textOf } from './answered.js';
import { MARGIN_MS, type ObservedLimit } from './bucket.js';
import { isPassing } from './errors.js';
import { FirstRequests } from './first-requests.js';
import type { DiscordLog } from './log.js';
import { isTokenRefused } from './operator.js';

const methods = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PATCH: RequestMethod.Patch,
  PUT: RequestMethod.Put,
  DELETE: RequestMethod.Delete,
} as const;

export interface Request<T = undefined> {
  readonly method: keyof typeof methods;
  readonly route: RouteLike;
  /** The route contains an interaction's token; otherwise the bot's token is sent. */
  readonly as: 'bot' | 'interaction';
  readonly body?: unknown;
  readonly files?: RawFile[];
  readonly query?: URLSearchParams;
  /** Parses the response's JSON (undefined: no body); without it the response is ignored. */
  readonly schema?: z.ZodType<T>;
  /** Called before retrying what must arrive: the previous try may have taken effect. */
  readonly onAgain?: () => void;
}

export interface Answered<T> {
  /** The response, parsed by the request's schema. */
  readonly json: T;
  readonly limit: ObservedLimit | undefined;
}

const MAX_TRIES = 4;
/**
 * An answer may go out later than an edit, but not after everybody has stopped waiting. A channel accepts
 * about one message a second: forty people who ask at once are all answered within this time.
 */
const MAX_LIMITED_MS = 60_000;

const TIMEOUT_MS = 10_000;

/** More than clock slew or a late reading; less than what rate limits would notice. */
const CLOCK_JUMP_MS = 500;

/** Invalid requests (401, 403, 429) per window; 10,000 in ten minutes get this machine's address banned for a while. */
const WARN_EVERY = 100;

export interface RequestsOptions {
  readonly token: string;
  /** Without version: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly log?: DiscordLog;
  /** Response timeout, in ms. */
  readonly timeoutMs?: number;
  /** The observer's clock for rate limits; ours if not given. */
  readonly nowMs?: () => number;
  /** Called when Discord rate-limits a request (429). */
  readonly onRateLimited?: (() => void) | undefined;
  /**
   * Called when Discord rejects the token twice: it is not used from then on. A single
   * rejection (401) may be Discord's mistake.
   */
  readonly onTokenRefused?: (error: Error) => void;
}

/** Whether the route contains an interaction's token. */
const asNobody = { auth: false } as const;

export class Requests {
  readonly #bot: REST;
  /** Requests with an interaction's token do not count towards the bot's 50 a second. */
  readonly #interaction: REST;
  readonly #underWay = new UnderWay();
  /** The system clock's offset from ours at the last check, in ms. */
  #clockAheadMs = clockAheadMs();
  /** Sent with each request: discord.js drops its own copy of the token after one 401. */
  readonly #asBot: { readonly auth: false; readonly headers: Readonly<Record<string, string>> };
  readonly #log: DiscordLog | undefined;
  readonly #nowMs: () => number;
  readonly #timeoutMs: number;
  readonly #onTokenRefused: ((error: Error) => void) | undefined;
  #tokenRefused: Error | undefined;
  readonly #first = new FirstRequests();
  /** The check in flight of whether the token still works. */
  #looking: Promise<void> | undefined;

  constructor(options: RequestsOptions) {
    const { token, apiUrl, log, timeoutMs = TIMEOUT_MS, onRateLimited, onTokenRefused } = options;
    this.#nowMs = options.nowMs ?? steadyNowMs;
    this.#asBot = { auth: false, headers: { authorization: `Bot ${token}` } };
    this.#log = log;
    this.#onTokenRefused = onTokenRefused;
    this.#timeoutMs = timeoutMs;
    const common = {
      api: apiUrl,
      version: '10',
      retries: 0,
      // Would delay edits longer than our budgets, which already have a margin.
      offset: (route: string) => (isBudgeted(route) ? 0 : MARGIN_MS),
      timeout: timeoutMs,
      rejectOnRateLimit: () => true,
      invalidRequestWarningInterval: WARN_EVERY,
    };
    this.#bot = new REST(common);
    this.#interaction = new REST({ ...common, globalRequestsPerSecond: Number.MAX_SAFE_INTEGER });
    for (const rest of [this.#bot, this.#interaction]) {
      // An unread response over 64 kB, such as a proxy's page, may be cut off: nobody would catch that error.
      rest.on(RESTEvents.Response, (_request, { body }) => {
        if (body instanceof Readable) body.on('error', () => undefined);
      });
      rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
        log?.warn({ count, remainingMs: remainingTime }, 'Discord: it refuses many requests');
      });
      if (onRateLimited) {
        rest.on(RESTEvents.Response, (_request, { status }) => {
          if (status === 429) onRateLimited();
        });
      }
    }
  }

  /** Several fronts share one bot's global rate limit: this front's share of it (0 to 1). */
  takePart(part: number): void {
    const most = Math.max(1, Math.floor(DefaultRestOptions.globalRequestsPerSecond * part));
    this.#bot.options.globalRequestsPerSecond = most;
    this.#bot.globalRemaining = Math.min(this.#bot.globalRemaining, most);
  }

  /** Aborted when requests are no longer retried. */
  get closing(): AbortSignal {
    return this.#underWay.closing;
  }

  /**
   * @throws DiscordAPIError, HTTPError, NotDiscordError, RateLimitError or a network error, after one try;
   * ZodError when the response does not match the schema, although the request took effect
   */
  async once<T = undefined>(asked: Request<T>): Promise<Answered<T>> {
    const { method, route, as, schema, onAgain: _, ...rest } = asked;
    if (as === 'bot' && this.#tokenRefused !== undefined) throw this.#tokenRefused;
    this.#heedClock();
    const rests = { bot: this.#bot, interaction: this.#interaction };
    const request = { ...rest, method: methods[method], fullRoute: route };
    return this.#underWay.track(async (signal) => {
      const own = as === 'bot' ? this.#asBot : asNobody;
      const queued = (): Promise<ResponseLike> =>
        rests[as].queueRequest({ ...request, ...own, signal });
      const send = (): Promise<ResponseLike> =>
        as === 'bot' ? this.#first.behind(`${method} ${route}`, queued) : queued();
      let askedAtMs = this.#nowMs();
      const response = await send().catch(async (error: unknown) => {
        if (as !== 'bot' || !isTokenRefused(error)) throw error;
        await this.#lookAtToken(error, signal);
        askedAtMs = this.#nowMs();
        return send();
      });
      const text = await textOf(response, schema !== undefined, this.#timeoutMs);
      refuseOthers(response);
      const json = schema === undefined ? (undefined as T) : schema.parse(bodyOf(text));
      return { json, limit: observed(response.headers, askedAtMs) };
    });
  }

  /** For what must arrive: waits out rate limits and transient faults. @throws as `once`, in the end */
  async persistently<T = undefined>(request: Request<T>): Promise<Answered<T>> {
    let limitedMs = 0;
    for (let tried = 1; ;) {
      try {
        return await this.once(request);
      } catch (error) {
        // Only waiting its turn: nothing has failed.
        const isLimited = error instanceof RateLimitError;
        const waitMs = isLimited ? error.retryAfter + MARGIN_MS : pauseBefore(error, tried);
        if (waitMs === undefined || tried === MAX_TRIES) throw error;
        if (isLimited) limitedMs += waitMs;
        else tried += 1;
        if (limitedMs > MAX_LIMITED_MS) throw error;
        await delay(waitMs, undefined, { signal: this.closing });
        request.onAgain?.();
      }
    }
  }

  /** @throws the confirmed rejection of the token, or the original error when it cannot be checked now */
  #lookAtToken(refusal: Error, signal: AbortSignal): Promise<void> {
    const look = async (): Promise<void> => {
      const asked = { method: methods.GET, fullRoute: Routes.user(), ...this.#asBot, signal };
      try {
        await this.#bot.queueRequest(asked);
      } catch (error) {
        if (!isTokenRefused(error)) throw refusal;
        this.#refuseToken(error);
        throw error;
      }
      const message = 'a request was refused (401) although the token works; it is tried again';
      this.#log?.warn({ err: refusal }, `Discord: ${message}`);
    };
    this.#looking ??= look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** Counts invalid requests: 10,000 in ten minutes get this machine's address banned for a while. */
  #refuseToken(error: Error): void {
    if (this.#tokenRefused !== undefined) return;
    this.#tokenRefused = error;
    this.#onTokenRefused?.(error);
  }

  /**
   * discord.js stores limits by the system clock: if that is set back by an hour, a limit that ends in a second
   * would last an hour. Its limits are discarded then; our own budgets still apply.
   */
  #heedClock(): void {
    const aheadMs = clockAheadMs();
    if (Math.abs(aheadMs - this.#clockAheadMs) < CLOCK_JUMP_MS) return;
    this.#clockAheadMs = aheadMs;
    for (const rest of [this.#bot, this.#interaction]) {
      rest.handlers.clear();
      rest.globalReset = -1;
      rest.globalRemaining = rest.options.globalRequestsPerSecond;
    }
  }

  /** Requests in flight may finish until time is up; nothing is retried. */
  async close(timeIsUp?: AbortSignal): Promise<void> {
    await this.#underWay.close(timeIsUp);
    for (const rest of [this.#bot, this.#interaction]) {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    }
  }
}

function clockAheadMs(): number {
  return Date.now() - steadyNowMs();
}

/** The channel of an edit's route, as discord.js writes it: `/channels/:id/messages/:id`. */
function isBudgeted(route: string): boolean {
  return /\/messages\/[^/]+$/.test(route);
}

/** Undefined: retrying will not help. */
function pauseBefore(error: unknown, tried: number): number | undefined {
  return isPassing(error) ? 100 * 4 ** (tried - 1) : undefined;
}
