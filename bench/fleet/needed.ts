/** The fewest machines that carry so many learners at a time, found by simulating more and more of them. */
import { poissonArrivals } from './arrivals.js';
import type { Costs } from './costs.js';
import { figuresOf, type Figures } from './figures.js';
import type { Plan, Usage } from './machines.js';
import type { SimulatedPlatform } from './platforms.js';
import { simulate, type Simulated } from './simulate.js';

export interface Needed {
  readonly learners: number;
  /** Of fleets, each with a Redis of its own, and of what each fleet has. */
  readonly fleets: number;
  readonly fronts: number;
  readonly workers: number;
  readonly usage: Usage;
  readonly epochsPerMessage: number;
  /** Runs that one front has at a time. */
  readonly runsPerFront: number;
  readonly figures: Figures;
  /** Of one class that has the machines for itself. */
  readonly alone: Figures;
}

const EPOCHS = 20;
const MS_PER_SECOND = 1_000;
/** Enough learners one after another that chance evens out, and a first idea of how long each stays. */
const CLASSES = 20;
const AS_LONG_AS_MS = 15_000;
/** For so many of the time that a lesson takes learners come in; the first half fills the machines. */
const LESSONS_LONG = 2;
/** Nobody is to notice the others: for 95 of 100 so much later than alone at most (Nielsen's second is longer). */
const LATER_SECONDS = 0.5;
/** And so much longer: the room's beat makes two of the same half a second apart. */
const LONGER = 1.25;
/** Whatever is busier than that has no room for a bad minute. */
const FULL = 0.8;
const SEED = 1;
/** For each front, before more fronts are tried. */
const SLOTS = 4;
/** More are not looked for: something else is too slow then. */
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

/** A channel, room or workspace that has machines of its own: what more learners are held to. */
function oneClass(platform: SimulatedPlatform, plan: Plan, costs: Costs): Figures {
  const { together } = platform;
  const seenAt = (lessonMs: number): Figures => {
    const asksAtMs = poissonArrivals(CLASSES * together, lessonMs / together, SEED);
    const { lessons } = simulate({ asksAtMs, epochs: EPOCHS, places: 1 }, platform, plan, costs);
    return figuresOf(lessons.slice(together));
  };
  // How many are there at a time depends on how long they stay, and that on how many are there.
  let figures = seenAt(AS_LONG_AS_MS);
  for (let again = 0; again < 2; again += 1) figures = seenAt(figures.run.median * MS_PER_SECOND);
  return figures;
}

interface Attempt {
  readonly seen: Simulated;
  readonly figures: Figures;
  readonly isCarried: boolean;
}

/** From the least that arithmetic allows, more of whatever is full. */
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
  // Where many train, epochs share messages: at its least, their own costs alone.
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
    // A front with few slots waits for the turns that are in them, busy or not.
    else if (usage.workers > FULL || workers * cores < SLOTS * fronts) workers += step(workers);
    else fronts += step(fronts);
  }
}

/** Within a tenth of the fewest. */
function step(count: number): number {
  return Math.max(1, Math.round(count / 10));
}
