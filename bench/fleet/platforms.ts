/**
 * A platform's limits for a simulation. The rules are the adapters' own objects on the simulation's clock, so
 * a limit that changes there changes here.
 */
import { Bucket } from '../../src/adapters/discord/bucket.js';
import { PACE_MS, usual } from '../../src/adapters/discord/edit-budget.js';
import { SlackEditBudget } from '../../src/adapters/slack/edit-budget.js';
import { messagesInSight } from '../../src/adapters/web/chat-port.js';
import { editIntervalMs, RoomEditBudget } from '../../src/adapters/web/edit-budget.js';
import type { TurnRule } from '../../src/chat/turns.js';
import { beatsPerEpoch } from '../../src/live/live-run.js';

/** `alone`: the room, with no page open. */
export type PlatformName = 'alone' | 'room' | 'discord' | 'slack';

export interface SimulatedPlatform {
  readonly name: PlatformName;
  /** Learners per channel, room or workspace. */
  readonly together: number;
  /** How many of them have their own message with its own budget; the others are lines of a board. */
  readonly own: number;
  readonly paceMs: number;
  /** An edit's round trip, in ms. */
  readonly wayMs: number;
  rule(nowMs: () => number): TurnRule;
  /** When a watched run's next epoch may begin after this one was shown; `line`: on a board. */
  nextEpochMs(shownAtMs: number, trainedMs: number, as: 'own' | 'line'): number;
}

/** As busy as teaching gets: a class of this size works at the same time. */
const CLASS = 30;
/** In the room, every open page receives each edit. */
export const PAGES = 20;

/**
 * An assumption, as no platform can be reached from where this is measured: a quarter of a second there and
 * back is slow for either. It only makes a lesson longer; it costs no CPU.
 */
const WAY_MS = 250;

const { watchedEpochMs } = new RoomEditBudget();
const free: TurnRule = { spacingMs: 0, earliestMs: () => 0, spend: () => undefined };

const room: SimulatedPlatform = {
  ...{ name: 'room', together: PAGES, own: messagesInSight, paceMs: editIntervalMs, wayMs: 0 },
  rule: () => free,
  // Follows `onBeat` (`src/live/beat.ts`): a board has one beat per epoch, a message of one's own two.
  nextEpochMs: (shownAtMs, trainedMs, as) => {
    const beatMs = watchedEpochMs / (as === 'line' ? 1 : beatsPerEpoch);
    return Math.round((shownAtMs + watchedEpochMs - trainedMs) / beatMs) * beatMs;
  },
};

export const platforms: Readonly<Record<PlatformName, SimulatedPlatform>> = {
  alone: { ...room, name: 'alone' },
  room,
  discord: {
    // A slash command's answer is edited by a token with its own bucket.
    ...{ name: 'discord', together: CLASS, own: CLASS, paceMs: PACE_MS, wayMs: WAY_MS },
    rule: (nowMs) => new Bucket(usual, PACE_MS, nowMs),
    nextEpochMs: (shownAtMs) => shownAtMs,
  },
  slack: {
    // A workspace has one budget, and its class one board.
    ...{ name: 'slack', together: CLASS, own: 0, wayMs: WAY_MS },
    paceMs: new SlackEditBudget().spacingMs,
    rule: (nowMs) => new SlackEditBudget(undefined, undefined, nowMs),
    nextEpochMs: (shownAtMs) => shownAtMs,
  },
};
