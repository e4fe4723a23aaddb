/** Joins runs to messages: opens one for a new run, finds the old one again after a restart. */
import { steadyNowMs } from '../clock.js';
import type { ChatPort, Invocation, Place } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import { translator } from '../content/translator.js';
import { renderRun } from '../render/run-message.js';
import { joinedMessage } from '../render/board/joined.js';
import type { View } from '../render/view.js';
import { isOver, isResting, type RunState } from '../runs/run.js';
import { unseen, type OpenWatcher, type RunWatcher } from '../runs/service.js';
import type { RunMessageRecord } from '../storage/ports/live-messages.js';
import type { ChannelBoards } from './channel-boards.js';
import type { LiveRun } from './live-run.js';
import { Notices } from './notices.js';
import { Platforms } from './platforms.js';
import { RedrawnRuns } from './redrawn-runs.js';
import { ownerOf, renderOptions } from './run-looks.js';
import { ShownRuns, type ShownRunsOptions } from './shown-runs.js';

export interface LiveRunsOptions extends ShownRunsOptions {
  readonly boards?: Pick<ChannelBoards, 'join' | 'follow' | 'watcherOf' | 'has'>;
}

export class LiveRuns {
  readonly notices: Notices;
  readonly #options: LiveRunsOptions;
  readonly #platforms = new Platforms();
  readonly #shown: ShownRuns;
  readonly #redrawn: RedrawnRuns;

  constructor(options: LiveRunsOptions) {
    this.#options = options;
    this.#shown = new ShownRuns(options, this.#platforms);
    this.#redrawn = new RedrawnRuns(options);
    this.notices = new Notices(this.#platforms, options.onFailure);
  }

  /** Runs are shown only on platforms that were added. */
  addPlatform(port: ChatPort): void {
    this.#platforms.add(port);
  }

  /**
   * The runs under way that are shown in the same server or workspace or, where there is none, in the
   * same place.
   */
  goingAt(place: Place): Promise<readonly RunState[]> {
    return this.#shown.goingAt(place);
  }

  /**
   * Opens a new run's message as the answer to the person who asked for it; where that would be one too
   * many, the run joins its channel's board and gets a message at its end.
   * @param ping its owner wants to be pinged when it is over
   */
  show(invocation: Invocation, locale: Locale, view: View, ping = false): OpenWatcher {
    return async (state) => {
      const { id: runId } = state.record;
      const before = await this.#shownBefore(runId);
      if (before) return before;
      const { place } = invocation;
      const port = this.#platforms.of(place.platform);
      const asked = { place, locale, view, ...(ping && { ping }) };
      // No `await` between these two: others ask at the same time.
      const isCrowded = this.#options.boards && this.#shown.isCrowded(invocation, port);
      const as = isCrowded ? 'line' : invocation.hasOwnEdits ? 'message' : 'opening';
      this.#shown.enter(state, place, as);
      try {
        const joined = isCrowded ? await this.#onBoard(state, invocation, asked) : undefined;
        const shown = joined ?? (await this.#inMessage(state, invocation, asked));
        this.#shown.gather(place);
        return shown;
      } catch (error) {
        this.#shown.drop(runId);
        throw error;
      }
    };
  }

  async #inMessage(
    state: RunState,
    invocation: Invocation,
    asked: Omit<RunMessageRecord, 'ref'>,
  ): Promise<LiveRun> {
    const { place, locale, view } = asked;
    const port = this.#platforms.of(place.platform);
    const first = renderRun(state, {
      ...renderOptions(translator(locale, port), view, port),
      ...ownerOf(state, port, asked),
    });
    const askedAtMs = steadyNowMs();
    const ref = await invocation.reply(first, 'everyone');
    const waitedMs = steadyNowMs() - askedAtMs;
    const record = { ...asked, ref };
    await this.#options.store.save(state.record.id, record);
    return this.#shown.show(state, port, record, { waitedMs });
  }

  /** @returns undefined where there can be no board */
  async #onBoard(
    state: RunState,
    invocation: Invocation,
    asked: RunMessageRecord,
  ): Promise<LiveRun | undefined> {
    const { store, boards, onFailure } = this.#options;
    const { id: runId } = state.record;
    const orReport = (error: unknown): undefined => {
      onFailure(runId, error);
    };
    const { place, locale, view } = asked;
    const port = this.#platforms.of(place.platform);
    const common = port.commonPlace?.(place) ?? place;
    // First of all: without this record a line's run would not get a message at its end.
    const record: RunMessageRecord = { ...asked, wasLine: true };
    await store.save(runId, record);
    const joined = await boards?.join(state, common, locale).catch(orReport);
    if (!joined) return undefined;
    const t = translator(locale, port);
    const title = translator(joined.locale, port).plain('board.channel.title');
    const words = joinedMessage(state, { title, place: joined.place }, view, t);
    // Nothing waits for these words.
    invocation.reply(words, 'asker').catch(orReport);
    return this.#shown.show(state, port, record, { line: joined.line ?? unseen });
  }

  /** Where the same run is asked for again: its message stays where it is. */
  async #shownBefore(runId: string): Promise<RunWatcher | undefined> {
    const isThere = (await this.#options.store.find(runId)) !== undefined;
    return this.#shown.find(runId) ?? (isThere ? unseen : undefined);
  }

  /** Finds the message of a run that an earlier process began, or its line on a board. */
  readonly reopen: OpenWatcher = async (state) => {
    const { store, boards } = this.#options;
    const { id: runId } = state.record;
    const [record, line] = await Promise.all([store.find(runId), boards?.watcherOf(runId)]);
    const isOfChannel = record && (!record.ref || record.goesOnIn !== undefined);
    // Any other board shows the ends of its runs itself.
    if (line && !isOfChannel) return line;
    const port = record && this.#platforms.find(record.place.platform);
    if (!port) return unseen;
    const { goesOnIn: _, ...inMessage } = record;
    const shown = line
      ? await this.#shown.show(state, port, record, { line })
      : await this.#shown.show(state, port, inMessage, { line: record.ref ? undefined : unseen });
    if (isResting(state)) shown.showResting(state);
    return shown;
  };

  /** Shows the end of runs that had ended before an earlier process could show it. */
  async deliverEnds(): Promise<void> {
    const { store, runs } = this.#options;
    const deliver = async (runId: string): Promise<void> => {
      const [state, record] = await Promise.all([runs.find(runId), store.find(runId)]);
      const port = record && this.#platforms.find(record.place.platform);
      // A run that was resumed and has ended in the meantime shows its end itself.
      if (!state || !port || !isOver(state) || this.#shown.find(runId)) return;
      // The record was saved with its line, and the process ended before marking it as delivered.
      if (await this.#isShownByBoard(runId, record)) return store.markDelivered(runId);
      await (await this.#shown.show(state, port, record)).showEnd(state);
    };
    await Promise.all((await store.undelivered()).map(deliver));
  }

  /**
   * Draws a run's message in another view, from now on and over restarts.
   * @returns whether the message shows it, or will with its next state
   */
  async switchView(runId: string, view: View): Promise<boolean> {
    const held = this.#shown.heldOf(runId);
    const stored = held?.record ?? (await this.#options.store.find(runId));
    const port = stored && this.#platforms.find(stored.place.platform);
    if (!port) return false;
    if (!held && (await this.#isShownByBoard(runId, stored))) return false;
    const record = { ...stored, view };
    await this.#options.store.save(runId, record);
    const shown = this.#shown.find(runId);
    if (!shown || !held) return (await this.#redrawn.draw(runId, port, record)) === 'shown';
    held.record = record;
    shown.redraw();
    // An edit of its end may have been drawn in the old view.
    if (shown.isEnding) {
      const again = shown.ended.then(() => this.#redrawn.draw(runId, port, held.record));
      again.catch((error: unknown) => {
        this.#options.onFailure(runId, error);
      });
    }
    return true;
  }

  /**
   * Whether a board shows its end: then its record holds the board's message, which must not be taken for
   * its own.
   */
  async #isShownByBoard(runId: string, { wasLine, goesOnIn }: RunMessageRecord): Promise<boolean> {
    if (wasLine ?? goesOnIn !== undefined) return false;
    return (await this.#options.boards?.has(runId)) ?? false;
  }

  /** Resolves when a run's message shows how it ended, files and all. */
  async settled(runId: string): Promise<void> {
    await this.#shown.find(runId)?.ended;
  }

  /** Gives runs that are over until time is up to show it, and leaves the rest to the next process. */
  async close(timeIsUp: AbortSignal): Promise<void> {
    await this.#shown.close(timeIsUp);
    this.#redrawn.leave();
  }
}
