/**
 * One budget for all live messages of a workspace: Slack counts its chat.update calls together. Never
 * more in any minute than the tier allows; as many of them as runs end soon are for final states alone.
 */
import type { EditBudget, MessageRef, Place, Urgency } from '../../chat/port.js';
import { Turns, type TurnRule } from '../../chat/turns.js';
import { steadyNowMs } from '../../clock.js';
import { EDITS_FOR_FINALS, EDITS_PER_MINUTE } from './limits.js';

export interface EditTier {
  /** Edits in any window. */
  readonly limit: number;
  /** Of them, for final states only, at least. */
  readonly forFinals: number;
  readonly windowMs: number;
}

const chatUpdate: EditTier = {
  limit: EDITS_PER_MINUTE,
  forFinals: EDITS_FOR_FINALS,
  windowMs: 60_000,
};

/** Of a window: two seconds of a minute, as slow as an edit may reach Slack. */
const ON_THE_WAY = 1 / 30;

/** Now and then an end takes two: its words do not wait long for its files. */
const EDITS_PER_END = 1.15;

/** Of a window: so much of it is left for what goes on, however many end. */
const FOR_THE_OTHERS = 1 / 5;

export class SlackEditBudget implements EditBudget, TurnRule {
  readonly #tier: EditTier;
  readonly #turns: Turns;
  readonly #nowMs: () => number;
  /** When edits went out, in the last window, oldest first. */
  #spent: readonly number[] = [];
  #pausedUntilMs = 0;
  /** When live messages are to show their ends. */
  readonly #endsAtMs = new Map<string, number>();

  /**
   * @param inLine messages that are not posted yet: in a class, runs, which will end with the others
   * @param nowMs only ever goes forward
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

  /** Until it says how long it goes on, it may end soon. */
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

  /** Wherever: the workspace has one budget. */
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

  /** An edit that goes out now still counts when those end. */
  #keptForEnds(): number {
    const { limit, forFinals } = this.#tier;
    const untilMs = this.#nowMs() + this.#countedForMs;
    const ends = [...this.#endsAtMs.values()].filter((atMs) => atMs < untilMs).length;
    const wanted = Math.max(Math.ceil((ends + this.inLine()) * EDITS_PER_END), forFinals);
    return Math.min(wanted, Math.ceil(limit * (1 - FOR_THE_OTHERS)));
  }

  /** Slack counts an edit from when it arrives, which is later than it was let go. */
  get #countedForMs(): number {
    return this.#tier.windowMs * (1 + ON_THE_WAY);
  }

  /** Slack refused an edit for this long. */
  pause(ms: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, this.#nowMs() + ms);
    this.#turns.deal();
  }
}
