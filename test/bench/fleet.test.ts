import { describe, expect, it } from 'vitest';
import { poissonArrivals } from '../../bench/fleet/arrivals.js';
import type { Costs } from '../../bench/fleet/costs.js';
import { Dealer } from '../../bench/fleet/dealer.js';
import { Heap } from '../../bench/fleet/heap.js';
import { Host, Thread } from '../../bench/fleet/host.js';
import type { Plan } from '../../bench/fleet/machines.js';
import { platforms } from '../../bench/fleet/platforms.js';
import { simulate, type Simulated } from '../../bench/fleet/simulate.js';
import { spreadOf } from '../../bench/fleet/spread.js';
import { Timeline } from '../../bench/fleet/timeline.js';
import { dice } from '../../src/datasets/random.js';
import { FairScheduler, type Turn } from '../../src/runs/scheduler.js';

const costs: Costs = {
  ...{ trainMs: 2, testMs: 1, drawMs: 50, epochMs: 0.5 },
  runMs: { alone: 8, room: 8, discord: 8, slack: 8 },
  editMs: { alone: 0.2, room: 0.2, discord: 1, slack: 1 },
  lineMs: 0.02,
  handOver: {
    ...{ waitMs: 0.5, frontMs: 0.4 },
    ...{ redisMs: 0.2, redisTaskMs: 0.05, workerMs: 0.4, workerTaskMs: 0.1 },
  },
};
const local: Plan = { fronts: 1, workers: 0, threads: 2, cores: 2 };
const fleet: Plan = { fronts: 2, workers: 2, threads: 4, cores: 4 };

describe('a host', () => {
  it('serves random work on one core as an M/M/1 queue does', () => {
    const { waitMs, inSystem, everyMs } = queue({ cores: 1, threads: 1, load: 0.7 });
    // Service takes 1 ms: 1 / (1 − ρ).
    expect(waitMs).toBeGreaterThan((1 / 0.3) * 0.93);
    expect(waitMs).toBeLessThan((1 / 0.3) * 1.07);
    // Little's law: L = λ W.
    expect(inSystem).toBeCloseTo(waitMs / everyMs, 1);
  });

  it('lets threads on one core progress together, none behind another’s long task', () => {
    const timeline = new Timeline();
    const host = new Host(timeline, 1);
    const [long, short] = [new Thread(host), new Thread(host)];
    const endedAtMs: number[] = [];
    long.serve(90, () => endedAtMs.push(timeline.nowMs));
    timeline.at(10, () => {
      short.serve(1, () => endedAtMs.push(timeline.nowMs));
    });
    timeline.run();
    expect(endedAtMs[0]).toBeLessThan(15);
    expect(endedAtMs[1]).toBeCloseTo(91, 6);
  });

  it('does no more at a time than it has cores', () => {
    const timeline = new Timeline();
    const host = new Host(timeline, 2);
    for (let thread = 0; thread < 6; thread += 1) new Thread(host).serve(2, () => undefined);
    timeline.run();
    expect(timeline.nowMs).toBeCloseTo(6, 6);
    expect(host.busyMs).toBeCloseTo(12, 6);
  });
});

describe('the dealer', () => {
  it.each([1, 2, 3, 4, 5])(
    'deals what the scheduler deals, in its order (seed %i)',
    async (seed) => {
      const asked = randomTasks(seed);
      expect(simulatedTurns(asked, 2)).toEqual(await scheduledTurns(asked, 2));
    },
  );
});

describe('a simulation', () => {
  it('makes nobody wait when they are alone', () => {
    const [lesson] = lessonsAt([0], 20, local).lessons;
    const [first] = lesson?.trainedAtMs ?? [];
    // Asked, dealt, handed over, trained, saved: the cost of these and nothing more.
    const handOver = 0.4 + 0.5;
    expect(first).toBeCloseTo(4 + handOver + handOver + 2 + 0.5, 1);
    // Half a second between epochs, as in the room.
    expect(lesson?.endedAtMs).toBeGreaterThan(19 * 500 - 250);
    expect(lesson?.endedAtMs).toBeLessThan(19 * 500 + 600);
    expect(lesson?.trainedAtMs).toHaveLength(20);
  });

  it('makes as many edits as the platform allows, no more', () => {
    const alone = simulate(
      { asksAtMs: [0], epochs: 20, places: 1 },
      ...([platforms.discord, fleet, costs] as const),
    );
    // Five edits in five seconds; the first one announces the start.
    expect(alone.lessons[0]?.endedAtMs).toBeGreaterThan(19_000);
    expect(alone.lessons[0]?.endedAtMs).toBeLessThan(25_000);
    const asksAtMs = Array.from({ length: 30 }, () => 0);
    const together = simulate(
      { asksAtMs, epochs: 20, places: 1 },
      ...([platforms.slack, fleet, costs] as const),
    );
    // A board is one message, however many are on it: one edit per 1.5 s.
    const ends = spreadOf(together.lessons.map(({ endedAtMs }) => endedAtMs / 1000));
    expect(ends.median).toBeGreaterThan(19 * 1.5);
    expect(ends.p95).toBeLessThan(21 * 1.8);
  });

  it("follows Little's law: as many runs are in progress as arrive during one", () => {
    const everyMs = 100;
    const asksAtMs = poissonArrivals(1_000, everyMs, 1);
    const { lessons, going } = lessonsAt(asksAtMs, 20, fleet);
    const spentMs = lessons.reduce((sum, one) => sum + one.endedAtMs - one.askedAtMs, 0);
    expect(going / (spentMs / lessons.length / everyMs)).toBeGreaterThan(0.93);
    expect(going / (spentMs / lessons.length / everyMs)).toBeLessThan(1.07);
  });

  it('deals fairly under shortage: runs that arrive together end together', () => {
    const heavy = { ...costs, trainMs: 200 };
    const asksAtMs = Array.from({ length: 40 }, () => 0);
    const { lessons, usage } = simulate(
      { asksAtMs, epochs: 20, places: 1 },
      ...([platforms.room, local, heavy] as const),
    );
    const done = lessons.map(({ trainedAtMs }) => trainedAtMs.filter((ms) => ms < 40_000).length);
    expect(Math.max(...done) - Math.min(...done)).toBeLessThanOrEqual(1);
    expect(usage.workers).toBeLessThanOrEqual(1);
    // Two cores do all the training, and nothing else takes long.
    const ends = spreadOf(lessons.map(({ endedAtMs }) => endedAtMs));
    expect(ends.p95).toBeGreaterThan((40 * 20 * 200) / 2);
    expect(ends.p95).toBeLessThan(((40 * 20 * 200) / 2) * 1.05);
  });

  it('never finishes an overload, and says so', () => {
    const heavy = { ...costs, trainMs: 1_000 };
    const asksAtMs = poissonArrivals(200, 100, 1);
    const { lessons, usage } = simulate(
      { asksAtMs, epochs: 20, places: 1 },
      ...([platforms.room, local, heavy, 30_000] as const),
    );
    expect(lessons.filter(({ endedAtMs }) => endedAtMs === Infinity).length).toBeGreaterThan(190);
    expect(usage.workers).toBeGreaterThan(0.95);
  });

  it('carries more with more machines, and repeats the same lessons exactly', () => {
    const heavy = { ...costs, trainMs: 40 };
    const asksAtMs = poissonArrivals(400, 40, 3);
    const ends = (workers: number): number => {
      const plan = { ...fleet, workers };
      const { lessons } = simulate(
        { asksAtMs, epochs: 20, places: 1 },
        ...([platforms.room, plan, heavy] as const),
      );
      return spreadOf(lessons.map((one) => one.endedAtMs - one.askedAtMs)).median;
    };
    expect(ends(2)).toBeGreaterThan(1.5 * ends(6));
    expect(ends(6)).toBe(ends(6));
  });
});

describe('a spread', () => {
  it('is the median and the 95th percentile', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(spreadOf(hundred)).toEqual({ median: 50, p95: 95 });
    expect(spreadOf([3])).toEqual({ median: 3, p95: 3 });
    expect(spreadOf([])).toEqual({ median: NaN, p95: NaN });
  });
});

describe('a heap', () => {
  it('returns items in order', () => {
    const chance = dice(7);
    const values = Array.from({ length: 500 }, () => chance.integer(0, 99));
    const heap = new Heap<number>((a, b) => a < b);
    for (const value of values) heap.push(value);
    expect(values.map(() => heap.pop())).toEqual([...values].sort((a, b) => a - b));
    expect(heap.pop()).toBeUndefined();
  });
});

function lessonsAt(asksAtMs: readonly number[], epochs: number, plan: Plan): Simulated {
  return simulate({ asksAtMs, epochs, places: 1 }, platforms.room, plan, costs);
}

/** Random arrivals with exponential service times averaging 1 ms. */
function queue({ cores, threads, load }: { cores: number; threads: number; load: number }): {
  readonly waitMs: number;
  readonly inSystem: number;
  readonly everyMs: number;
} {
  const timeline = new Timeline();
  const host = new Host(timeline, cores);
  const servers = Array.from({ length: threads }, () => new Thread(host));
  const everyMs = 1 / load / cores;
  const arrivals = poissonArrivals(100_000, everyMs, 11);
  const chance = dice(12);
  let sumMs = 0;
  let area = 0;
  let inside = 0;
  let lastMs = 0;
  const count = (change: number): void => {
    area += inside * (timeline.nowMs - lastMs);
    lastMs = timeline.nowMs;
    inside += change;
  };
  for (const [index, atMs] of arrivals.entries()) {
    timeline.at(atMs, () => {
      count(1);
      servers[index % threads]?.serve(-Math.log(1 - chance.unit()), () => {
        count(-1);
        sumMs += timeline.nowMs - atMs;
      });
    });
  }
  timeline.run();
  return { waitMs: sumMs / arrivals.length, inSystem: area / timeline.nowMs, everyMs };
}

interface Asked {
  readonly user: number;
  readonly expectedMs: number;
  /** Its position among the moments at which something ends. */
  readonly moment: number;
}

/** People with one task at a time, short and long ones. */
function randomTasks(seed: number): readonly Asked[] {
  const chance = dice(seed);
  return Array.from({ length: 120 }, (_, index) => {
    const expectedMs = chance.chance(0.2) ? Infinity : chance.integer(1, 30);
    return {
      user: index % 40,
      expectedMs,
      moment: Math.floor(index / 40) * 60 + chance.integer(0, 9),
    };
  });
}

const MOMENTS = 300;

/** Which users share each turn; at each moment the oldest turn in progress ends. */
function simulatedTurns(asked: readonly Asked[], slots: number): readonly (readonly number[])[] {
  const timeline = new Timeline();
  const turns: number[][] = [];
  const under: (() => void)[] = [];
  const dealer = new Dealer(timeline, slots, (tasks, done) => {
    turns.push(tasks.map(({ user }) => user));
    under.push(done);
  });
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    timeline.at(moment, () => {
      for (const task of asked) if (task.moment === moment) dealer.ask(task);
    });
    timeline.at(moment + 0.5, () => under.shift()?.());
  }
  timeline.run();
  return turns;
}

async function scheduledTurns(
  asked: readonly Asked[],
  slots: number,
): Promise<readonly (readonly number[])[]> {
  const scheduler = new FairScheduler(slots);
  const turns = new Map<Turn, { readonly users: number[]; readonly ends: (() => void)[] }>();
  const under: Turn[] = [];
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    for (const { user, expectedMs } of asked.filter((task) => task.moment === moment)) {
      const work = (turn: Turn): Promise<void> =>
        new Promise((resolve) => {
          const { users, ends } = turns.get(turn) ?? { users: [], ends: [] };
          if (!turns.has(turn)) {
            turns.set(turn, { users, ends });
            under.push(turn);
          }
          users.push(user);
          ends.push(resolve);
        });
      void scheduler.run(String(user), new AbortController().signal, work, expectedMs);
    }
    await settled();
    const ending = under.shift();
    if (ending) for (const end of turns.get(ending)?.ends ?? []) end();
    await settled();
  }
  return [...turns.values()].map(({ users }) => users);
}
