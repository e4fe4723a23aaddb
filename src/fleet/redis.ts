/**
 * Connections to the one Redis (or Valkey) that fronts and workers meet at. All of them are made here, so
 * that all come back by themselves, and a loss is told once however many there are.
 */
import { Redis } from 'ioredis';
import type { RunLog } from '../runs/ports.js';

export type { Redis } from 'ioredis';

/** Between attempts to reconnect, in ms: short, as everybody waits while Redis is out. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** After this much silence the system probes whether the other side is still there. */
const KEEP_ALIVE_MS = 5_000;

export interface RedisServerOptions {
  /** `redis://` or `rediss://`, as `REDIS_URL` has it. */
  readonly url: string;
  readonly log: Pick<RunLog, 'info' | 'warn'>;
}

export interface ConnectionOptions {
  /**
   * Commands are kept until Redis is there, as BullMQ needs it, or fail at once when it is
   * not, which suits whatever is only true now.
   */
  readonly whenAway: 'wait' | 'fail';
}

/** Redis' answer to a wrong password, and to none. */
const refusals = /^(?:WRONGPASS|NOAUTH)\b/;

/** How long to wait after the n-th failed attempt: at random, so that not all come back in the same moment. */
function pauseMs(attempts: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10));
  return Math.ceil(longest * (0.5 + Math.random() / 2));
}

export class RedisServer {
  /** For people to read: without user and password. */
  readonly address: string;
  /** For what is true only now: commands fail at once when Redis is away. */
  readonly now: Redis;
  readonly #url: string;
  readonly #log: RedisServerOptions['log'];
  readonly #connections = new Set<Redis>();
  readonly #listeners = new Set<(isUp: boolean) => void>();
  /** Undefined until the first attempt has come to something. */
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

  /** Resolves once it is there: until then, subscribing fails for good where a password is refused. */
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

  /** A further connection, as subscribing and waiting for jobs need one each. */
  open({ whenAway }: ConnectionOptions): Redis {
    const connection = new Redis(this.#url, {
      // With null and nothing resent, what is under way as the connection breaks would never be answered.
      maxRetriesPerRequest: whenAway === 'wait' ? null : 0,
      enableOfflineQueue: whenAway === 'wait',
      // Elsewhere whoever asked asks again, as things may have changed meanwhile.
      autoResendUnfulfilledCommands: whenAway === 'wait',
      keepAlive: KEEP_ALIVE_MS,
      retryStrategy: pauseMs,
    });
    // Told once for all, by the first.
    connection.on('error', () => undefined);
    connection.once('end', () => this.#connections.delete(connection));
    this.#connections.add(connection);
    return connection;
  }

  /** @returns what ends the listening */
  onChange(listener: (isUp: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends every connection that is still open, with whatever is under way on it. */
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
