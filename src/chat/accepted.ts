/**
 * Requests, from when they are acknowledged to a platform until they are answered: kept in
 * a store in between, so that nothing is lost if the process ends.
 */
import { steadyNowMs } from '../clock.js';
import { NoSpaceError } from '../errors.js';
import type { PlatformName, Requested } from './port.js';

/** A request as handed over by a platform. */
export interface Handed {
  /** Unique across platforms, and the same when the platform delivers it again. */
  readonly id: string;
  readonly platform: PlatformName;
  /** The asker (`User.id`): the request is deleted with the rest of their data. */
  readonly userId?: string | undefined;
  /** Everything needed to answer it, as JSON. */
  readonly request: unknown;
}

export interface KeptRequest extends Omit<Handed, 'userId'> {
  /** When it was accepted (Unix ms). */
  readonly atMs: number;
  /** How often later processes have tried to answer it. */
  readonly tries: number;
}

export interface AcceptedStore {
  /** @returns false for a duplicate id, answered or not: then nothing was added */
  add(handed: Handed, atMs: number): Promise<boolean>;
  /** Unanswered requests, oldest first. */
  unanswered(platform: PlatformName): Promise<readonly KeptRequest[]>;
  /** Counts another try. */
  tried(id: string): Promise<void>;
  /** Deletes the request; its id is kept for a day. */
  answered(id: string): Promise<void>;
}

/** One accepted request. */
export interface AcceptedRequest {
  /** When it was accepted (Unix ms). */
  readonly atMs: number;
  readonly requested: Requested;
}

export interface AcceptedOptions {
  readonly store: AcceptedStore;
  readonly log: { error(details: object, message: string): void };
  /** Current Unix time, in ms. */
  readonly nowMs?: () => number;
}

/**
 * Younger leftover requests are carried out; with older ones nobody is waiting, or they have asked again, so
 * they are asked first. Discord accepts answers for 15 minutes.
 */
const CARRIED_OUT_WITHIN_MS = 14 * 60_000;

/** After this many tries it may be what crashed the processes: it is only offered again. */
const MOST_TRIES = 3;

export class Accepted {
  readonly #options: AcceptedOptions;
  readonly #nowMs: () => number;
  #closing = false;
  /** Accepted by this process and not answered yet. */
  readonly #underWay = new Set<string>();
  /** Requests whose answer failed because the process is ending. */
  readonly #undelivered = new Set<string>();

  constructor(options: AcceptedOptions) {
    this.#options = options;
    this.#nowMs = options.nowMs ?? steadyNowMs;
  }

  /**
   * Stores a request before anything else happens.
   * @returns how to answer it, once; undefined for a duplicate. One that cannot be stored (a full
   * disk) is still answered.
   */
  async take(handed: Handed): Promise<AcceptedRequest | undefined> {
    const atMs = this.#nowMs();
    try {
      if (!(await this.#options.store.add(handed, atMs))) return undefined;
      this.#underWay.add(handed.id);
    } catch (err) {
      // A full disk is reported once, where it occurs.
      if (!(err instanceof NoSpaceError)) {
        const message = 'a request could not be kept: only this process knows of it';
        this.#options.log.error({ err }, message);
      }
    }
    return { atMs, requested: { id: handed.id } };
  }

  /** Whether it is stored for the next process. */
  isKept(id: string): boolean {
    return this.#underWay.has(id);
  }

  /** Deletes a request once `answering` has settled. Rejects as `answering` does. */
  async forgetAfter(id: string, answering: () => Promise<unknown>): Promise<void> {
    try {
      await answering();
    } finally {
      await this.forget(id);
    }
  }

  /** It is answered, or was not accepted after all. Never rejects. */
  async forget(id: string): Promise<void> {
    this.#underWay.delete(id);
    if (this.#undelivered.delete(id)) return;
    try {
      await this.#options.store.answered(id);
    } catch (err) {
      // The database may already be closed: the next process will answer again.
      if (this.#closing || err instanceof NoSpaceError) return;
      this.#options.log.error({ err }, 'an answered request is still kept');
    }
  }

  /** Answers what earlier processes accepted but did not answer. Never rejects. */
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
      // Started in the order of the requests; nobody waits for somebody else's answer.
      const kept = await store.unanswered(platform);
      await Promise.all(kept.filter(({ id }) => !this.#underWay.has(id)).map(again));
    } catch (err) {
      log.error({ err, platform }, 'what an earlier process took could not be read');
    }
  }

  /** The process is ending: unanswered requests are left to the next one. */
  close(): void {
    this.#closing = true;
  }

  get isClosing(): boolean {
    return this.#closing;
  }

  /** An answer could not be delivered. */
  undelivered(requestId: string): void {
    if (this.#closing) this.#undelivered.add(requestId);
  }

  #leftOver({ id, atMs, tries }: KeptRequest): AcceptedRequest {
    const isLate = this.#nowMs() - atMs > CARRIED_OUT_WITHIN_MS || tries >= MOST_TRIES;
    return { atMs, requested: { id, leftOver: isLate ? 'late' : 'fresh' } };
  }
}
