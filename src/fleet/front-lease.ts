/** Ensures that a front's name is used by one process only: its runs have one owner. */
import { randomUUID } from 'node:crypto';
import type { RunLog } from '../runs/ports.js';
import { Pulse } from './pulse.js';
import type { RedisServer } from './redis.js';

export interface FrontLeaseOptions {
  readonly redis: RedisServer;
  readonly front: string;
  readonly log: Pick<RunLog, 'info' | 'warn'>;
  /** Another process has taken the name, for example while this one was frozen: this one must end. */
  readonly onLost: (sentence: string) => void;
  /** Only tests give less. */
  readonly lifetimeMs?: number;
}

/** Another process has the name. The message is one sentence for the person who starts the program. */
export class FrontTakenError extends Error {
  override readonly name = 'FrontTakenError';
}

/** How long after its last renewal a name is free again, in ms. */
const LIFETIME_MS = 10_000;

/** How many times the name is renewed within that time. */
const RENEWALS = 10;

/** @returns 1 when the name is ours, 0 when another process has it */
const TAKE = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;

const GIVE_BACK = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

export class FrontLease {
  readonly #options: FrontLeaseOptions;
  readonly #lifetimeMs: number;
  readonly #key: string;
  readonly #token = randomUUID();
  readonly #pulse: Pulse;
  #wasOurs = false;
  /** Since when another process has it, by our own clock. */
  #refusedAtMs: number | undefined;
  /** Belongs to `take`; undefined once that is over. */
  #taken: ((refusal?: FrontTakenError) => void) | undefined;

  constructor(options: FrontLeaseOptions) {
    this.#options = options;
    this.#lifetimeMs = options.lifetimeMs ?? LIFETIME_MS;
    this.#key = `tutor:lease:${options.front}`;
    const { redis, log } = options;
    this.#pulse = new Pulse({
      ...{ redis, log, everyMs: this.#lifetimeMs / RENEWALS, name: "keeping the front's name" },
      beat: () => this.#beat(),
    });
  }

  /**
   * Takes the name, once any process that had it is certainly gone. If Redis is down it resolves anyway,
   * and takes the name as soon as Redis is back.
   * @throws FrontTakenError when another process keeps it
   */
  take(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#taken = (refusal) => {
        this.#taken = undefined;
        if (refusal) reject(refusal);
        else resolve();
      };
      void this.#pulse.start().then(() => {
        if (this.#refusedAtMs === undefined) this.#taken?.();
      });
    });
  }

  /** Gives it back. Never rejects. */
  close(): Promise<void> {
    const { now } = this.#options.redis;
    this.#taken?.();
    return this.#pulse.stop(() => now.eval(GIVE_BACK, 1, this.#key, this.#token));
  }

  async #beat(): Promise<void> {
    const { redis, front, log } = this.#options;
    const isOurs = await redis.now.eval(TAKE, 1, this.#key, this.#token, this.#lifetimeMs);
    if (isOurs === 1) {
      this.#wasOurs = true;
      this.#refusedAtMs = undefined;
      this.#taken?.();
      return;
    }
    if (this.#wasOurs) {
      this.#refuse(`FRONT=${front}: another process has this name by now, so this one ends.`);
      return;
    }
    if (this.#refusedAtMs === undefined) {
      log.info({ front }, 'another process has the name of this front, or had it just now');
    }
    this.#refusedAtMs ??= performance.now();
    if (performance.now() - this.#refusedAtMs <= this.#lifetimeMs * (1 + 2 / RENEWALS)) return;
    this.#refuse(
      `FRONT=${front}: another process on this Redis has this name; each front needs a name of its own.`,
    );
  }

  #refuse(sentence: string): void {
    if (this.#taken) this.#taken(new FrontTakenError(sentence));
    else this.#options.onLost(sentence);
    void this.close();
  }
}
