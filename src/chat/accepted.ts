/**
 * What people ask for, from the moment a platform is told that we took it until it is answered: kept in
 * a store in between, so that the end of a process in the middle loses nothing.
 */
import { steadyNowMs } from '../clock.js';
import { NoSpaceError } from '../errors.js';
import type { PlatformName, Requested } from './port.js';

/** What a platform handed over. */
export interface Handed {
  /** Unique over all platforms, and the same when the platform hands it over once more. */
  readonly id: string;
  readonly platform: PlatformName;
  /** Who asks, over all platforms (`User.id`): what they asked goes with all else of theirs. */
  readonly userId?: string | undefined;
  /** All that answering takes, as JSON. */
  readonly request: unknown;
}

export interface KeptRequest extends Omit<Handed, 'userId'> {
  /** When it was taken (Unix ms). */
  readonly atMs: number;
  /** How often an answer was begun in later processes. */
  readonly tries: number;
}

export interface AcceptedStore {
  /** @returns false when this id was taken before, answered or not: nothing was added then */
  add(handed: Handed, atMs: number): Promise<boolean>;
  /** Those that nobody was answered yet, oldest first. */
  unanswered(platform: PlatformName): Promise<readonly KeptRequest[]>;
  /** Counts one more try. */
  tried(id: string): Promise<void>;
  /** Forgets what was asked; its id is known for a day. */
  answered(id: string): Promise<void>;
}

/** One thing that was asked for, as answering it sees it. */
export interface AcceptedRequest {
  /** When it was taken (Unix ms). */
  readonly atMs: number;
  readonly requested: Requested;
}

export interface AcceptedOptions {
  readonly store: AcceptedStore;
  readonly log: { error(details: object, message: string): void };
  /** Unix time. */
  readonly nowMs?: () => number;
}

/**
 * Within this, what was left over is carried out; later nobody waits for it, or they have asked again, so
 * they are asked first. Discord takes answers for 15 minutes.
 */
const CARRIED_OUT_WITHIN_MS = 14 * 60_000;

/** Then it may be what ended the processes: it is only offered again. */
const MOST_TRIES = 3;

export class Accepted {
  readonly #options: AcceptedOptions;
  readonly #nowMs: () => number;
  #closing = false;
  /** Taken by this process and not answered yet. */
  readonly #underWay = new Set<string>();
  /** Requests whose answer did not arrive because the process ends. */
  readonly #undelivered = new Set<string>();

  constructor(options: AcceptedOptions) {
    this.#options = options;
    this.#nowMs = options.nowMs ?? steadyNowMs;
  }

  /**
   * Keeps what was handed over before anything else happens.
   * @returns how to answer it, once; undefined when it was taken before. What cannot be kept (a full
   * disk) is answered all the same.
   */
  async take(handed: Handed): Promise<AcceptedRequest | undefined> {
    const atMs = this.#nowMs();
    try {
      if (!(await this.#options.store.add(handed, atMs))) return undefined;
      this.#underWay.add(handed.id);
    } catch (err) {
      // A full disk is told of where it is met, once.
      if (!(err instanceof NoSpaceError)) {
        const message = 'a request could not be kept: only this process knows of it';
        this.#options.log.error({ err }, message);
      }
    }
    return { atMs, requested: { id: handed.id } };
  }

  /** Whether the next process would know of it. */
  isKept(id: string): boolean {
    return this.#underWay.has(id);
  }

  /** Forgets a request once `answering` has ended, well or not. Rejects as `answering` does. */
  async forgetAfter(id: string, answering: () => Promise<unknown>): Promise<void> {
    try {
      await answering();
    } finally {
      await this.forget(id);
    }
  }

  /** It is answered, or was not taken after all. Never rejects. */
  async forget(id: string): Promise<void> {
    this.#underWay.delete(id);
    if (this.#undelivered.delete(id)) return;
    try {
      await this.#options.store.answered(id);
    } catch (err) {
      // After the end the database is closed: the next process answers once more.
      if (this.#closing || err instanceof NoSpaceError) return;
      this.#options.log.error({ err }, 'an answered request is still kept');
    }
  }

  /** Answers what earlier processes took and did not answer. Never rejects. */
  async answerLeftOver(
    platform: PlatformName,
    answer: (kept: KeptRequest, request: AcceptedRequest) => Promise<unknown>,
  ): Promise<void> {
    const { store, log } = this.#options;
    const again = async (kept: KeptRequest): Promise<void> => {
      try {
        await store.tried(kept.id);
        await this.forgetAfter(kept.id, () => answer(kept, this.#leftOver(kept)));
      } catch (err) {
        log.error({ err, request: kept.id }, 'what an earlier process took could not be answered');
      }
    };
    try {
      // Taken up in the order in which people asked; nobody waits for the answer of somebody else.
      const kept = await store.unanswered(platform);
      await Promise.all(kept.filter(({ id }) => !this.#underWay.has(id)).map(again));
    } catch (err) {
      log.error({ err, platform }, 'what an earlier process took could not be read');
    }
  }

  /** The process ends: what cannot be answered any more is left to the next one. */
  close(): void {
    this.#closing = true;
  }

  get isClosing(): boolean {
    return this.#closing;
  }

  /** An answer did not arrive. */
  undelivered(requestId: string): void {
    if (this.#closing) this.#undelivered.add(requestId);
  }

  #leftOver({ id, atMs, tries }: KeptRequest): AcceptedRequest {
    const isLate = this.#nowMs() - atMs > CARRIED_OUT_WITHIN_MS || tries >= MOST_TRIES;
    return { atMs, requested: { id, leftOver: isLate ? 'late' : 'fresh' } };
  }
}
