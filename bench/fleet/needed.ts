/**
 * The fewest machines that can carry that many simultaneous learners, found by simulating more and more
 * machines.
 */
import { poissonArrivals } from './arrivals.js';
import type { Costs } from './costs.js';
import { figuresOf, type Figures } from './figures.js';
import type { Plan, Usage } from './machines.js';
import type { SimulatedPlatform } from './platforms.js';
import { simulate, type Simulated } from './simulate.js';

export interface Needed {
  readonly learners: number;
  /** The number of fleets, each with its own Redis, and what each fleet has. */
  readonly fleets: number;
  readonly fronts: number;
  readonly workers: number;
  readonly usage: Usage;
  readonly epochsPerMessage: number;
  /** Simultaneous runs per front. */
  readonly runsPerFront: number;
  readonly figures: Figures;
  /** For one class with the machines to itself. */
  readonly alone: Figures;
}

const EPOCHS = 20;
const MS_PER_SECOND = 1_000;
/** Enough successive learners to average out chance, and a first estimate of how long each stays. */
const CLASSES = 20;
const AS_LONG_AS_MS = 15_000;
/** Learners keep arriving for this many lesson lengths; the first half fills the machines. */
const LESSONS_LONG = 2;
/**
 * Nobody should notice the others: 95 of 100 wait at most this much longer than alone (below Nielsen's one
 * second).
 */
const LATER_SECONDS = 0.5;
/** And this factor: with the room's beat, two equal waits can differ by half a second. */
const LONGER = 1.25;
/** Anything busier has no reserve for a bad minute. */
const FULL = 0.8;
const SEED = 1;
/** Per front, before more fronts are tried. */
const SLOTS = 4;
/** The search stops there: something else is then too slow. */
const MOST = 1_000;

export function machinesFor(
  learners: number,
  platform: SimulatedPlatform,
  cores: number,
  costs: Costs,
): Needed {
  const plan = { fronts: 1, workers: 1, threads: cores, cores };
  const alone = oneClass(platform, plan, costs);
  const lessonMs = alone.run.median * MS_PER_SECOND;
  const attempt = (fleets: number, fronts: number, workers: number): Attempt => {
    const inFleet = Math.ceil(learners / fleets);
    const asksAtMs = poissonArrivals(LESSONS_LONG * inFleet, lessonMs / inFleet, SEED);
    const lessons = {
      ...{ asksAtMs, epochs: EPOCHS },
      places: Math.max(1, Math.round(inFleet / platform.together)),
    };
    const untilMs = (LESSONS_LONG + LONGER) * lessonMs;
    const seen = simulate(lessons, platform, { ...plan, fronts, workers }, costs, untilMs);
    // The first of them found it empty.
    const figures = figuresOf(seen.lessons.slice(asksAtMs.length / 2));
    const isCarried =
      figures.lost === 0 &&
      Math.max(seen.usage.front, seen.usage.redis, seen.usage.workers) <= FULL &&
      figures.first.p95 <= alone.first.p95 + LATER_SECONDS &&
      figures.run.median <= alone.run.median * LONGER;
    return { seen, figures, isCarried };
  };
  return { learners, alone, ...search(learners, platform, cores, costs, lessonMs, attempt) };
}

/** A channel, room or workspace with its own machines: the standard for more learners. */
function oneClass(platform: SimulatedPlatform, plan: Plan, costs: Costs): Figures {
  const { together } = platform;
  const seenAt = (lessonMs: number): Figures => {
    const asksAtMs = poissonArrivals(CLASSES * together, lessonMs / together, SEED);
    const { lessons } = simulate({ asksAtMs, epochs: EPOCHS, places: 1 }, platform, plan, costs);
    return figuresOf(lessons.slice(together));
  };
  // How many are there at once depends on how long they stay, and that on how many are there.
  let figures = seenAt(AS_LONG_AS_MS);
  for (let again = 0; again < 2; again += 1) figures = seenAt(figures.run.median * MS_PER_SECOND);
  return figures;
}

interface Attempt {
  readonly seen: Simulated;
  readonly figures: Figures;
  readonly isCarried: boolean;
}

/** Starts from the arithmetic minimum and adds to whatever is full. */
function search(
  learners: number,
  platform: SimulatedPlatform,
  cores: number,
  costs: Costs,
  lessonMs: number,
  attempt: (fleets: number, fronts: number, workers: number) => Attempt,
): Omit<Needed, 'learners' | 'alone'> {
  const { handOver } = costs;
  const epochsPerMs = (learners * EPOCHS) / lessonMs;
  const runsPerMs = learners / lessonMs;
  const messages = platform.own + Math.min(1, platform.together - platform.own);
  const editMs = costs.editMs[platform.name] * Math.min(1, messages / platform.together);
  // With many in training, epochs share messages: at minimum, only their own costs count.
  const front = epochsPerMs * (costs.epochMs + editMs) + runsPerMs * costs.runMs[platform.name];
  const worker =
    epochsPerMs * (costs.trainMs + handOver.workerTaskMs) +
    runsPerMs * (costs.testMs + costs.drawMs);
  const least = (load: number, each: number): number => Math.max(1, Math.ceil(load / each / FULL));
  let fleets = least(epochsPerMs * handOver.redisTaskMs, 1);
  let fronts = Math.ceil(least(front, 1) / fleets);
  let workers = Math.ceil(least(worker, cores) / fleets);
  for (;;) {
    const { seen, figures, isCarried } = attempt(fleets, fronts, workers);
    const { usage, epochsPerMessage, going } = seen;
    if (isCarried || fleets * (fronts + workers) > MOST) {
      const runsPerFront = going / fronts;
      return { fleets, fronts, workers, usage, epochsPerMessage, runsPerFront, figures };
    }
    if (usage.redis > FULL) {
      fleets += 1;
      fronts = Math.ceil(least(front, 1) / fleets);
      workers = Math.ceil(least(worker, cores) / fleets);
    } else if (usage.front > FULL) fronts += step(fronts);
    // A front with few slots waits for the turns in them, busy or not.
    else if (usage.workers > FULL || workers * cores < SLOTS * fronts) workers += step(workers);
    else fronts += step(fronts);
  }
}

/** Within a tenth of the minimum. */
function step(count: number): number {
  return Math.max(1, Math.round(count / 10));
}
