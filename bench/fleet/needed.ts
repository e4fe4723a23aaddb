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
/** And so much longer. */
const LONGER = 1.1;
/** A thread that is busier than that has queues before it, so no fewer are tried. */
const FULL = 0.9;
const SEED = 1;
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
      figures.first.p95 <= alone.first.p95 + LATER_SECONDS &&
      figures.run.p95 <= alone.run.p95 * LONGER;
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

/** From the least that arithmetic allows; fronts first, with workers to spare. */
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
  const edit = costs.editMs[platform.name] * Math.min(1, messages / platform.together);
  // Where many train, epochs share messages: at its least, their own costs alone.
  const front = epochsPerMs * (costs.epochMs + edit) + runsPerMs * costs.runMs[platform.name];
  const worker =
    epochsPerMs * (costs.trainMs + handOver.workerTaskMs) +
    runsPerMs * (costs.testMs + costs.drawMs);
  for (let fleets = 1; ; fleets += 1) {
    const least = (load: number, each: number): number =>
      Math.max(1, Math.ceil(load / fleets / each / FULL));
    let fronts = least(front, 1);
    let workers = least(worker, cores);
    const spare = 2 * workers + fronts;
    let tried = attempt(fleets, fronts, spare);
    while (!tried.isCarried && tried.seen.usage.redis < FULL && fronts < MOST) {
      fronts += step(fronts);
      tried = attempt(fleets, fronts, spare);
    }
    if (tried.seen.usage.redis >= FULL) continue;
    tried = attempt(fleets, fronts, workers);
    while (!tried.isCarried && workers < MOST) {
      workers += step(workers);
      tried = attempt(fleets, fronts, workers);
    }
    const { seen, figures } = tried;
    const { usage, epochsPerMessage, going } = seen;
    const runsPerFront = going / fronts;
    return { fleets, fronts, workers, usage, epochsPerMessage, runsPerFront, figures };
  }
}

/** Within a tenth of the fewest. */
function step(count: number): number {
  return Math.max(1, Math.round(count / 10));
}
