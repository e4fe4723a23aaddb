/**
 * Connections to the one Redis (or Valkey) that fronts and workers share. All are made here, so that all
 * reconnect by themselves, and a loss is logged once however many there are.
 */
import { Redis } from 'ioredis';
import type { RunLog } from '../runs/ports.js';

export type { Redis } from 'ioredis';

/** Between attempts to reconnect, in ms: short, as everybody waits while Redis is down. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** After this much silence, TCP keep-alive probes whether the other side is still there, in ms. */
const KEEP_ALIVE_MS = 5_000;

export interface RedisServerOptions {
  /** `redis://` or `rediss://`, as `REDIS_URL` has it. */
  readonly url: string;
  readonly log: Pick<RunLog, 'info' | 'warn'>;
}

export interface ConnectionOptions {
  /**
   * Whether commands wait until Redis is up, as BullMQ needs it, or fail at once when it is down, which
   * suits whatever is true only now.
   */
  readonly whenAway: 'wait' | 'fail';
}

/** Redis's answers to a wrong password, and to a missing one. */
const refusals = /^(?:WRONGPASS|NOAUTH)\b/;

/**
 * How long to wait after the n-th failed attempt: random, so that not everybody reconnects at the same
 * moment.
 */
function pauseMs(attempts: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10));
  return Math.ceil(longest * (0.5 + Math.random() / 2));
}

export class RedisServer {
  /** The address for people to read: without user and password. */
  readonly address: string;
  /** For what is true only now: commands fail at once when Redis is down. */
  readonly now: Redis;
  readonly #url: string;
  readonly #log: RedisServerOptions['log'];
  readonly #connections = new Set<Redis>();
  readonly #listeners = new Set<(isUp: boolean) => void>();
  /** Undefined until the first attempt has succeeded or failed. */
  #isUp: boolean | undefined;
  #fault = '';

  constructor({ url, log }: RedisServerOptions) {
    const { protocol, host, pathname } = new URL(url);
    this.address = `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
    this.#url = url;
    this.#log = log;
    this.now = this.open({ whenAway: 'fail' });
    this.now.on('error', ({ message }: Error) => (this.#fault = message));
    this.now.on('ready', () => {
      this.#turn(true);
    });
    this.now.on('close', () => {
      this.#turn(false);
    });
  }

  get isUp(): boolean {
    return this.#isUp === true;
  }

  /** Resolves once Redis is up: a subscription made earlier fails for good where a password is refused. */
  up(): Promise<void> {
    if (this.isUp) return Promise.resolve();
    return new Promise((resolve) => {
      const end = this.onChange((isUp) => {
        if (!isUp) return;
        end();
        resolve();
      });
    });
  }

  /** Opens another connection: subscribing and waiting for jobs need one each. */
  open({ whenAway }: ConnectionOptions): Redis {
    const connection = new Redis(this.#url, {
      // With null and no resending, commands under way when the connection breaks would never be
      // answered.
      maxRetriesPerRequest: whenAway === 'wait' ? null : 0,
      enableOfflineQueue: whenAway === 'wait',
      // Elsewhere the caller asks again, as things may have changed meanwhile.
      autoResendUnfulfilledCommands: whenAway === 'wait',
      keepAlive: KEEP_ALIVE_MS,
      retryStrategy: pauseMs,
    });
    // Logged once for all, by the first connection.
    connection.on('error', () => undefined);
    connection.once('end', () => this.#connections.delete(connection));
    this.#connections.add(connection);
    return connection;
  }

  /** @returns a function that stops listening */
  onChange(listener: (isUp: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Closes every open connection, with whatever is under way on it. */
  close(): void {
    this.#listeners.clear();
    this.now.removeAllListeners('close');
    for (const connection of this.#connections) connection.disconnect();
  }

  #turn(isUp: boolean): void {
    if (isUp === this.#isUp) return;
    const wasUp = this.#isUp;
    this.#isUp = isUp;
    const redis = this.address;
    if (!isUp) {
      const what = wasUp ? 'Redis is lost' : 'Redis cannot be reached';
      const why = refusals.test(this.#fault) ? ': it refuses the password of REDIS_URL' : '';
      this.#log.warn(
        { redis, fault: this.#fault },
        `${what}${why}; it is tried again until it is there`,
      );
    } else if (wasUp === false) this.#log.info({ redis }, 'Redis is there again');
    for (const listener of this.#listeners) listener(isUp);
  }
}
