/**
 * Sends a front's errands. BullMQ delivers them, and again if a worker dies; this end queues them, hears
 * what became of them, and looks for those that it has heard nothing of: what Redis has lost is sent
 * again, as doing a task twice changes nothing.
 */
import { setTimeout as after } from 'node:timers/promises';
import { NoWorkersError, UserError } from '../errors.js';
import { BackendGoneError } from '../runs/backend-rule.js';
import type { RunLog } from '../runs/ports.js';
import { ThreadsDied } from '../runs/surviving-pool.js';
import { ContentGone } from './content.js';
import { ErrandContent, type ErrandContentOptions } from './errand-content.js';
import { Errand, leaveUntouched, rejectWith, telling, type Ask } from './errand.js';
import { Mailbox } from './mailbox.js';
import type { NewsOfJob, Outcome } from './messages.js';
import type { Lane } from './names.js';
import { isAlone, lackingBackend, type WorkersSeen } from './no-worker.js';
import { askToStop } from './stops.js';
import { uploadOf } from './uploads-of.js';

export interface OutboxOptions extends ErrandContentOptions, WorkersSeen {
  readonly version: string;
  readonly log: Pick<RunLog, 'warn'>;
}

/** How often errands are checked on, in ms. */
const LOOK_MS = 500;
/** An errand is looked for after this long without news, in ms. */
const SILENT_MS = 2_000;
/** A stop that has not been answered for this long may belong to an errand that no worker has begun, in ms. */
const UNANSWERED_MS = 300;
/** After this long nobody is going to answer a stop, in ms. */
const NEVER_ANSWERED_MS = 10_000;
/**
 * How often a call is sent again; its content may be lost each time, for example because Redis cannot
 * hold it.
 */
const MOST_FAILURES = 8;

/** How BullMQ says that one worker after another left a job behind. */
const LEFT_BEHIND = 'job stalled more than';

export class Outbox {
  readonly #content: ErrandContent;
  readonly #mailbox: Mailbox;
  readonly #errands = new Map<string, Errand>();
  readonly #timer: NodeJS.Timeout;
  #isClosed = false;

  constructor(private readonly options: OutboxOptions) {
    const { redis, version } = options;
    this.#content = new ErrandContent(options);
    this.#mailbox = new Mailbox({ redis, version, onNews: (news) => void this.#hear(news) });
    this.#timer = setInterval(() => {
      this.#lookAfterAll();
    }, LOOK_MS);
    redis.onChange((isUp) => {
      if (!isUp) return;
      // It may have come back with data lost.
      for (const errand of this.#errands.values()) errand.heardMs &&= -Infinity;
      this.#lookAfterAll();
    });
  }

  /** Errands under way. */
  get size(): number {
    return this.#errands.size;
  }

  /** Sends calls that belong together. */
  send(lane: Lane, asks: readonly Ask[], timesFailed = 0): void {
    for (const ask of asks) {
      if (this.#isClosed) ask.reject(new UserError('error.closing'));
      else if (ask.stop?.aborted) leaveUntouched(ask);
    }
    const wanted = asks.filter(({ stop }) => !this.#isClosed && !stop?.aborted);
    if (wanted.length === 0) return;
    const errand = new Errand(lane, wanted, timesFailed);
    this.#errands.set(errand.id, errand);
    for (const ask of wanted) {
      const { stop } = ask;
      const onStop = (): void => void this.#stop(errand, ask);
      stop?.addEventListener('abort', onStop, { once: true });
      errand.whenSettled(ask, () => stop?.removeEventListener('abort', onStop));
    }
    void this.#put(errand);
  }

  /** Gives up calls under way, and takes back jobs that have not begun. Never rejects. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    const errands = [...this.#errands.values()];
    for (const errand of errands)
      this.#settleAll(errand, rejectWith(new UserError('error.closing')));
    await Promise.all(errands.map((errand) => this.#mailbox.takeBack(errand)));
    this.#mailbox.close();
  }

  async #put(errand: Errand): Promise<void> {
    errand.isBusy = true;
    try {
      const { bytes, missing } = await this.#content.put(errand);
      if (missing.length > 0) {
        this.#refuse(errand, missing);
        return;
      }
      await this.#mailbox.add(errand, bytes);
      errand.heardMs = performance.now();
      errand.fault = undefined;
    } catch (err) {
      // It is sent when it is next checked on.
      this.#failed(errand, err, 'a task could not be sent yet; it is tried again');
    } finally {
      errand.isBusy = false;
    }
  }

  /** Refuses the calls whose files are gone; the rest is sent without them. */
  #refuse(errand: Errand, missing: readonly string[]): void {
    for (const ask of errand.open) {
      if (!missing.includes(uploadOf(ask.call) ?? '')) continue;
      errand.settle(ask, rejectWith(new UserError('error.csvGone')));
    }
    this.#again(errand, [errand.open]);
  }

  async #hear({ job, ...news }: NewsOfJob): Promise<void> {
    const errand = this.#errands.get(job);
    if (!errand || errand.isOver) return;
    errand.heardMs = performance.now();
    if (news.kind === 'progress') {
      const ask = errand.asks[news.at];
      if (ask && errand.isWaiting(ask)) ask.onProgress?.(news.progress);
    } else if (news.kind === 'done') await this.#read(errand, Buffer.from(news.outcomes));
    else this.#givenUp(errand, news.reason);
  }

  /** Hands each result to its caller. */
  async #read(errand: Errand, bytes: Buffer): Promise<void> {
    errand.isOver = true;
    let outcomes: readonly Outcome[] = [];
    try {
      outcomes = await this.#content.outcomes(bytes);
    } catch (err) {
      if (!(err instanceof ContentGone)) {
        this.options.log.warn({ err }, 'a result could not be read: its task is done again');
      }
    }
    for (const [at, ask] of errand.asks.entries()) {
      const outcome = outcomes[at];
      if (outcome && outcome.kind !== 'gone') errand.settle(ask, telling(outcome));
    }
    this.#again(errand, [errand.open], errand.timesFailed + 1);
    this.#content.releaseOutcomes(bytes);
  }

  /**
   * Every worker that took it died: its calls are sent one by one, so that the one at fault takes no
   * other with it.
   */
  #givenUp(errand: Errand, reason: string): void {
    errand.isOver = true;
    const { open } = errand;
    if (!reason.startsWith(LEFT_BEHIND)) {
      this.options.log.warn({ reason }, 'a worker failed at a task: it is done again');
      this.#again(errand, [open], errand.timesFailed + 1);
      return;
    }
    if (open.length > 1) {
      this.#again(
        errand,
        open.map((ask) => [ask]),
      );
      return;
    }
    this.#settleAll(errand, rejectWith(new ThreadsDied('thread', new Error(reason))));
  }

  /** Sends calls again, each group as an errand of its own. */
  #again(
    errand: Errand,
    groups: readonly (readonly Ask[])[],
    timesFailed = errand.timesFailed,
  ): void {
    this.#forget(errand);
    for (const asks of groups) {
      if (timesFailed <= MOST_FAILURES) this.send(errand.lane, asks, timesFailed);
      else {
        const error = new Error(`no worker could do or read a task, ${MOST_FAILURES} times`);
        for (const ask of asks) ask.reject(error);
      }
    }
  }

  async #stop(errand: Errand, ask: Ask): Promise<void> {
    const sinceMs = performance.now();
    const { redis } = this.options;
    await askToStop(redis.now, errand.id, errand.asks.indexOf(ask)).catch(() => undefined);
    for (;;) {
      await after(UNANSWERED_MS, undefined, { ref: false });
      if (!errand.isWaiting(ask) || errand.isOver) return;
      const isHopeless = performance.now() - sinceMs > NEVER_ANSWERED_MS;
      if (!redis.isUp || isHopeless) {
        errand.settle(ask, leaveUntouched);
        if (errand.open.length === 0) this.#forget(errand);
        return;
      }
      if (await this.#mailbox.takeBack(errand)) {
        // No worker had begun it; the calls that need not stop are sent without it.
        this.#again(errand, [errand.open]);
        return;
      }
    }
  }

  #lookAfterAll(): void {
    for (const errand of this.#errands.values()) {
      this.#tellWhoIsAlone(errand);
      this.#tellWhoLacksBackend(errand);
      if (!errand.isOver && !errand.isBusy && this.options.redis.isUp) void this.#lookAfter(errand);
    }
  }

  async #lookAfter(errand: Errand): Promise<void> {
    if (errand.heardMs === undefined) return this.#put(errand);
    if (performance.now() - errand.heardMs < SILENT_MS) return;
    errand.isBusy = true;
    try {
      const found = await this.#mailbox.lookFor(errand);
      errand.fault = undefined;
      // News may have arrived meanwhile.
      if (errand.isOver) return;
      if (found.kind === 'done') await this.#read(errand, found.outcomes);
      else if (found.kind === 'given-up') this.#givenUp(errand, found.reason);
      else if (found.kind === 'missing') await this.#put(errand);
      else errand.heardMs = performance.now();
    } catch (err) {
      this.#failed(errand, err, 'a task could not be looked for yet; it is tried again');
    } finally {
      errand.isBusy = false;
    }
  }

  /**
   * Logs a fault once, however many errands meet it how often: a full Redis may stay full. Not the error
   * itself, which contains the whole command.
   */
  #failed(errand: Errand, error: unknown, words: string): void {
    const { redis, log } = this.options;
    // That Redis is down has been logged.
    if (!redis.isUp) return;
    const fault = String(error);
    const isKnown = [...this.#errands.values()].some((one) => one.fault === fault);
    errand.fault = fault;
    if (!isKnown) log.warn({ fault }, words);
  }

  /** Tells people who wait for an answer when there is no worker to give it. */
  #tellWhoIsAlone(errand: Errand): void {
    if (errand.isOver || !isAlone(errand, this.options)) return;
    for (const ask of errand.open) {
      if (ask.isWaitedFor) errand.settle(ask, rejectWith(new NoWorkersError()));
    }
    if (errand.open.length > 0) return;
    this.#forget(errand);
    void this.#mailbox.takeBack(errand);
  }

  /**
   * Rejects calls whose backend no worker has any more, as their callers can choose another; the rest is
   * sent without them.
   */
  #tellWhoLacksBackend(errand: Errand): void {
    if (errand.isOver) return;
    const lacking = lackingBackend(errand, this.options);
    if (lacking.length === 0) return;
    for (const ask of lacking) errand.settle(ask, rejectWith(new BackendGoneError()));
    void this.#mailbox.takeBack(errand);
    this.#again(errand, [errand.open]);
  }

  #settleAll(errand: Errand, tell: (ask: Ask) => void): void {
    for (const ask of errand.open) errand.settle(ask, tell);
    this.#forget(errand);
  }

  /** Drops an errand: nobody waits for it under this id any more. */
  #forget(errand: Errand): void {
    errand.letGo();
    this.#errands.delete(errand.id);
    this.#content.drop(errand);
  }
}
