/** The tables of `npm run bench -- fleet`. */
import type { Costs } from './costs.js';
import type { Figures } from './figures.js';
import type { Needed } from './needed.js';
import { PAGES } from './platforms.js';
import type { Spread } from './spread.js';
import type { Throughput } from './throughput.js';

const LABEL = 40;
const COLUMN = 14;

export function printCosts(title: string, costs: Costs): void {
  const { handOver, editMs, runMs } = costs;
  console.log(`${title}, in ms of a core:`);
  const line = (label: string, ms: number): void => {
    console.log(`  ${label.padEnd(LABEL)}${ms.toFixed(2).padStart(8)}`);
  };
  line('training thread: an epoch of the lesson', costs.trainMs);
  line('training thread: a test', costs.testMs);
  line('desk: chart and files of a run', costs.drawMs);
  line('front: an epoch, shown to nobody', costs.epochMs);
  line(`front: more for ${PAGES} pages that see it`, editMs.room);
  line('front: more for each line of a board', costs.lineMs);
  line('front: more for an edit on Discord', editMs.discord);
  line('front: more for an edit on Slack', editMs.slack);
  line('front: a run besides, in the room', runMs.room);
  line('front: a run besides, on Discord', runMs.discord);
  line('front: a run besides, on Slack', runMs.slack);
  line('front: a message with tasks', handOver.frontMs);
  if (handOver.redisMs > 0) {
    line('Redis: a message, and each task in it', handOver.redisMs);
    line('', handOver.redisTaskMs);
    line("worker's main thread: the same", handOver.workerMs);
    line('', handOver.workerTaskMs);
  }
  console.log(
    `  ${'a task there and back, idle, in ms'.padEnd(LABEL)}${handOver.waitMs.toFixed(2).padStart(8)}`,
  );
}

export function printComparison(title: string, real: Figures, simulated: Figures): void {
  console.log(`${title}, in seconds:`);
  console.log(row('', ['real', 'simulated', 'real/simulated']));
  const parts = [
    ['first epoch, median', real.first.median, simulated.first.median],
    ['first epoch, p95', real.first.p95, simulated.first.p95],
    ['an epoch, median', real.epoch.median, simulated.epoch.median],
    ['an epoch, p95', real.epoch.p95, simulated.epoch.p95],
    ['run time, median', real.run.median, simulated.run.median],
    ['run time, p95', real.run.p95, simulated.run.p95],
  ] as const;
  for (const [label, of, by] of parts) {
    console.log(row(label, [of.toFixed(3), by.toFixed(3), (of / by).toFixed(2)]));
  }
}

const NEEDED = [
  'learners',
  'Redis',
  'fronts',
  'workers',
  'busy f/r/w',
  'first epoch',
  'an epoch',
  'run time',
];

export function printThroughput(measured: readonly Throughput[]): void {
  console.log('Epochs a second of runs that nobody watches, a thread each:');
  const [alone] = measured;
  for (const { workers, epochsPerSecond } of measured) {
    const where = workers === 0 ? 'in one process' : `${workers} worker${workers > 1 ? 's' : ''}`;
    const ratio = epochsPerSecond / (alone?.epochsPerSecond ?? Infinity);
    console.log(row(where, [epochsPerSecond.toFixed(0), `${ratio.toFixed(2)}×`]));
  }
}

export function printNeededHead(cores: number): void {
  console.log(
    `Machines for learners at a time, each at the lesson; workers of ${cores} cores; seconds: median (p95); *: one class alone:`,
  );
  console.log(row('', NEEDED));
}

export function printNeeded(platform: string, needed: Needed): void {
  const { fleets, fronts, workers, usage, figures, alone } = needed;
  const busy = [usage.front, usage.redis, usage.workers].map((share) => (share * 100).toFixed(0));
  const cells = [
    String(needed.learners),
    String(fleets),
    String(fleets * fronts),
    String(fleets * workers),
    `${busy.join('/')} %`,
    inWords(figures.first, 2),
    inWords(figures.epoch, 2),
    inWords(figures.run, 1),
  ];
  console.log(row(platform, cells));
  const own = [inWords(alone.first, 2), inWords(alone.epoch, 2), inWords(alone.run, 1)];
  const notes = [
    `${needed.epochsPerMessage.toFixed(1)} epochs a message`,
    `${needed.runsPerFront.toFixed(0)} runs a front`,
  ];
  console.log(row('', ['', '', '', '', '*', ...own]) + `   ${notes.join(', ')}`);
}

function inWords({ median, p95 }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${p95.toFixed(digits)})`;
}

function row(label: string, cells: readonly string[]): string {
  return `  ${label.padEnd(22)}${cells.map((cell) => cell.padStart(COLUMN)).join('')}`;
}
