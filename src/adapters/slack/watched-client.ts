/** The SDK's Web API client, watched for errors that no retry can fix. */
import { WebClient, WebClientEvent, type WebAPICallResult } from '@slack/web-api';
import type { UnderWay } from '../../chat/under-way.js';
import { clientOptions } from './calls.js';
import { isTokenRefused } from './errors.js';
import type { SlackLog } from './log.js';

/** The source of tokens that are replaced while the program runs. */
export interface ChangingToken {
  /** The newest. @throws when there is none any longer */
  readonly newest: () => Promise<string>;
  /** Another token, after Slack refused this one; undefined where there is none. */
  readonly after: (refused: string) => Promise<string | undefined>;
}

export interface WatchedOptions {
  readonly token: string | ChangingToken;
  readonly apiUrl: string;
  readonly log: SlackLog;
  /** Work in progress that its calls count towards. */
  readonly underWay: UnderWay;
  /** What to do about an error, in one line; undefined where retrying may help. */
  readonly adviceFor: (error: unknown) => string | undefined;
  /** Slack no longer accepts the token: it is not used from now on. */
  readonly onTokenRefused: (error: unknown) => void;
  /** Called when Slack rate-limits a call (429). */
  readonly onRateLimited?: (() => void) | undefined;
}

export class WatchedClient extends WebClient {
  readonly #options: WatchedOptions;
  /** Advice already logged, so that each problem is one line. */
  readonly #told = new Set<string>();
  #refusal: Error | undefined;

  constructor(options: WatchedOptions) {
    const { token, apiUrl, log, underWay, onRateLimited } = options;
    super(typeof token === 'string' ? token : undefined, clientOptions(apiUrl, log, underWay));
    this.#options = options;
    if (onRateLimited) this.on(WebClientEvent.RATE_LIMITED, onRateLimited);
  }

  /** Every method of the client goes through this. */
  override async apiCall(
    method: string,
    options?: Record<string, unknown>,
  ): Promise<WebAPICallResult> {
    if (this.#refusal !== undefined) throw this.#refusal;
    try {
      return await this.#call(method, options);
    } catch (error) {
      this.#watch(method, error);
      throw error;
    }
  }

  async #call(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    const { token } = this.#options;
    if (typeof token === 'string') return super.apiCall(method, options);
    const newest = await token.newest();
    try {
      return await super.apiCall(method, { ...options, token: newest });
    } catch (error) {
      // It may have been replaced in the meantime.
      const other = isTokenRefused(error) ? await token.after(newest) : undefined;
      if (other === undefined) throw error;
      return super.apiCall(method, { ...options, token: other });
    }
  }

  #watch(method: string, error: unknown): void {
    const advice = this.#options.adviceFor(error);
    if (advice === undefined) return;
    if (isTokenRefused(error)) {
      if (this.#refusal !== undefined) return;
      this.#refusal = error;
      this.#options.onTokenRefused(error);
    } else if (!this.#told.has(advice)) {
      this.#told.add(advice);
      this.#options.log.error({ method }, `Slack: ${advice}`);
    }
  }
}
