/**
 * Trainings in slow motion, each in a message that changes with every press. Between two presses there is
 * nothing but a row in the database: a person who leaves holds no timer, no thread and no place in a
 * queue.
 */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ChatPort, Invocation } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import { shown as safe } from '../content/shown.js';
import type { Locale } from '../content/locale.js';
import { UserError } from '../errors.js';
import type { View } from '../render/view.js';
import { InTurn } from '../runs/in-turn.js';
import { Presses } from '../runs/presses.js';
import { isReadAsNow } from '../runs/reading.js';
import type { Runs } from '../runs/service.js';
import {
  isOver,
  type SlowMotion,
  type SlowPress,
  type SlowResult,
  type SlowTask,
} from '../runs/slow-motion.js';
import type { SlowMotionStore, StoredSlowMotion } from '../storage/ports/slow-motions.js';
import { SlowMessages, type WithMessage } from './slow-messages.js';

/** How many of one person's are stored, the newest ones. */
const KEPT_SLOW_MOTIONS = 3;

/** Iterations that a press asks for; the epoch's end ends it. */
const iterations = { next: 1, ten: 10, end: Infinity } as const;

/** How long a press may compute, in ms; the iteration under way is still finished. */
const PRESS_MS = 3_000;
/** Between two iterations that come by themselves, in ms: long enough to look at one. */
const PLAY_EVERY_MS = 1_500;
/** After so many iterations it pauses, in case nobody is watching any more. */
const MOST_PLAYED = 60;

export interface SlowMotionsOptions {
  readonly store: SlowMotionStore;
  readonly runs: Pick<Runs, 'find'>;
  /** Makes further iterations, off the event loop. */
  readonly stepThrough: (task: SlowTask) => Promise<SlowResult>;
  readonly onFailure: (id: string, error: unknown) => void;
  /** Between two iterations that come by themselves, in ms; only tests give less. */
  readonly playEveryMs?: number;
}

export class SlowMotions {
  readonly #options: SlowMotionsOptions;
  readonly #messages: SlowMessages;
  readonly #playing = new Map<string, AbortController>();
  /** One change at a time for each slow motion. */
  readonly #turns = new InTurn();
  readonly #presses = new Presses(steadyNowMs);
  #closed = false;

  constructor(options: SlowMotionsOptions) {
    this.#options = options;
    this.#messages = new SlowMessages({
      ...{ store: options.store, onFailure: options.onFailure },
      isPlaying: (id) => this.#playing.has(id),
      onDeleted: (id) => this.#end(id),
    });
  }

  addPlatform(port: ChatPort): void {
    this.#messages.platforms.add(port);
  }

  /**
   * Opens the message of a new one.
   * @param press who pressed what, where it was a button: the same press again begins nothing
   */
  async begin(
    motion: SlowMotion,
    invocation: Invocation,
    { locale, view, press }: { locale: Locale; view: View; press: string | undefined },
  ): Promise<void> {
    const { store } = this.#options;
    const { place, requested } = invocation;
    const begun = requested && (await store.ofRequest(requested.id));
    if (begun?.record) return;
    const first = begun?.motion ?? motion;
    const open = async (): Promise<void> => {
      if (!begun) await store.create(first, requested?.id, KEPT_SLOW_MOTIONS);
      const opening = this.#messages.opening(first, { place, locale, view });
      const ref = await invocation.reply(opening, 'everyone');
      await store.save({ motion: first, record: { place, ref, locale, view }, isShown: true });
    };
    // Waits its turn: quick fingers press a button before it is stored where the message is.
    await this.#presses.once(press, () => this.#turns.take(first.id, open));
  }

  /** @throws UserError when it is gone, or somebody else's */
  async press(id: string, press: SlowPress, invocation: Invocation): Promise<void> {
    const isOpen = (await this.#options.store.find(id))?.record !== undefined;
    const { motion } = await (isOpen ? this.#find(id) : this.#turns.take(id, () => this.#find(id)));
    if (motion.ownerId !== invocation.user.id) {
      throw new UserError('error.stepNotYours', { owner: safe(motion.ownerName) });
    }
    if (!isReadAsNow(motion.settings.dataset)) throw new UserError('error.stepReadOtherwise');
    const ref = await invocation.acknowledge?.();
    // While it plays, a press must not wait for the edits under way.
    if (press !== 'play') this.#playing.get(id)?.abort();
    const shown = await this.#turns.take(id, async () => {
      const stored = await this.#find(id);
      const now = ref ? { ...stored, record: { ...stored.record, ref } } : stored;
      const done = await this.#carryOut(now, press, invocation.requested?.id);
      return { delivered: this.#messages.show(done, isOver(done.motion) ? 'final' : 'epoch') };
    });
    await shown.delivered;
  }

  /** Pauses what was playing when an earlier process ended, and shows what that could no longer show. */
  async resume(): Promise<void> {
    const { store, onFailure } = this.#options;
    const takeUp = async (stored: StoredSlowMotion): Promise<void> => {
      const { motion, record } = stored;
      if (!record || !this.#messages.reaches(record.place)) return;
      const paused = { ...stored, record, motion: { ...motion, phase: restingPhase(motion) } };
      await store.save(paused);
      await this.#messages.show(paused, 'final');
    };
    const unshown = await store.unshown();
    await Promise.all(
      unshown.map((stored) =>
        takeUp(stored).catch((error: unknown) => {
          onFailure(stored.motion.id, error);
        }),
      ),
    );
  }

  /** Stops everything that plays. */
  pause(): void {
    this.#closed = true;
    this.#messages.pause();
    for (const playing of this.#playing.values()) playing.abort();
  }

  /** Leaves what is not yet shown to the next process. */
  close(): void {
    this.pause();
    this.#messages.leave();
  }

  async #find(id: string): Promise<WithMessage> {
    const stored = await this.#options.store.find(id);
    if (!stored?.record) throw new UserError('error.stepGone', { most: KEPT_SLOW_MOTIONS });
    return { ...stored, record: stored.record };
  }

  async #carryOut(
    stored: WithMessage,
    press: SlowPress,
    requestId: string | undefined,
  ): Promise<WithMessage> {
    const { motion } = stored;
    const isDone = requestId !== undefined && stored.pressedId === requestId;
    if (isDone || isOver(motion)) return stored;
    const pressed = { ...stored, ...(requestId !== undefined && { pressedId: requestId }) };
    if (press in iterations) {
      return this.#advance(pressed, iterations[press as keyof typeof iterations], 'paused');
    }
    const phases = { play: 'playing', pause: 'paused', stop: 'stopped' } as const;
    const phase = phases[press as keyof typeof phases];
    const next = { ...pressed, isShown: false, motion: { ...motion, phase } };
    await this.#options.store.save(next, phase === 'stopped' ? null : undefined);
    if (phase === 'playing') this.#play(motion.id);
    return next;
  }

  /** Further iterations, stored before anybody sees them. */
  async #advance(
    stored: WithMessage,
    steps: number,
    phase: 'paused' | 'playing',
  ): Promise<WithMessage> {
    const { store, stepThrough } = this.#options;
    const { isAsInRun: _, ...motion } = stored.motion;
    const { settings, backend, id } = motion;
    const state = (await store.state(id)) ?? null;
    const made = await stepThrough({ settings, backend, state, steps, forMs: PRESS_MS });
    const { shown } = made;
    const isDone = shown.ended !== undefined && shown.epoch === settings.epochs;
    const resting = shown.ended ? 'paused' : phase;
    const next = {
      ...stored,
      isShown: false,
      motion: {
        ...{ ...motion, shown, phase: isDone ? ('done' as const) : resting },
        ...((await this.#isAsInRun(stored.motion, shown)) && { isAsInRun: true as const }),
      },
    };
    await store.save(next, isDone ? null : made.state);
    return next;
  }

  async #isAsInRun({ run }: SlowMotion, { epoch, ended }: SlowResult['shown']): Promise<boolean> {
    if (run === undefined || !ended) return false;
    const same = (await this.#options.runs.find(run))?.finished[epoch - 1];
    return isDeepStrictEqual(same?.logs, ended.logs);
  }

  #play(id: string): void {
    const before = this.#playing.get(id);
    if ((before && !before.signal.aborted) || this.#closed) return;
    const playing = new AbortController();
    this.#playing.set(id, playing);
    this.#playOn(id, playing.signal)
      .catch((error: unknown) => {
        this.#options.onFailure(id, error);
        return this.#turns.take(id, () => this.#rest(id));
      })
      .catch((error: unknown) => {
        this.#options.onFailure(id, error);
      })
      .finally(() => {
        if (this.#playing.get(id) === playing) this.#playing.delete(id);
      });
  }

  async #playOn(id: string, signal: AbortSignal): Promise<void> {
    const { playEveryMs = PLAY_EVERY_MS } = this.#options;
    const aborted = whenAborted(signal);
    for (let left = MOST_PLAYED; left > 0; left -= 1) {
      const seen = await this.#turns.take(id, async () => {
        const stored = await this.#options.store.find(id);
        const { record, motion } = stored ?? {};
        if (signal.aborted || !record || motion?.phase !== 'playing') return undefined;
        const phase = left === 1 ? 'paused' : 'playing';
        const next = await this.#advance({ ...stored, record } as WithMessage, 1, phase);
        return { next, delivered: this.#messages.show(next, 'epoch') };
      });
      if (seen?.next.motion.phase !== 'playing') return;
      const everyMs = Math.max(playEveryMs, this.#messages.intervalMs(id));
      // A press cuts it short; it does not keep the process alive.
      const looked = delay(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      await Promise.all([looked, Promise.race([seen.delivered, aborted])]);
    }
  }

  /** Pauses it. */
  async #rest(id: string): Promise<void> {
    const stored = await this.#options.store.find(id);
    if (!stored?.record || stored.motion.phase !== 'playing') return;
    const motion = { ...stored.motion, phase: 'paused' as const };
    const next = { ...stored, record: stored.record, motion };
    await this.#options.store.save(next);
    void this.#messages.show(next, 'epoch');
  }

  /** Somebody deleted its message, so nobody can go on with it. */
  async #end(id: string): Promise<void> {
    this.#playing.get(id)?.abort();
    const stored = await this.#options.store.find(id);
    if (!stored) return;
    const motion = { ...stored.motion, phase: 'stopped' as const };
    await this.#options.store.save({ ...stored, motion, isShown: true }, null);
  }
}

function restingPhase({ phase }: SlowMotion): SlowMotion['phase'] {
  return phase === 'playing' ? 'paused' : phase;
}

async function whenAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
