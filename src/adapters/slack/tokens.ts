/**
 * The newest token of each workspace. With token rotation, Slack's tokens live for 12 hours. Bolt
 * would renew them as events come in: several times for events that come in together, though a refresh token
 * works only once; never for a run that is shown without any event; and without logging why it failed.
 */
import { WebClient, type OauthV2AccessResponse } from '@slack/web-api';
import { steadyNowMs } from '../../clock.js';
import { clientOptions } from './calls.js';
import { slackError } from './errors.js';
import { NotInstalled, type InstallationBook, type RenewedToken } from './installation-book.js';
import type { SlackLog } from './log.js';
import type { ChangingToken } from './watched-client.js';

/** A token is renewed this long before it expires, as Bolt would. */
const RENEWED_BEFORE_MS = 2 * 60 * 60_000;

/** The wait after a failed try. */
const TRIED_AGAIN_AFTER_MS = 30_000;

/** Slack's errors for a token that can never be renewed; all others are taken as transient. */
const usedUp: readonly string[] = [
  ...['invalid_refresh_token', 'invalid_grant', 'token_revoked', 'token_expired'],
  ...['account_inactive', 'authorization_not_found'],
];

export interface TokensOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiUrl: string;
  readonly book: InstallationBook;
  readonly log: SlackLog;
  readonly nowMs?: () => number;
}

export class Tokens {
  readonly #options: TokensOptions;
  readonly #client: WebClient;
  readonly #nowMs: () => number;
  readonly #renewing = new Map<string, Promise<void>>();
  /** Each workspace's last failed try. */
  readonly #failed = new Map<string, { readonly atMs: number; readonly error: unknown }>();

  constructor(options: TokensOptions) {
    const { apiUrl, log, nowMs = steadyNowMs } = options;
    this.#options = options;
    this.#client = new WebClient(undefined, clientOptions(apiUrl, log));
    this.#nowMs = nowMs;
  }

  of(teamId: string): ChangingToken {
    return {
      newest: () => this.#newest(teamId),
      after: (refused) => this.#after(teamId, refused),
    };
  }

  /** @throws NotInstalled where there is none */
  async #newest(teamId: string): Promise<string> {
    await this.#options.book.keepUnkept(teamId);
    const { token, expiresAt } = this.#bot(teamId);
    if (expiresAt === undefined) return token;
    const leftMs = expiresAt * 1_000 - this.#nowMs();
    if (leftMs > RENEWED_BEFORE_MS) return token;
    try {
      await this.#renewed(teamId);
    } catch {
      // It is valid until it expires, perhaps longer than our clock says.
    }
    return this.#bot(teamId).token;
  }

  /** @throws when it may still be renewed later */
  async #after(teamId: string, refused: string): Promise<string | undefined> {
    const bot = this.#options.book.entries.get(teamId)?.kept.bot;
    if (!bot) return undefined;
    if (bot.token !== refused) return bot.token;
    if (bot.refreshToken === undefined) return undefined;
    try {
      await this.#renewed(teamId);
    } catch (error) {
      // It may have been reinstalled meanwhile.
      const { token } = this.#bot(teamId);
      if (token !== refused) return token;
      if (usedUp.includes(slackError(error) ?? '')) return undefined;
      throw error;
    }
    return this.#bot(teamId).token;
  }

  #bot(teamId: string) {
    const entry = this.#options.book.entries.get(teamId);
    if (!entry) throw new NotInstalled(teamId);
    return entry.kept.bot;
  }

  /** Once, however many ask. @throws Slack's error */
  async #renewed(teamId: string): Promise<void> {
    const under = this.#renewing.get(teamId);
    if (under) return under;
    const failed = this.#failed.get(teamId);
    if (failed && this.#nowMs() - failed.atMs < TRIED_AGAIN_AFTER_MS) throw failed.error;
    const renewing = this.#renew(teamId).finally(() => this.#renewing.delete(teamId));
    this.#renewing.set(teamId, renewing);
    return renewing;
  }

  async #renew(teamId: string): Promise<void> {
    const { clientId, clientSecret, book, log } = this.#options;
    const { refreshToken = '' } = this.#bot(teamId);
    try {
      const answer = await this.#client.oauth.v2.access({
        ...{ client_id: clientId, client_secret: clientSecret },
        ...{ grant_type: 'refresh_token', refresh_token: refreshToken },
      });
      // It may have been reinstalled meanwhile, with a newer token than this.
      if (book.entries.get(teamId)?.kept.bot.refreshToken === refreshToken) {
        await book.renew(teamId, this.#renewedBy(answer));
      }
      this.#failed.delete(teamId);
    } catch (error) {
      this.#failed.set(teamId, { atMs: this.#nowMs(), error });
      log.warn({ err: error, team: teamId }, 'Slack: a token could not be renewed');
      throw error;
    }
  }

  /** @throws Error when the response is not Slack's */
  #renewedBy(answer: OauthV2AccessResponse): RenewedToken {
    const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = answer;
    if (token === undefined || refreshToken === undefined || seconds === undefined) {
      throw new Error('Slack named no new token');
    }
    return { token, refreshToken, expiresAt: Math.floor(this.#nowMs() / 1_000) + seconds };
  }
}
