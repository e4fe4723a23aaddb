/**
 * `npm run bench -- fleet`: what a lesson costs here, in one process and over Redis; whether a simulation
 * with those costs predicts real classes; the throughput of 1, 2 and 3 workers; and, by simulation, how many
 * machines many learners need.
 */
import { availableParallelism, cpus, loadavg } from 'node:os';
import { classArrivals } from './fleet/arrivals.js';
import type { Costs } from './fleet/costs.js';
import { figuresOf } from './fleet/figures.js';
import type { Plan } from './fleet/machines.js';
import { measureCosts, measureFleetCosts } from './fleet/measure.js';
import { machinesFor } from './fleet/needed.js';
import { platforms } from './fleet/platforms.js';
import {
  printComparison,
  printCosts,
  printNeeded,
  printNeededHead,
  printThroughput,
} from './fleet/print.js';
import { withFleet } from './fleet/real-fleet.js';
import { watchClass } from './fleet/real-class.js';
import { simulate } from './fleet/simulate.js';
import { measureThroughput } from './fleet/throughput.js';

const EPOCHS = 20;
const STARTS_WITHIN_MS = 2_000;
/** Class sizes that one machine can carry, to validate the simulation. */
const CLASSES = [1, 20, 40, 60] as const;
const LEARNERS = [100, 1_000, 10_000] as const;
/** Per worker machine: a common size to rent. */
const WORKER_CORES = 4;
/** Above this load per core, the results say more about the machine than about the tutor. */
const BUSY_LOAD = 2;

export async function benchFleet(): Promise<void> {
  const cores = availableParallelism();
  console.log(`${cores} cores (${cpus()[0]?.model ?? 'unknown'}), Node.js ${process.version}`);
  const local = await measureCosts();
  printCosts('Front and training in one process', local);
  const inOne = { fronts: 1, workers: 0, threads: cores, cores };
  for (const learners of CLASSES) {
    await compare(`A class of ${learners} in the room, in one process`, learners, {}, inOne, local);
  }
  const costs = await withFleet(1, cores, async (fleet) => {
    const overRedis = await measureFleetCosts(local, fleet);
    printCosts('Front, Redis and a worker, each a process', overRedis);
    const plan = { fronts: 1, workers: 1, threads: cores, cores, onOneMachine: true };
    for (const learners of CLASSES) {
      const title = `A class of ${learners} in the room, over Redis, all on this machine`;
      await compare(title, learners, fleet.env, plan, overRedis);
    }
    return overRedis;
  });
  if (!costs) return;
  printThroughput(await measureThroughput());
  printNeededHead(WORKER_CORES);
  // Without the room: it runs on one machine, with at most a hundred rooms open.
  for (const platform of [platforms.discord, platforms.slack]) {
    for (const learners of LEARNERS) {
      printNeeded(platform.name, machinesFor(learners, platform, WORKER_CORES, costs));
    }
  }
}

async function compare(
  title: string,
  learners: number,
  env: NodeJS.ProcessEnv,
  plan: Plan,
  costs: Costs,
): Promise<void> {
  const lessons = { learners, epochs: EPOCHS, startsWithinMs: STARTS_WITHIN_MS };
  const real = await watchClass(env, lessons);
  const asksAtMs = classArrivals(learners, STARTS_WITHIN_MS);
  const simulated = simulate({ asksAtMs, epochs: EPOCHS, places: 1 }, platforms.alone, plan, costs);
  printComparison(title, figuresOf(real), figuresOf(simulated.lessons));
  const [load = 0] = loadavg();
  if (load > BUSY_LOAD * availableParallelism()) {
    console.log(
      `  (this machine is busy, a load of ${load.toFixed(1)}: what is real waited for that, too)`,
    );
  }
}
