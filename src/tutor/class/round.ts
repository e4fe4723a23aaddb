/**
 * A class lab: a teacher's rounds, in each of which everyone trains one of a few settings. Plain data and
 * the rules of it; times are Unix ms of `steadyNowMs`.
 */
import type { Place } from '../../chat/port.js';
import type { FitSettings } from '../../runs/protocol.js';
import type { RoundPlan } from '../../runs/round-plan.js';
import { isOver, type RunState } from '../../runs/run.js';

/** Settings of one round. */
export const MAX_CHOICES = 8;
/** People in one round, on one machine. */
export const MAX_PEOPLE = 100;
/** How often one person may leave a round: each time leaves a line on its board, which is kept. */
export const MAX_LEAVES = 5;
/** How long joining may stay open. */
export const MAX_MINUTES = 120;
export const MAX_QUESTION = 300;

/**
 * A class without a new round ends by itself so long after joining its last one was over: whoever opened it
 * may have gone for good, and the channel is not to stay theirs.
 */
export const CLASS_RESTS_MS = 60 * 60 * 1000;

export interface ClassLab {
  readonly id: string;
  readonly teacherId: string;
  readonly teacherName: string;
  /** Where its boards stand. */
  readonly place: Place;
}

export interface Round {
  readonly id: string;
  readonly classId: string;
  /** From 1. */
  readonly number: number;
  readonly plan: RoundPlan;
  /** Until then people may join, unless it is ended before. */
  readonly endsAtMs: number;
}

/** What somebody was dealt. */
export interface Seat {
  /** Index of the value. */
  readonly choice: number;
  /** How many had that value before, at the same time: their seed follows from it. */
  readonly turn: number;
}

export interface Participant extends Seat {
  readonly userId: string;
  readonly name: string;
  /** Index of the value that they expect to end best. */
  readonly guess?: number;
  /** Their run was stopped and does not count; they may join again. */
  readonly hasLeft?: true;
}

/**
 * `open`: people may join; `training`: no longer, and runs still go on; `over`: all of them have ended.
 * @param states of its runs
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
 * What the next person is dealt: a value that as few as possible of those who are there have, the first
 * of them. Whoever left and comes back is dealt what they had, so that nobody can leave to be dealt
 * something else.
 * @param others everyone who ever joined, but for whoever is dealt to
 * @param before what they had
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
 * A seed for each turn: those who were dealt the same value begin with other weights, which shows how much
 * is chance; and the first of one value begins with the weights of the first of every other, the
 * second with those of the second, so that values are compared from the same starts.
 */
export function settingsOf({ settings }: RoundPlan, { choice, turn }: Seat): FitSettings {
  const dealt = settings[choice];
  if (!dealt) throw new RangeError('a round without that value');
  return { ...dealt, seed: (dealt.seed + turn) % SEEDS };
}
