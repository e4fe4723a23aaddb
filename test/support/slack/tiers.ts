/** Slack's rate limits: per method and workspace, or per channel, in windows; JR's tiers. */
import type { FakeClock } from '../fake-clock.js';
import { SlackProblem } from './problems.js';

export interface Tier {
  readonly limit: number;
  readonly windowMs: number;
}

const minute = 60_000;

export const usualTiers = {
  'chat.update': { limit: 50, windowMs: minute },
  /** Per channel. */
  'chat.postMessage': { limit: 1, windowMs: 1_000 },
  others: { limit: 100, windowMs: minute },
} satisfies Record<string, Tier>;

export type Tiers = typeof usualTiers;

export class TierCounts {
  readonly #calls = new Map<string, number[]>();

  constructor(
    private readonly clock: FakeClock,
    private readonly tiers: Tiers,
  ) {}

  /** @throws SlackProblem with the time to wait */
  take(method: string, channel: string): void {
    const perChannel = method === 'chat.postMessage';
    const tier = method === 'chat.update' || perChannel ? this.tiers[method] : this.tiers.others;
    const name = perChannel ? `${method} ${channel}` : method;
    const now = this.clock.nowMs();
    const calls = (this.#calls.get(name) ?? []).filter((atMs) => atMs > now - tier.windowMs);
    const [oldest] = calls;
    if (calls.length >= tier.limit && oldest !== undefined) {
      throw new SlackProblem('ratelimited', Math.ceil((oldest + tier.windowMs - now) / 1_000));
    }
    this.#calls.set(name, [...calls, now]);
  }
}
