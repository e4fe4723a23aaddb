/** Slack's Web API as the SDK calls it, watched for what no trying again mends. */
import { WebClient, WebClientEvent, type WebAPICallResult } from '@slack/web-api';
import type { UnderWay } from '../../chat/under-way.js';
import { clientOptions } from './calls.js';
import { isTokenRefused } from './errors.js';
import type { SlackLog } from './log.js';

/** Where tokens come from that are replaced while the program runs. */
export interface ChangingToken {
  /** The newest. @throws where there is none any more */
  readonly newest: () => Promise<string>;
  /** Another one, after Slack refused this; undefined where there is no other. */
  readonly after: (refused: string) => Promise<string | undefined>;
}

export interface WatchedOptions {
  readonly token: string | ChangingToken;
  readonly apiUrl: string;
  readonly log: SlackLog;
  /** What its calls are part of. */
  readonly underWay: UnderWay;
  /** What to do about an error, in one line; undefined where trying again may help. */
  readonly adviceFor: (error: unknown) => string | undefined;
  /** Slack does not know the token any more: nothing is asked with it from now on. */
  readonly onTokenRefused: (error: unknown) => void;
  /** Slack has limited a call (429). */
  readonly onRateLimited?: (() => void) | undefined;
}

export class WatchedClient extends WebClient {
  readonly #options: WatchedOptions;
  /** What was said already, so that each lack is one line. */
  readonly #told = new Set<string>();
  #refusal: Error | undefined;

  constructor(options: WatchedOptions) {
    const { token, apiUrl, log, underWay, onRateLimited } = options;
    super(typeof token === 'string' ? token : undefined, clientOptions(apiUrl, log, underWay));
    this.#options = options;
    if (onRateLimited) this.on(WebClientEvent.RATE_LIMITED, onRateLimited);
  }

  /** Every method of the client comes here. */
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
      // It may have been replaced on the way.
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
