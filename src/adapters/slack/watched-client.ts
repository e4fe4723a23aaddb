/** Slack's Web API as the SDK calls it, watched for what only an operator can mend. */
import { WebClient, WebClientEvent, type WebAPICallResult } from '@slack/web-api';
import type { UnderWay } from '../../chat/under-way.js';
import { clientOptions } from './calls.js';
import { isTokenRefused } from './errors.js';
import type { SlackLog } from './log.js';
import { adviceFor } from './operator.js';

export interface WatchedOptions {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly log: SlackLog;
  /** What its calls are part of. */
  readonly underWay: UnderWay;
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
    const { botToken, apiUrl, log, underWay, onRateLimited } = options;
    super(botToken, clientOptions(apiUrl, log, underWay));
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
      return await super.apiCall(method, options);
    } catch (error) {
      this.#watch(method, error);
      throw error;
    }
  }

  #watch(method: string, error: unknown): void {
    const advice = adviceFor(error, 'SLACK_BOT_TOKEN');
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
