/**
 * Challenges open by themselves, close by themselves and announce their outcome. Each message is stored
 * before it is posted, so a process that ends in between leaves it to the next one. It is posted once on
 * every platform but Slack, where it may be posted twice if the process ends between Slack's accepting it
 * and our noting that.
 */
import { once } from 'node:events';
import type { ChatMessage } from '../chat/message.js';
import { channelOf, MessageGone, type ChatPort, type Place } from '../chat/port.js';
import { translator, type Translator } from '../content/translator.js';
import { newId } from '../runs/ids.js';
import { InTurn } from '../runs/in-turn.js';
import type {
  AskedChallenge,
  ChallengeChannel,
  StoredChallenge,
} from '../storage/ports/challenges.js';
import type { ChallengeAnswer } from '../tutor/challenge/answers.js';
import { DAY_MS, nextWeek, OPEN_DAYS } from '../tutor/challenge/calendar.js';
import { nextTask } from '../tutor/challenge/task.js';
import { ChallengeMessages } from './challenge-messages.js';
import { ChallengeResults, type ChallengeResultsOptions } from './challenge-results.js';

/** Timers stand still while a machine sleeps, so the clock is checked again and again. */
const LOOK_EVERY_MS = 30_000;

export interface ChallengesOptions extends ChallengeResultsOptions {
  /** Draws the numbers of a question. */
  readonly seed: () => number;
  readonly log: {
    warn(details: object, message: string): void;
  };
}

export class Challenges {
  readonly #options: ChallengesOptions;
  readonly #messages = new ChallengeMessages();
  readonly #results: ChallengeResults;
  /** One thing at a time in each channel. */
  readonly #turns = new InTurn();
  /** Already logged: a retry that fails is not logged again. */
  readonly #failing = new Set<string>();
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ChallengesOptions) {
    this.#options = options;
    this.#results = new ChallengeResults(options);
  }

  addPlatform(port: ChatPort): void {
    this.#messages.platforms.add(port);
  }

  /** Does what is due, including what an earlier process left, now and from now on. */
  async start(): Promise<void> {
    if (this.#closed) return;
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.look());
    }, LOOK_EVERY_MS);
    this.#timer.unref();
    this.#looking = this.look();
    await this.#looking;
  }

  /** Begins nothing more; what is under way and takes too long is left to the next process. */
  async close(timeIsUp: AbortSignal): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    const enough = timeIsUp.aborted || once(timeIsUp, 'abort');
    await Promise.race([this.#looking, enough]);
  }

  /** Does what is due. Never rejects: the next look tries again. */
  async look(): Promise<void> {
    try {
      await this.#lookEverywhere();
    } catch (error) {
      if (!this.#closed) this.#complain('', { err: error }, 'challenges have to wait');
    }
  }

  async #lookEverywhere(): Promise<void> {
    const { store } = this.#options;
    const unclosed = await store.unclosed();
    const places = [...unclosed, ...(await store.weekly())].map(({ place }) => place);
    const channels = new Map(places.map((place) => [channelOf(place), place]));
    await Promise.all(
      [...channels.values()].map((place) =>
        this.#inTurn(place, () => this.#lookAt(place)).catch((error: unknown) => {
          this.#complain(channelOf(place), { err: error }, 'a challenge has to wait');
        }),
      ),
    );
  }

  /**
   * One a week from now on: the first at once, unless one is open or they are weekly already.
   * @throws MessageGone where nothing can be posted
   */
  weekly(asked: AskedChallenge): Promise<ChallengeChannel> {
    return this.#inTurn(asked.place, async () => {
      const { store, nowMs } = this.#options;
      const before = await store.channel(asked.place);
      const base = channelFor(asked, before);
      const channel = { ...base, days: asked.days ?? base.days };
      const open = await this.#openIn(asked.place);
      const comesMs = before?.isPaused ? undefined : before?.nextAtMs;
      if (!open && comesMs === undefined) {
        return this.#begin({ ...channel, nextAtMs: nowMs() }, before);
      }
      const nextAtMs = comesMs ?? nextWeek(open?.openedAtMs ?? nowMs(), open?.closesAtMs ?? 0);
      await store.saveChannel({ ...channel, nextAtMs });
      return { ...channel, nextAtMs };
    });
  }

  /**
   * Opens one at once.
   * @returns undefined where one is open already
   * @throws MessageGone where nothing can be posted
   */
  now(asked: AskedChallenge): Promise<StoredChallenge | undefined> {
    return this.#inTurn(asked.place, async () => {
      if (await this.#openIn(asked.place)) return undefined;
      const before = await this.#options.store.channel(asked.place);
      const channel = channelFor(asked, before);
      await this.#begin(channel, before, asked.days);
      return this.#openIn(asked.place);
    });
  }

  /** Stops the weekly ones. @returns false where there were none */
  off(place: Place): Promise<boolean> {
    return this.#inTurn(place, async () => {
      const { store } = this.#options;
      const channel = await store.channel(place);
      if (channel?.nextAtMs === undefined) return false;
      const { nextAtMs: _, isPaused: __, ...rest } = channel;
      await store.saveChannel(rest);
      return true;
    });
  }

  /** How it stands, or how it came out; of a question that is open, how many have answered. */
  board(challenge: StoredChallenge, t: Translator): Promise<ChatMessage> {
    return this.#results.now(challenge, t, this.#messages.fits(challenge.place));
  }

  /** Stores somebody's first answer. @returns the answer that counts; undefined where the challenge is over */
  async answer(
    { id, isClosed, closesAtMs }: StoredChallenge,
    mine: ChallengeAnswer,
  ): Promise<ChallengeAnswer | undefined> {
    const nowMs = this.#options.nowMs();
    if (isClosed || closesAtMs <= nowMs) return undefined;
    return this.#options.store.answer(id, mine, nowMs);
  }

  async #lookAt(place: Place): Promise<void> {
    if (!this.#messages.reaches(place) || this.#closed) return;
    const { store, nowMs } = this.#options;
    const open = await this.#openIn(place);
    if (open && open.closesAtMs <= nowMs()) await this.#close(open);
    else if (open && !open.ref) await this.#postOrPause(open);
    else if (open) return;
    const channel = await store.channel(place);
    const isDue = channel?.nextAtMs !== undefined && channel.nextAtMs <= nowMs();
    if (!isDue || channel.isPaused || (await this.#openIn(place))) return;
    try {
      await this.#begin(channel, channel);
    } catch (error) {
      if (!(error instanceof MessageGone)) throw error;
      await this.#pause(place, error);
    }
  }

  /** Stores the next one, then posts it; if it cannot be posted, it is deleted again. */
  async #begin(
    channel: ChallengeChannel,
    before: ChallengeChannel | undefined,
    days = channel.days,
  ): Promise<ChallengeChannel> {
    const { store, nowMs, seed } = this.#options;
    const { place, locale, nextAtMs } = channel;
    const { task, used } = nextTask(channel.used, seed());
    const openedAtMs = nowMs();
    const closesAtMs = openedAtMs + days * DAY_MS;
    const challenge = { id: newId(), task, openedAtMs, closesAtMs, place, locale };
    // One that an admin opens by hand does not replace the weekly one, which waits until it has closed.
    const isDue = nextAtMs !== undefined && nextAtMs <= openedAtMs;
    const { isPaused: _, ...rest } = channel;
    const next = { ...rest, used, ...(isDue && { nextAtMs: nextWeek(nextAtMs, closesAtMs) }) };
    await store.open(challenge, next);
    try {
      await this.#post(challenge);
    } catch (error) {
      // Anything else may work next time, so it is tried again.
      if (error instanceof MessageGone) await store.discard(challenge.id, before);
      throw error;
    }
    return next;
  }

  async #post(challenge: StoredChallenge): Promise<void> {
    const ref = await this.#messages.opens(challenge);
    await this.#options.store.save({ ...challenge, ref });
    this.#failing.delete(channelOf(challenge.place));
  }

  /** One that an earlier process was about to post, or that could not be posted before. */
  async #postOrPause(challenge: StoredChallenge): Promise<void> {
    try {
      await this.#post(challenge);
    } catch (error) {
      if (!(error instanceof MessageGone)) throw error;
      const { store } = this.#options;
      await store.discard(challenge.id, await store.channel(challenge.place));
      await this.#pause(challenge.place, error);
    }
  }

  async #close(challenge: StoredChallenge): Promise<void> {
    const { store } = this.#options;
    const { locale, place } = challenge;
    // A challenge that was never posted has no outcome.
    if (!challenge.ref) return store.discard(challenge.id, await store.channel(place));
    const t = translator(locale, place.platform);
    const result = await this.#results.result(challenge, t, this.#messages.fits(place));
    try {
      await this.#messages.closes(challenge, result);
      this.#failing.delete(channelOf(place));
    } catch (error) {
      if (!(error instanceof MessageGone)) throw error;
      await this.#pause(place, error);
      // Where nothing can be posted, nothing can be edited.
      return store.save({ ...challenge, isClosed: true });
    }
    await store.save({ ...challenge, isClosed: true });
    try {
      await this.#messages.takeButtons(challenge);
    } catch (err) {
      this.#complain(channelOf(place), { err }, 'a challenge that is over keeps its buttons');
    }
  }

  /** Until somebody there begins again. Logged once. */
  async #pause(place: Place, err: MessageGone): Promise<void> {
    const { store, log } = this.#options;
    const channel = await store.channel(place);
    if (channel && !channel.isPaused) await store.saveChannel({ ...channel, isPaused: true });
    const where = { platform: place.platform, channel: channelOf(place) };
    log.warn({ ...where, err }, 'a channel cannot be written in: its challenges are paused');
  }

  #complain(channel: string, details: object, words: string): void {
    if (this.#failing.has(channel)) return;
    this.#failing.add(channel);
    this.#options.log.warn({ channel, ...details }, words);
  }

  async #openIn(place: Place): Promise<StoredChallenge | undefined> {
    const newest = await this.#options.store.newest(place);
    return newest?.isClosed ? undefined : newest;
  }

  #inTurn<T>(place: Place, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(channelOf(place), work);
  }
}

/** Keeps the channel's number of days. */
function channelFor(
  { place, channelId, locale }: AskedChallenge,
  before: ChallengeChannel | undefined,
): ChallengeChannel {
  const { nextAtMs } = before ?? {};
  return {
    ...{ place, locale, days: before?.days ?? OPEN_DAYS, used: before?.used ?? [] },
    ...(channelId !== undefined && { channelId }),
    ...(nextAtMs !== undefined && { nextAtMs }),
  };
}
