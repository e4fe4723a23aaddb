/** Where a simulated tutor runs: threads on hosts, and the way of a message with tasks to a training thread. */
import type { Costs } from './costs.js';
import { Host, Thread } from './host.js';
import type { Timeline } from './timeline.js';

export interface Plan {
  /** Processes that chat, each with a main thread. */
  readonly fronts: number;
  /** Processes that train; 0: the one front does, as without Redis. */
  readonly workers: number;
  /** Training threads of each process that trains. */
  readonly threads: number;
  /** Of each worker's machine, and of the one machine where all is on it. */
  readonly cores: number;
  /** All processes, Redis too, on one machine: as where this is measured. */
  readonly onOneMachine?: boolean;
}

export interface Usage {
  /** Of the busiest front's main thread. */
  readonly front: number;
  readonly redis: number;
  /** Of the cores of all machines that train. */
  readonly workers: number;
}

/** Milliseconds of cores. */
export interface Busy {
  readonly mains: readonly number[];
  readonly redis: number;
  /** On all machines that train. */
  readonly workers: number;
}

/** A main thread, and what else a front's process does on its machine. */
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
  /** Of each front. */
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

  /** Messages with tasks that were handed over. */
  get messages(): number {
    return this.#messages;
  }

  /** @param threadMs of a training thread, for each task of the message */
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

  /** What has a thread of its own beside those that train: describing data, drawing. */
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

  /** Cores' time that was used so far, in ms. */
  get busy(): Busy {
    return {
      mains: this.mains.map(({ busyMs }) => busyMs),
      redis: this.#redis.busyMs,
      workers: this.#hosts.reduce((sum, { busyMs }) => sum + busyMs, 0),
    };
  }

  /** Between two moments so far apart, as shares of the cores there are. */
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

  /** Only as many tasks are under way as there are threads: some worker always has one free. */
  #idlest(): Trainer {
    let idlest = this.#trainers[0];
    for (const trainer of this.#trainers) if (trainer.busy < (idlest?.busy ?? 0)) idlest = trainer;
    if (!idlest) throw new RangeError('nothing trains');
    return idlest;
  }
}
