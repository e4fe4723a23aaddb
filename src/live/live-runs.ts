/** Joins runs to messages: opens one for a new run, finds the old one again after a restart. */
import { once } from 'node:events';
import { LiveMessage, type Delivery } from '../chat/live-message.js';
import type { Attachment, ChatMessage } from '../chat/message.js';
import type { ChatPort, Invocation, MessageRef, Place, PlatformName } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import { translator, type Translator } from '../content/translator.js';
import { renderRun, type RenderOptions } from '../render/run-message.js';
import type { View } from '../render/view.js';
import { isOver, isResting, type RunState } from '../runs/run.js';
import type { OpenWatcher, Runs, RunWatcher } from '../runs/service.js';
import type { LiveMessageRecord, LiveMessageStore } from '../storage/ports.js';
import { LiveRun } from './live-run.js';

export interface LiveRunsOptions {
  readonly store: LiveMessageStore;
  /** Chart, history and transcript of a run that is over. */
  readonly attachments: (state: RunState, t: Translator) => Promise<readonly Attachment[]>;
  readonly runs: Pick<Runs, 'stop' | 'find'>;
  readonly onFailure: (runId: string, error: unknown) => void;
  /** A run's message was deleted, so the run is stopped. */
  readonly onDeleted: (runId: string) => void;
}

/** A run whose message is gone still trains; it is just not shown. */
const unseen: RunWatcher = { update: () => undefined, ready: () => Promise.resolve() };

export class LiveRuns {
  readonly #options: LiveRunsOptions;
  readonly #ports = new Map<PlatformName, ChatPort>();
  readonly #shown = new Map<string, LiveRun>();
  /** How those are shown now, by run. Who draws one keeps its holder: another edit may follow its end. */
  readonly #records = new Map<string, { record: LiveMessageRecord }>();
  /** Of runs that are over, being drawn once more. */
  readonly #redrawn = new Set<LiveMessage>();
  #closed = false;

  constructor(options: LiveRunsOptions) {
    this.#options = options;
  }

  /** Runs are shown only on platforms that were added. */
  addPlatform(port: ChatPort): void {
    this.#ports.set(port.platform, port);
  }

  /** Opens a new run's message as the answer to whoever asked for it. */
  show(invocation: Invocation, locale: Locale, view: View): OpenWatcher {
    return async (state) => {
      const shown = await this.#shownBefore(state.record.id);
      if (shown) return shown;
      const port = this.#port(invocation.place.platform);
      const first = renderRun(state, {
        ...renderOptions(translator(locale), view, port),
        ...ownerOf(state, port, invocation.place),
      });
      const ref = await invocation.reply(first, 'everyone');
      const record = { place: invocation.place, ref, locale, view };
      await this.#options.store.save(state.record.id, record);
      return this.#liveRun(state, port, record);
    };
  }

  /** Asked once more for the same run: its message stands where it is. */
  async #shownBefore(runId: string): Promise<RunWatcher | undefined> {
    const isThere = (await this.#options.store.find(runId)) !== undefined;
    return this.#shown.get(runId) ?? (isThere ? unseen : undefined);
  }

  /** Finds the message of a run that an earlier process began. */
  readonly reopen: OpenWatcher = async (state) => {
    const record = await this.#options.store.find(state.record.id);
    const port = record && this.#ports.get(record.place.platform);
    if (!port) return unseen;
    const shown = await this.#liveRun(state, port, record);
    if (isResting(state)) shown.showResting(state);
    return shown;
  };

  /** Shows the end of runs that ended just before an earlier process did. */
  async deliverEnds(): Promise<void> {
    const { store, runs } = this.#options;
    const deliver = async (runId: string): Promise<void> => {
      const [state, record] = await Promise.all([runs.find(runId), store.find(runId)]);
      const port = record && this.#ports.get(record.place.platform);
      // A run that has gone on and ended in the meantime shows its end itself.
      if (!state || !port || !isOver(state) || this.#shown.has(runId)) return;
      await (await this.#liveRun(state, port, record)).showEnd(state);
    };
    await Promise.all((await store.undelivered()).map(deliver));
  }

  /**
   * Draws a run's message in another view, from now on and over restarts.
   * @returns whether the message shows it, or will with its next state
   */
  async switchView(runId: string, view: View): Promise<boolean> {
    const held = this.#records.get(runId);
    const stored = held?.record ?? (await this.#options.store.find(runId));
    const port = stored && this.#ports.get(stored.place.platform);
    if (!port) return false;
    const record = { ...stored, view };
    await this.#options.store.save(runId, record);
    const shown = this.#shown.get(runId);
    if (!shown || !held) return (await this.#redraw(runId, port, record)) === 'shown';
    held.record = record;
    shown.redraw();
    // An edit of its end may have been drawn before.
    if (shown.isEnding) {
      const again = shown.ended.then(() => this.#redraw(runId, port, held.record));
      again.catch((error: unknown) => {
        this.#options.onFailure(runId, error);
      });
    }
    return true;
  }

  /** A run that is over, and nobody edits its message any more. Its files stay. */
  async #redraw(runId: string, port: ChatPort, record: LiveMessageRecord): Promise<Delivery> {
    const { store, runs, onFailure } = this.#options;
    const { ref, place, locale, view } = record;
    const state = await runs.find(runId);
    if (!state) return 'failed';
    const { checks } = state.record.settings;
    const checked = checks === undefined ? undefined : await runs.find(checks);
    const message = new LiveMessage({
      ...{ port, ref, place },
      onMoved: (moved) => {
        store.save(runId, { ...record, ref: moved }).catch((error: unknown) => {
          onFailure(runId, error);
        });
      },
      onFailure: (error) => {
        onFailure(runId, error);
      },
    });
    const options = {
      ...renderOptions(translator(locale), view, port, ref, checked),
      ...ownerOf(state, port, place),
    };
    this.#redrawn.add(message);
    if (this.#closed) message.leave();
    try {
      return await message.show(() => renderRun(state, options), 'final');
    } finally {
      message.end();
      this.#redrawn.delete(message);
    }
  }

  /** Resolves when a run's message shows how it ended, files and all. */
  async settled(runId: string): Promise<void> {
    await this.#shown.get(runId)?.ended;
  }

  /** Lets runs that are over show it until time is up, and leaves the rest to the next process. */
  async close(timeIsUp: AbortSignal): Promise<void> {
    const ending = [...this.#shown.values()].filter(({ isEnding }) => isEnding);
    const enough = timeIsUp.aborted || once(timeIsUp, 'abort');
    await Promise.race([Promise.all(ending.map(({ ended }) => ended)), enough]);
    this.#closed = true;
    for (const one of [...this.#shown.values(), ...this.#redrawn]) one.leave();
  }

  /** Says something where runs are shown. */
  async post(place: Place, message: ChatMessage): Promise<MessageRef> {
    return this.#port(place.platform).post(place, message);
  }

  #port(platform: PlatformName): ChatPort {
    const port = this.#ports.get(platform);
    if (!port) throw new Error(`no such platform was added: ${platform}`);
    return port;
  }

  async #liveRun(
    { record: { id: runId, settings } }: RunState,
    port: ChatPort,
    record: LiveMessageRecord,
  ): Promise<LiveRun> {
    const { store, runs, onFailure, onDeleted, attachments } = this.#options;
    const { ref, place, locale } = record;
    const t = translator(locale);
    const held = { record };
    this.#records.set(runId, held);
    // It is over, and does not change any more.
    const checked = settings.checks === undefined ? undefined : await runs.find(settings.checks);
    const orReport = (work: Promise<unknown>): void => {
      work.catch((error: unknown) => {
        onFailure(runId, error);
      });
    };
    const message = new LiveMessage({
      port,
      ref,
      place,
      onMoved: (moved) => {
        held.record = { ...held.record, ref: moved };
        orReport(store.save(runId, held.record));
      },
      onFailure: (error) => {
        onFailure(runId, error);
      },
    });
    const liveRun = new LiveRun({
      message,
      render: (state) =>
        renderRun(state, {
          ...renderOptions(t, held.record.view, port, ref, checked),
          ...ownerOf(state, port, place),
          ...crowdOf(message),
        }),
      attachments: (state) => attachments(state, t),
      onDeleted: () => {
        onDeleted(runId);
        orReport(runs.stop(runId));
      },
      onDelivered: () => {
        orReport(store.markDelivered(runId));
      },
    });
    this.#shown.set(runId, liveRun);
    if (this.#closed) liveRun.leave();
    void liveRun.ended.then(() => {
      this.#shown.delete(runId);
      this.#records.delete(runId);
    });
    return liveRun;
  }
}

function ownerOf({ record }: RunState, port: ChatPort, place: Place): Pick<RenderOptions, 'owner'> {
  const owner = port.ownerMention?.(record.ownerId, place);
  return owner === undefined ? {} : { owner };
}

function crowdOf(message: LiveMessage): Pick<RenderOptions, 'crowd'> {
  const sharing = message.sharing();
  return sharing > 1 ? { crowd: { sharing, everyMs: message.intervalMs() } } : {};
}

function renderOptions(
  t: Translator,
  view: View,
  port: ChatPort,
  ref?: MessageRef,
  checked?: RunState,
): RenderOptions {
  const watchableUntilMs = ref && port.editableUntilMs?.(ref);
  return {
    t,
    view,
    fits: (message) => port.fits(message),
    lossLine: port.curvesInText ?? false,
    ...(watchableUntilMs !== undefined && { watchableUntilMs }),
    ...(ref && port.editsEndSoon?.(ref) && { editsEnd: true }),
    ...(checked && { checked }),
  };
}
