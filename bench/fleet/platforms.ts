/**
 * What a platform allows, as a simulation needs it. The rules are the adapters' own objects, on the
 * simulation's clock: a limit that changes there changes here.
 */
import { Bucket } from '../../src/adapters/discord/bucket.js';
import { PACE_MS, usual } from '../../src/adapters/discord/edit-budget.js';
import { SlackEditBudget } from '../../src/adapters/slack/edit-budget.js';
import { editIntervalMs, RoomEditBudget } from '../../src/adapters/web/edit-budget.js';
import type { TurnRule } from '../../src/chat/turns.js';
import { beatsPerEpoch } from '../../src/live/live-run.js';

export type PlatformName = 'room' | 'discord' | 'slack';

export interface SimulatedPlatform {
  readonly name: PlatformName;
  /** Learners whose lines are in one message, with one budget of edits; 1: each has their own. */
  readonly sharing: number;
  readonly paceMs: number;
  /** An edit's way there and back, in ms. */
  readonly wayMs: number;
  rule(nowMs: () => number): TurnRule;
  /** When a watched run's next epoch may begin, once this one was shown. */
  nextEpochMs(shownAtMs: number, trainedMs: number): number;
}

/** As lively as teaching gets: a class of this size works at once. */
const CLASS = 30;

/**
 * Assumed, as no platform can be reached from where this is measured: a quarter of a second there and back
 * is slow for either. It only makes a lesson longer; it costs no core anything.
 */
const WAY_MS = 250;

const { watchedEpochMs } = new RoomEditBudget();
const beatMs = watchedEpochMs / beatsPerEpoch;
const free: TurnRule = { spacingMs: 0, earliestMs: () => 0, spend: () => undefined };

export const platforms: Readonly<Record<PlatformName, SimulatedPlatform>> = {
  room: {
    ...{ name: 'room', sharing: 1, paceMs: editIntervalMs, wayMs: 0 },
    rule: () => free,
    // As `onBeat` (`src/live/beat.ts`).
    nextEpochMs: (shownAtMs, trainedMs) =>
      Math.round((shownAtMs + watchedEpochMs - trainedMs) / beatMs) * beatMs,
  },
  discord: {
    // A slash command's answer is edited by a token that has a bucket of its own.
    ...{ name: 'discord', sharing: 1, paceMs: PACE_MS, wayMs: WAY_MS },
    rule: (nowMs) => new Bucket(usual, PACE_MS, nowMs),
    nextEpochMs: (shownAtMs) => shownAtMs,
  },
  slack: {
    // A workspace has one budget, and its class a board.
    ...{ name: 'slack', sharing: CLASS, wayMs: WAY_MS },
    paceMs: new SlackEditBudget().spacingMs,
    rule: (nowMs) => new SlackEditBudget(undefined, undefined, nowMs),
    nextEpochMs: (shownAtMs) => shownAtMs,
  },
};
