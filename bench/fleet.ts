/**
 * `npm run bench -- fleet`: what a lesson costs here, in one process and over Redis; whether a simulation that
 * replays those costs foretells real classes; and, by it, how many machines many learners need.
 */
import { availableParallelism, cpus } from 'node:os';
import { classArrivals } from './fleet/arrivals.js';
import type { Costs } from './fleet/costs.js';
import { figuresOf } from './fleet/figures.js';
import { measureCosts } from './fleet/measure.js';
import { machinesFor } from './fleet/needed.js';
import { platforms } from './fleet/platforms.js';
import { printComparison, printCosts, printNeeded, printNeededHead } from './fleet/print.js';
import { watchClass } from './fleet/real-class.js';
import { simulate } from './fleet/simulate.js';

const EPOCHS = 20;
const STARTS_WITHIN_MS = 2_000;
/** Classes that one machine carries, to hold the simulation against. */
const CLASSES = [1, 20, 40, 60] as const;
const LEARNERS = [100, 1_000, 10_000] as const;
/** Of each worker's machine: a common size to rent. */
const WORKER_CORES = 4;

export async function benchFleet(): Promise<void> {
  const cores = availableParallelism();
  console.log(`${cores} cores (${cpus()[0]?.model ?? 'unknown'}), Node.js ${process.version}`);
  const costs = await measureCosts();
  printCosts('Front and training in one process', costs);
  for (const learners of CLASSES) await compare(learners, cores, costs);
  printNeededHead(WORKER_CORES);
  for (const platform of [platforms.room, platforms.discord, platforms.slack]) {
    for (const learners of LEARNERS) {
      printNeeded(platform.name, machinesFor(learners, platform, WORKER_CORES, costs));
    }
  }
}

async function compare(learners: number, cores: number, costs: Costs): Promise<void> {
  const lessons = { learners, epochs: EPOCHS, startsWithinMs: STARTS_WITHIN_MS };
  const real = await watchClass({}, lessons);
  const asksAtMs = classArrivals(learners, STARTS_WITHIN_MS);
  const plan = { fronts: 1, workers: 0, threads: cores, cores };
  const simulated = simulate({ asksAtMs, epochs: EPOCHS, places: 1 }, platforms.alone, plan, costs);
  const title = `A class of ${learners} in the room, in one process`;
  printComparison(title, figuresOf(real), figuresOf(simulated.lessons));
}
