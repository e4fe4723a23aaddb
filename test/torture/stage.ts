/** A scratch DATA_DIR with both fakes around it: the program on it is started, ended and restarted. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { awakeMs } from './awake.js';
import { spawnBuilt, type SpawnedProgram } from '../support/built-program.js';
import { FakeDiscord, type FakeDiscordOptions } from '../support/discord/fake-discord.js';
import { FakeSlack, type FakeSlackOptions } from '../support/slack/fake-slack.js';
import { usualTiers } from '../support/slack/tiers.js';

/** For any wait: far longer than needed, so that a slow machine causes no failure. */
const PATIENCE_MS = 150_000;

const plenty = { limit: 1_000, windowMs: 1_000 };

const LOOK_EVERY_MS = 100;

/** As fast as the fakes allow: pacing has its own tests. */
const quickDiscord = { sizes: { edits: plenty, posts: plenty, byToken: plenty } };
const quickSlack = {
  tiers: { 'chat.update': plenty, 'chat.postMessage': plenty, others: plenty },
};

/** The platforms' real limits: a 429 means a request was too early. */
export const usualLimits = {
  ...{ sizes: {}, tiers: usualTiers },
  identifyLimits: { everyMs: 5_000 },
} satisfies StageOptions;

export interface StageOptions extends FakeDiscordOptions, FakeSlackOptions {
  /** A new folder by default. */
  readonly dataDir?: string | undefined;
}

export class Stage {
  readonly dataDir: string;
  /** A record of events, for finding the cause of a failure. */
  readonly diary: string[] = [];
  readonly #beganMs = performance.now();
  readonly #programs: SpawnedProgram[] = [];
  #port = 0;
  #address: string | undefined;

  private constructor(
    readonly discord: FakeDiscord,
    readonly slack: FakeSlack,
    private readonly scratch: string,
    dataDir: string | undefined,
  ) {
    this.dataDir = dataDir ?? scratch;
    process.once('exit', this.#killAll);
  }

  /** @param options limits; by default so wide that nothing waits for them */
  static async open(options: StageOptions = {}): Promise<Stage> {
    const discord = await FakeDiscord.start({ ...quickDiscord, ...options });
    const slack = await FakeSlack.start({ ...quickSlack, ...options });
    const scratch = mkdtempSync(join(tmpdir(), 'tutor-torture-'));
    return new Stage(discord, slack, scratch, options.dataDir);
  }

  /** The room's address, once the program has served. */
  get address(): string {
    if (this.#address === undefined) throw new Error('the program has not served yet');
    return this.#address;
  }

  note(what: string): void {
    this.diary.push(`${this.#now()} ${what}`);
  }

  /** Starts the program, always on the same port, without waiting for it. */
  spawn(env: NodeJS.ProcessEnv = {}, nodeOptions: readonly string[] = []): SpawnedProgram {
    this.note('the program starts');
    const { botToken, appToken } = this.slack.state;
    const platforms = {
      ...{ DISCORD_TOKEN: this.discord.token, DISCORD_API_URL: this.discord.apiUrl },
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken },
      SLACK_API_URL: this.slack.apiUrl,
    };
    const program = spawnBuilt(this.dataDir, this.#port, { ...platforms, ...env }, nodeOptions);
    this.#programs.push(program);
    return program;
  }

  /** Starts the program and waits until it serves. @throws Error with its output if it exits */
  async start(env?: NodeJS.ProcessEnv, nodeOptions?: readonly string[]): Promise<SpawnedProgram> {
    const program = this.spawn(env, nodeOptions);
    const { address } = await within(program.ready, 'the program serves');
    this.#address = address;
    this.#port = Number(new URL(address).port);
    return program;
  }

  /** Like a power cut. */
  async kill(program: SpawnedProgram): Promise<void> {
    this.note('kill -9');
    program.kill('SIGKILL');
    await program.exited;
  }

  /** Like a service manager. Returns how long it took, in ms, and the exit. */
  async terminate(
    program: SpawnedProgram,
  ): Promise<{ readonly tookMs: number; readonly exit: number | string }> {
    this.note('SIGTERM');
    const askedMs = awakeMs();
    program.kill('SIGTERM');
    const exit = await Promise.race([program.exited, later(PATIENCE_MS, 'it never ended')]);
    const tookMs = awakeMs() - askedMs;
    this.note(`ended with ${exit} after ${Math.round(tookMs)} ms`);
    if (typeof exit === 'string') await this.kill(program);
    return { tookMs, exit };
  }

  /** Ends everything; if given a folder, leaves evidence of a failure there. */
  async close(keepIn?: string): Promise<void> {
    process.off('exit', this.#killAll);
    this.#killAll();
    await Promise.all(this.#programs.map(({ exited }) => exited));
    this.discord.close();
    this.slack.close();
    if (keepIn !== undefined) this.#keep(keepIn);
    rmSync(this.scratch, { recursive: true, force: true });
  }

  /** Our processes must not outlive us, however we end. */
  readonly #killAll = (): void => {
    for (const program of this.#programs) program.kill('SIGKILL');
  };

  #keep(folder: string): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'what-was-done.txt'), `${this.diary.join('\n')}\n`);
    for (const [index, { printed }] of this.#programs.entries()) {
      writeFileSync(join(folder, `program-${index + 1}.log`), `${printed.join('\n')}\n`);
    }
    cpSync(this.dataDir, join(folder, 'data'), { recursive: true });
  }

  #now(): string {
    return `+${((performance.now() - this.#beganMs) / 1_000).toFixed(3)} s`;
  }
}

export async function within<T>(wait: Promise<T>, what: string, ms = PATIENCE_MS): Promise<T> {
  const late = later(ms, undefined).then(() => {
    throw new Error(`waited in vain until ${what}`);
  });
  return Promise.race([wait, late]);
}

/** Polls. Returns whether it happened in time. */
export async function comes(
  condition: () => Promise<boolean>,
  ms = PATIENCE_MS,
  everyMs = LOOK_EVERY_MS,
): Promise<boolean> {
  const endsMs = awakeMs() + ms;
  while (awakeMs() < endsMs) {
    // A check that hangs counts as failed.
    const left = Math.max(0, endsMs - awakeMs());
    if (await Promise.race([condition(), later(left, false)])) return true;
    await delay(everyMs);
  }
  return false;
}

function later<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, value).unref();
  });
}

/** Stack traces are for us; operators get sentences. */
export function stackTraces({ printed }: SpawnedProgram): readonly string[] {
  return printed.filter((line) => isCrash(line) || /\\n\s+at /.test(line));
}

/** Stack traces of uncaught errors: caught ones are in the log, as JSON. */
export function crashes({ printed }: SpawnedProgram): readonly string[] {
  return printed.filter(isCrash);
}

function isCrash(line: string): boolean {
  return /^\s+at .+[:(]/.test(line);
}
