/**
 * Two fronts, one for Discord and one for Slack, three workers and their Redis, killed and frozen at random
 * while learners train: no run is lost or repeated, none has an epoch twice, each has the numbers and weights
 * of a run trained alone in one process, and neither platform gets more requests than it allows. A third
 * front, in this process, deals every turn fairly, and its stops take effect.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Spawned, SpawnedProgram } from '../support/built-program.js';
import { TestFleet } from '../support/fleet.js';
import { redisMissing } from '../support/redis-server.js';
import { Visitor } from '../support/scripted-room.js';
import { askInRoom, askOnDiscord, askOnSlack, type Ask } from './asks.js';
import { compareKept } from './compare-kept.js';
import { Limited } from './limited.js';
import { onStage } from './on-stage.js';
import { OwnFront } from './own-front.js';
import type { Random } from './random.js';
import { count, noFinding, rounds, type Finding, type Scenario } from './scenario.js';
import { isEnd, settle, shownTo } from './settle.js';
import { comes, crashes, usualLimits, type Stage } from './stage.js';
import { Wishes } from './wishes.js';

const WORKERS = 3;
/** Simultaneous learners: on both platforms and in both fronts' rooms. */
const LEARNERS = 40;
/** For short sessions: comparing the results takes longer than training. */
const LEARNERS_IN_SHORT = 12;
const IN_SHORT_MS = 30_000;
/** Discord accepts no answer after 3 s: what was not accepted by then never will be. */
const ACCEPTED_WITHIN_MS = 6_000;
/** How many runs are stopped before any disturbance, and the share of the time for that. */
const STOPS = 9;
const PEACE = 0.15;
/** Longer than a worker's lock on a job lasts, and longer than its heartbeat is valid. */
const LONGEST_FREEZE_MS = 7_000;
const LONGEST_OUTAGE_MS = 2_000;

export const fleet: Scenario = {
  name: 'fleet',
  about: 'kill -9 and SIGSTOP of workers, of Redis and of two fronts while learners train',
  run: async (setting) => {
    const finding = noFinding();
    if (redisMissing !== undefined) {
      finding.skipped.push(redisMissing);
      return finding;
    }
    const processes = await TestFleet.start();
    try {
      await onStage(
        setting,
        async (discord) => {
          const slackSetting = { ...setting, folder: `${setting.folder}-slack` };
          await onStage(
            slackSetting,
            (slack) =>
              new DisturbedFleet(processes, discord, slack, setting.random, finding).go(
                setting.spendMs,
              ),
            { finding, ...usualLimits },
          );
        },
        { finding, ...usualLimits },
      );
    } finally {
      await processes.close();
    }
    return finding;
  },
};

interface Front {
  readonly name: string;
  readonly stage: Stage;
  readonly env: NodeJS.ProcessEnv;
  program: SpawnedProgram;
}

class DisturbedFleet {
  readonly #wishes: Wishes;
  readonly #workers: Spawned<string>[] = [];
  readonly #fronts: Front[] = [];
  readonly #asks: Ask[] = [];
  readonly #limited: readonly Limited[];

  constructor(
    private readonly processes: TestFleet,
    private readonly discord: Stage,
    private readonly slack: Stage,
    private readonly random: Random,
    private readonly finding: Finding,
  ) {
    this.#wishes = new Wishes(random);
    this.#limited = [discord, slack].map((stage) => new Limited(stage, finding));
  }

  async go(spendMs: number): Promise<void> {
    for (let worker = 0; worker < WORKERS; worker += 1) this.#workers.push(this.processes.worker());
    await Promise.all(this.#workers.map(({ ready }) => ready));
    // An empty variable counts as not set: each front has its own platform.
    await this.#front('discord', this.discord, { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' });
    await this.#front('slack', this.slack, { DISCORD_TOKEN: '' });
    const people = await this.#people(spendMs < IN_SHORT_MS ? LEARNERS_IN_SHORT : LEARNERS);
    const own = await OwnFront.start(this.processes.redis.url, this.finding);
    try {
      await this.#rounds(people, own, spendMs);
    } finally {
      await own.close();
    }
    for (const { stage, program, name } of this.#fronts) {
      const { exit } = await stage.terminate(program);
      if (exit !== 0) this.finding.problems.push(`the front ${name} ended with ${exit}`);
      this.#lookAt(program);
    }
    for (const limited of this.#limited) limited.close();
    await compareKept(
      this.#fronts.map(({ stage }) => stage.dataDir),
      this.#asks,
      this.finding,
    );
  }

  async #rounds(
    people: readonly (() => Promise<Ask>)[],
    own: OwnFront,
    spendMs: number,
  ): Promise<void> {
    // Starts here: the time until all of them serve does not count.
    const beganMs = performance.now();
    own.begin();
    await rounds(spendMs, async (round) => {
      const asks = await Promise.all(people.map((ask) => ask()));
      this.#asks.push(...asks);
      count(this.finding, 'runs asked for', asks.length);
      // Requests not accepted before a kill are not owed; the scenario `kill` covers those.
      const all = (): boolean => asks.every((ask) => ask.isAccepted());
      const accepted = comes(() => Promise.resolve(all()), ACCEPTED_WITHIN_MS);
      if (round === 0) await own.stopsInPeace(STOPS, spendMs * PEACE);
      await accepted;
      if (round === 0) own.stopNowAndThen();
      while (!(await this.#areAllOver(asks)) && performance.now() - beganMs < spendMs) {
        await this.random.pause(200, 1_500);
        await this.#disturb();
      }
      await settle(
        asks.filter((ask) => ask.isAccepted()),
        this.finding,
        'before the fleet was disturbed',
        isEnd,
      );
    });
  }

  async #front(name: string, stage: Stage, own: NodeJS.ProcessEnv): Promise<void> {
    const env = { ...own, REDIS_URL: this.processes.redis.url, FRONT: name };
    this.#fronts.push({ name, stage, env, program: await stage.start(env) });
  }

  /** Each has their own place, and asks for a run there when told to. */
  async #people(learners: number): Promise<readonly (() => Promise<Ask>)[]> {
    const { discord, slack } = this;
    return Promise.all(
      Array.from({ length: learners }, async (_, index) => {
        const name = `study-${index}`;
        if (index % 4 === 3) {
          const visitor = await Visitor.at((index % 8 === 3 ? discord : slack).address);
          return () => askInRoom(visitor, this.#wishes.run());
        }
        if (index % 2 === 0) {
          const { guild, channel, world } = discord.discord;
          const own = world.addChannel(guild, channel.type, name);
          return () => Promise.resolve(askOnDiscord(discord, own, this.#wishes.run()));
        }
        const own = slack.slack.world.addChannel(name);
        return () => Promise.resolve(askOnSlack(slack, own, this.#wishes.run()));
      }),
    );
  }

  async #areAllOver(asks: readonly Ask[]): Promise<boolean> {
    const ended = await Promise.all(asks.map(async (ask) => (await shownTo(ask)).some(isEnd)));
    return ended.every(Boolean);
  }

  async #disturb(): Promise<void> {
    const { random } = this;
    const { redis } = this.processes;
    const at = random.integer(0, this.#workers.length - 1);
    const front = random.pick(this.#fronts);
    const freezeMs = random.integer(200, LONGEST_FREEZE_MS);
    const outageMs = random.integer(0, LONGEST_OUTAGE_MS);
    const kind = random.pick([
      ...['worker killed', 'worker killed', 'worker frozen', 'worker ended in order'],
      ...['Redis killed', 'Redis frozen', 'front killed', 'front frozen'],
    ]);
    for (const { stage } of this.#fronts) stage.note(`${kind} (${front.name}, worker ${at})`);
    count(this.finding, kind);
    switch (kind) {
      case 'worker killed':
      case 'worker ended in order':
        this.#workers[at]?.kill(kind === 'worker killed' ? 'SIGKILL' : 'SIGTERM');
        await this.#workers[at]?.exited;
        await delay(outageMs);
        this.#workers[at] = this.processes.worker();
        return;
      case 'worker frozen':
        return this.#freeze(this.#workers[at], freezeMs);
      case 'Redis killed':
        await redis.kill();
        await delay(outageMs);
        return redis.restart();
      case 'Redis frozen':
        redis.freeze();
        await delay(freezeMs);
        redis.thaw();
        return;
      case 'front killed':
        await front.stage.kill(front.program);
        this.#lookAt(front.program);
        front.program = await front.stage.start(front.env);
        return;
      default:
        return this.#freeze(front.program, freezeMs);
    }
  }

  async #freeze(program: Spawned<unknown> | undefined, ms: number): Promise<void> {
    program?.kill('SIGSTOP');
    await delay(ms);
    program?.kill('SIGCONT');
  }

  #lookAt(program: SpawnedProgram): void {
    const [crash] = crashes(program);
    if (crash !== undefined) this.finding.problems.push(`it crashed: ${crash}`);
  }
}
