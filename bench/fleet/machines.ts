/**
 * Where a simulated tutor runs: threads on hosts, and the path of a message with tasks to a training thread.
 */
import type { Costs } from './costs.js';
import { Host, Thread } from './host.js';
import type { Timeline } from './timeline.js';

export interface Plan {
  /** Chat processes, each with a main thread. */
  readonly fronts: number;
  /** Training processes; 0: the only front trains, as without Redis. */
  readonly workers: number;
  /** Training threads per training process. */
  readonly threads: number;
  /** Of each worker machine, or of the one machine that runs everything. */
  readonly cores: number;
  /** All processes on one machine, Redis included: like the machine this is measured on. */
  readonly onOneMachine?: boolean;
}

export interface Usage {
  /** The busiest front's main thread. */
  readonly front: number;
  readonly redis: number;
  /** The cores of all training machines. */
  readonly workers: number;
}

/** CPU milliseconds. */
export interface Busy {
  readonly mains: readonly number[];
  readonly redis: number;
  /** On all training machines. */
  readonly workers: number;
}

/** A main thread, and whatever else a front's process runs on its machine. */
const FRONT_CORES = 2;

class Trainer {
  readonly main: Thread;
  readonly desk: Thread;
  readonly training: readonly Thread[];

  constructor(
    readonly host: Host,
    threads: number,
    main?: Thread,
  ) {
    this.main = main ?? new Thread(host);
    this.desk = new Thread(host);
    this.training = Array.from({ length: threads }, () => new Thread(host));
  }

  get busy(): number {
    return this.training.filter(({ isBusy }) => isBusy).length;
  }
}

export class Machines {
  /** One per front. */
  readonly mains: readonly Thread[];
  readonly #trainers: readonly Trainer[];
  readonly #redis: Thread;
  readonly #hasFleet: boolean;
  #messages = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly costs: Costs,
    plan: Plan,
  ) {
    const shared = new Host(timeline, plan.cores);
    const host = (cores: number): Host => (plan.onOneMachine ? shared : new Host(timeline, cores));
    this.#hasFleet = plan.workers > 0;
    this.mains = Array.from(
      { length: plan.fronts },
      () => new Thread(this.#hasFleet ? host(FRONT_CORES) : shared),
    );
    this.#redis = new Thread(host(1));
    this.#trainers = this.#hasFleet
      ? Array.from({ length: plan.workers }, () => new Trainer(host(plan.cores), plan.threads))
      : [new Trainer(shared, plan.threads, this.mains[0])];
  }

  get slots(): number {
    return this.#trainers.reduce((sum, { training }) => sum + training.length, 0);
  }

  /** Messages with tasks handed over so far. */
  get messages(): number {
    return this.#messages;
  }

  /** @param threadMs the training thread's time for each task in the message */
  train(main: Thread, threadMs: readonly number[], done: () => void): void {
    const { handOver } = this.costs;
    this.#messages += 1;
    main.serve(handOver.frontMs, () => {
      this.#viaRedis(threadMs.length, () => {
        this.timeline.after(handOver.waitMs, () => {
          this.#onThread(threadMs, done);
        });
      });
    });
  }

  /** Work with its own thread besides the training threads: describing data, drawing. */
  atDesk(main: Thread, threadMs: number, done: () => void): void {
    const { handOver } = this.costs;
    main.serve(handOver.frontMs, () => {
      this.#viaRedis(1, () => {
        this.timeline.after(handOver.waitMs, () => {
          this.#idlest().desk.serve(threadMs, done);
        });
      });
    });
  }

  /** CPU time used so far, in ms. */
  get busy(): Busy {
    return {
      mains: this.mains.map(({ busyMs }) => busyMs),
      redis: this.#redis.busyMs,
      workers: this.#hosts.reduce((sum, { busyMs }) => sum + busyMs, 0),
    };
  }

  /** Between two moments that far apart, as a share of all cores. */
  usage(before: Busy, after: Busy, apartMs: number): Usage {
    const cores = this.#hosts.reduce((sum, host) => sum + host.cores, 0);
    const mains = after.mains.map((ms, index) => ms - (before.mains[index] ?? 0));
    return {
      front: Math.max(...mains) / apartMs,
      redis: (after.redis - before.redis) / apartMs,
      workers: (after.workers - before.workers) / apartMs / cores,
    };
  }

  get #hosts(): readonly Host[] {
    return [...new Set(this.#trainers.map(({ host }) => host))];
  }

  #viaRedis(tasks: number, next: () => void): void {
    if (!this.#hasFleet) next();
    else
      this.#redis.serve(
        this.costs.handOver.redisMs + tasks * this.costs.handOver.redisTaskMs,
        next,
      );
  }

  #onThread(threadMs: readonly number[], done: () => void): void {
    const trainer = this.#idlest();
    const thread = trainer.training.find(({ isBusy }) => !isBusy) ?? trainer.training[0];
    if (!thread) throw new RangeError('a process that trains has at least one thread');
    const sumMs = threadMs.reduce((sum, ms) => sum + ms, 0);
    const train = (): void => {
      thread.serve(sumMs, done);
    };
    const { workerMs, workerTaskMs } = this.costs.handOver;
    if (this.#hasFleet) trainer.main.serve(workerMs + threadMs.length * workerTaskMs, train);
    else train();
  }

  /** There are never more tasks under way than threads, so some worker always has one free. */
  #idlest(): Trainer {
    let idlest = this.#trainers[0];
    for (const trainer of this.#trainers) if (trainer.busy < (idlest?.busy ?? 0)) idlest = trainer;
    if (!idlest) throw new RangeError('nothing trains');
    return idlest;
  }
}
