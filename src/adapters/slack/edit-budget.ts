/**
 * One budget for all live messages in a workspace: Slack counts its chat.update calls together. Never
 * more in any minute than the tier allows; slots for the runs that end soon are reserved for final states.
 */
import type { EditBudget, MessageRef, Place, Urgency } from '../../chat/port.js';
import { Turns, type TurnRule } from '../../chat/turns.js';
import { steadyNowMs } from '../../clock.js';
import { EDITS_FOR_FINALS, EDITS_PER_MINUTE } from './limits.js';

export interface EditTier {
  /** Edits per window. */
  readonly limit: number;
  /** The minimum of those reserved for final states. */
  readonly forFinals: number;
  readonly windowMs: number;
}

const chatUpdate: EditTier = {
  limit: EDITS_PER_MINUTE,
  forFinals: EDITS_FOR_FINALS,
  windowMs: 60_000,
};

/** Share of a window: two seconds of a minute, the longest an edit may take to reach Slack. */
const ON_THE_WAY = 1 / 30;

/** Sometimes an end takes two edits: its text does not wait long for its files. */
const EDITS_PER_END = 1.15;

/** Share of a window left for runs in progress, however many end. */
const FOR_THE_OTHERS = 1 / 5;

export class SlackEditBudget implements EditBudget, TurnRule {
  readonly #tier: EditTier;
  readonly #turns: Turns;
  readonly #nowMs: () => number;
  /** When the edits of the last window went out, oldest first. */
  #spent: readonly number[] = [];
  #pausedUntilMs = 0;
  /** When live messages are expected to show their final state. */
  readonly #endsAtMs = new Map<string, number>();

  /**
   * @param inLine messages not posted yet: in a class, runs that will end with the others
   * @param nowMs a monotonic clock
   */
  constructor(
    tier: EditTier = chatUpdate,
    private readonly inLine: () => number = () => 0,
    nowMs: () => number = steadyNowMs,
  ) {
    this.#nowMs = nowMs;
    this.#tier = tier;
    this.#turns = new Turns(this, this.spacingMs, nowMs);
  }

  get spacingMs(): number {
    const { limit, forFinals, windowMs } = this.#tier;
    return windowMs / (limit - forFinals);
  }

  take({ key }: MessageRef, urgency: Urgency, signal: AbortSignal): Promise<void> {
    return this.#turns.take(key, urgency, signal);
  }

  intervalMs({ key }: MessageRef): number {
    return this.#turns.intervalMs(key);
  }

  /** Until its remaining time is known, it may end soon. */
  join({ key }: MessageRef): void {
    this.#endsAtMs.set(key, this.#nowMs());
    this.#turns.join(key);
  }

  leave({ key }: MessageRef): void {
    this.#endsAtMs.delete(key);
    this.#turns.leave(key);
  }

  sharing({ key }: MessageRef): number {
    return this.#turns.sharing(key);
  }

  /** In any channel: the workspace has one budget. */
  intervalOfNext(_where: Place, aboutToBe: readonly Place[]): number {
    return this.#turns.intervalOfNextMs(aboutToBe.length);
  }

  expectEnd({ key }: MessageRef, inMs: number): void {
    this.#endsAtMs.set(key, this.#nowMs() + inMs);
  }

  earliestMs(isFinal: boolean): number {
    const { limit } = this.#tier;
    const most = isFinal ? limit : limit - this.#keptForEnds();
    const oldestThatCounts = this.#spent.at(-most);
    const freeAtMs = oldestThatCounts === undefined ? 0 : oldestThatCounts + this.#countedForMs;
    return Math.max(freeAtMs, this.#pausedUntilMs);
  }

  spend(nowMs: number): void {
    const before = nowMs - this.#countedForMs;
    this.#spent = [...this.#spent.filter((atMs) => atMs > before), nowMs];
  }

  /** Ends within a window from now: an edit sent now still counts then. */
  #keptForEnds(): number {
    const { limit, forFinals } = this.#tier;
    const untilMs = this.#nowMs() + this.#countedForMs;
    const ends = [...this.#endsAtMs.values()].filter((atMs) => atMs < untilMs).length;
    const wanted = Math.max(Math.ceil((ends + this.inLine()) * EDITS_PER_END), forFinals);
    return Math.min(wanted, Math.ceil(limit * (1 - FOR_THE_OTHERS)));
  }

  /** Slack counts an edit from its arrival, which is later than when it was sent. */
  get #countedForMs(): number {
    return this.#tier.windowMs * (1 + ON_THE_WAY);
  }

  /** Slack rate-limited an edit for this long. */
  pause(ms: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, this.#nowMs() + ms);
    this.#turns.deal();
  }
}
