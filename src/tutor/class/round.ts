/**
 * A class lab: a teacher's rounds, in each of which everyone trains one of several settings. Plain data and
 * rules; times are Unix ms from `steadyNowMs`.
 */
import type { Place } from '../../chat/port.js';
import type { FitSettings } from '../../runs/protocol.js';
import type { RoundPlan } from '../../runs/round-plan.js';
import { isOver, type RunState } from '../../runs/run.js';

/** Maximum number of settings per round. */
export const MAX_CHOICES = 8;
/** Maximum number of people per round, on one machine. */
export const MAX_PEOPLE = 100;
/** How often one person may leave a round: each time adds a line to its board, which is stored. */
export const MAX_LEAVES = 5;
/** The longest time that joining may stay open. */
export const MAX_MINUTES = 120;
export const MAX_QUESTION = 300;

/**
 * A class without a new round ends by itself this long after joining the last one closed: the teacher
 * may be gone for good, and the channel must not stay theirs.
 */
export const CLASS_RESTS_MS = 60 * 60 * 1000;

export interface ClassLab {
  readonly id: string;
  readonly teacherId: string;
  readonly teacherName: string;
  /** Where its boards are posted. */
  readonly place: Place;
}

export interface Round {
  readonly id: string;
  readonly classId: string;
  /** From 1. */
  readonly number: number;
  readonly plan: RoundPlan;
  /** Until when people may join, unless it is ended earlier. */
  readonly endsAtMs: number;
}

/** The setting somebody was dealt. */
export interface Seat {
  /** Index of the value. */
  readonly choice: number;
  /** How many people already had that value: determines their seed. */
  readonly turn: number;
}

export interface Participant extends Seat {
  readonly userId: string;
  readonly name: string;
  /** Index of the value they expect to win. */
  readonly guess?: number;
  /** Their run was stopped and does not count; they may join again. */
  readonly hasLeft?: true;
}

/**
 * `open`: people may join; `training`: joining is closed, runs are in progress; `over`: all of them have ended.
 * @param states its runs' states
 */
export function phaseOf(
  { endsAtMs }: Pick<Round, 'endsAtMs'>,
  isClosed: boolean,
  states: readonly RunState[],
  nowMs: number,
): 'open' | 'training' | 'over' {
  if (!isClosed && nowMs < endsAtMs) return 'open';
  return states.every(isOver) ? 'over' : 'training';
}

/**
 * Deals the next person a value that the fewest participants have, the first
 * such value. People who left and come back get their old value, so that nobody can leave to get
 * something else.
 * @param others everyone else who ever joined
 * @param before their earlier deal
 */
export function deal(others: readonly Participant[], choices: number, before?: Seat): Seat {
  const there = others.filter(({ hasLeft }) => !hasLeft);
  const counts = Array.from(
    { length: choices },
    (_, index) => there.filter(({ choice }) => choice === index).length,
  );
  const choice = before?.choice ?? counts.indexOf(Math.min(...counts));
  const taken = new Set(there.filter((one) => one.choice === choice).map(({ turn }) => turn));
  let turn = 0;
  while (taken.has(turn)) turn += 1;
  return { choice, turn };
}

const SEEDS = 2 ** 32;

/**
 * A seed per turn: people with the same value start with different weights, which shows how much
 * is chance; and the first person with one value starts with the same weights as the first with every other, the
 * second with those of the second, so that values are compared from the same starts.
 */
export function settingsOf({ settings }: RoundPlan, { choice, turn }: Seat): FitSettings {
  const dealt = settings[choice];
  if (!dealt) throw new RangeError('a round without that value');
  return { ...dealt, seed: (dealt.seed + turn) % SEEDS };
}
