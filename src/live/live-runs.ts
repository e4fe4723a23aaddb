/** Joins runs to messages: opens one for a new run, finds the old one again after a restart. */
import { steadyNowMs } from '../clock.js';
import { once } from 'node:events';
import type { ChatMessage } from '../chat/message.js';
import {
  channelOf,
  type ChatPort,
  type Invocation,
  type MessageRef,
  type Notice,
  type Place,
  type PlatformName,
  type PostedAs,
} from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import { translator } from '../content/translator.js';
import { renderRun } from '../render/run-message.js';
import { joinedMessage } from '../render/board/joined.js';
import type { View } from '../render/view.js';
import { isOver, isResting, type RunState } from '../runs/run.js';
import { unseen, type OpenWatcher, type RunWatcher } from '../runs/service.js';
import type { LiveMessageStore, RunMessageRecord } from '../storage/ports/live-messages.js';
import type { ChannelBoards } from './channel-boards.js';
import { Company, type Shown } from './company.js';
import { lastEdit } from './last-edit.js';
import type { LiveRun } from './live-run.js';
import { Moves } from './moves.js';
import { RedrawnRuns } from './redrawn-runs.js';
import { runInMessage, type RunMeans } from './run-in-message.js';
import { ownerOf, renderOptions } from './run-looks.js';

export interface LiveRunsOptions extends RunMeans {
  readonly store: LiveMessageStore;
  /** Missing: every run has a message of its own, however many there are. */
  readonly boards?: Pick<ChannelBoards, 'join' | 'follow' | 'watcherOf' | 'has'>;
}

export class LiveRuns {
  readonly #options: LiveRunsOptions;
  readonly #ports = new Map<PlatformName, ChatPort>();
  readonly #shown = new Map<string, LiveRun>();
  /** How those are shown now, by run. Who draws one keeps its holder: another edit may follow its end. */
  readonly #records = new Map<string, { record: RunMessageRecord }>();
  readonly #company = new Company();
  readonly #moves: Moves | undefined;
  readonly #redrawn: RedrawnRuns;
  #closed = false;

  constructor(options: LiveRunsOptions) {
    this.#options = options;
    const { boards, store } = options;
    this.#redrawn = new RedrawnRuns(options);
    this.#moves = boards && new Moves({ boards, store });
  }

  /** Runs are shown only on platforms that were added. */
  addPlatform(port: ChatPort): void {
    this.#ports.set(port.platform, port);
  }

  /** Whether whoever starts a run at a place can be pinged there when it is over. */
  pings(place: Place): boolean {
    return this.#port(place.platform).notifies?.(place) ?? false;
  }

  /** How a person is named in a message so that the platform tells them; missing where nobody is told. */
  mentionOf(userId: string, place: Place): string | undefined {
    return this.#port(place.platform).ownerMention?.(userId, place);
  }

  /** Tells one person of a message, in one of its own, where a platform can. Never rejects. */
  async askPerson(notice: Notice): Promise<void> {
    const port = this.#port(notice.place.platform);
    if (!(port.notifies?.(notice.place) ?? false)) return;
    try {
      await port.notify?.(notice);
    } catch (error) {
      this.#options.onFailure(notice.ref.key, error);
    }
  }

  /** Shows a message as it is to stay, without buttons. Never rejects. */
  async showForGood(ref: MessageRef, message: ChatMessage): Promise<void> {
    try {
      await lastEdit(this.#port(ref.platform), ref, message);
    } catch (error) {
      this.#options.onFailure(ref.key, error);
    }
  }

  /** Runs that are not over, of those shown in the same server or workspace; where there is none, in the same place. */
  async goingAt(place: Place): Promise<readonly RunState[]> {
    const ids = [...this.#records]
      .filter(([, { record }]) => areTogether(record.place, place))
      .map(([runId]) => runId);
    const states = await Promise.all(ids.map((runId) => this.#options.runs.find(runId)));
    return states.filter((state) => state !== undefined).filter((state) => !isOver(state));
  }

  /**
   * Opens a new run's message as the answer to whoever asked for it; where that would be one too many, the
   * run joins its channel's board and has its message at its end.
   * @param ping its owner wants to be pinged when it is over
   */
  show(invocation: Invocation, locale: Locale, view: View, ping = false): OpenWatcher {
    return async (state) => {
      const { id: runId } = state.record;
      const before = await this.#shownBefore(runId);
      if (before) return before;
      const { place } = invocation;
      const port = this.#port(place.platform);
      const asked = { place, locale, view, ...(ping && { ping }) };
      // Without a pause in between: others ask at the same time.
      const isCrowded = this.#options.boards && this.#company.isCrowded(invocation, port);
      const as = isCrowded ? 'line' : invocation.hasOwnEdits ? 'message' : 'opening';
      this.#enter(state, place, as);
      try {
        const joined = isCrowded ? await this.#onBoard(state, invocation, asked) : undefined;
        const shown = joined ?? (await this.#inMessage(state, invocation, asked));
        if (this.#company.hasBoard(place)) this.#gather(place);
        return shown;
      } catch (error) {
        this.#company.leave(runId);
        throw error;
      }
    };
  }

  #enter({ record: { id: runId, ownerId } }: RunState, place: Place, as: Shown['as']): void {
    const rests = (): boolean => this.#shown.get(runId)?.isPaused ?? false;
    this.#company.enter(runId, { place, ownerId, as, rests });
  }

  /** Those of a channel whose messages take edits of its board go on there, too: all at one pace. */
  #gather(place: Place): void {
    for (const [runId, held] of this.#records) {
      const shown = this.#shown.get(runId);
      if (!shown?.isToMove || channelOf(held.record.place) !== channelOf(place)) continue;
      const isThere = (): boolean => this.#shown.get(runId) === shown;
      this.#moves?.move({ shown, held, isThere }, this.#port(place.platform)).then(
        (hasMoved) => {
          if (hasMoved && isThere()) this.#enter(shown.state, held.record.place, 'line');
        },
        (error: unknown) => {
          this.#options.onFailure(runId, error);
        },
      );
    }
  }

  async #inMessage(
    state: RunState,
    invocation: Invocation,
    asked: Omit<RunMessageRecord, 'ref'>,
  ): Promise<LiveRun> {
    const { place, locale, view } = asked;
    const port = this.#port(place.platform);
    const first = renderRun(state, {
      ...renderOptions(translator(locale, port.platform), view, port),
      ...ownerOf(state, port, asked),
    });
    const askedAtMs = steadyNowMs();
    const ref = await invocation.reply(first, 'everyone');
    const waitedMs = steadyNowMs() - askedAtMs;
    const record = { ...asked, ref };
    await this.#options.store.save(state.record.id, record);
    return this.#liveRun(state, port, record, { waitedMs });
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
    const port = this.#port(place.platform);
    const common = port.commonPlace?.(place) ?? place;
    // First: a line without that would have no end of its own.
    const record: RunMessageRecord = { ...asked, wasLine: true };
    await store.save(runId, record);
    const joined = await boards?.join(state, common, locale).catch(orReport);
    if (!joined) return undefined;
    const t = translator(locale, port.platform);
    const title = translator(joined.locale, port.platform).plain('board.channel.title');
    const words = joinedMessage(state, { title, place: joined.place }, view, t);
    // Nothing waits for these words.
    invocation.reply(words, 'asker').catch(orReport);
    return this.#liveRun(state, port, record, { line: joined.line ?? unseen });
  }

  /** Asked once more for the same run: its message stands where it is. */
  async #shownBefore(runId: string): Promise<RunWatcher | undefined> {
    const isThere = (await this.#options.store.find(runId)) !== undefined;
    return this.#shown.get(runId) ?? (isThere ? unseen : undefined);
  }

  /** Finds the message of a run that an earlier process began, or its line on a board. */
  readonly reopen: OpenWatcher = async (state) => {
    const { store, boards } = this.#options;
    const { id: runId } = state.record;
    const [record, line] = await Promise.all([store.find(runId), boards?.watcherOf(runId)]);
    const isOfChannel = record && (!record.ref || record.goesOnIn !== undefined);
    // Any other board shows the ends of its runs itself.
    if (line && !isOfChannel) return line;
    const port = record && this.#ports.get(record.place.platform);
    if (!port) return unseen;
    const { goesOnIn: _, ...inMessage } = record;
    const shown = line
      ? await this.#liveRun(state, port, record, { line })
      : await this.#liveRun(state, port, inMessage, { line: record.ref ? undefined : unseen });
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
      // That was saved with its line, and the process ended before it was marked.
      if (await this.#isShownByBoard(runId, record)) return store.markDelivered(runId);
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
    if (!held && (await this.#isShownByBoard(runId, stored))) return false;
    const record = { ...stored, view };
    await this.#options.store.save(runId, record);
    const shown = this.#shown.get(runId);
    if (!shown || !held) return (await this.#redrawn.draw(runId, port, record)) === 'shown';
    held.record = record;
    shown.redraw();
    // An edit of its end may have been drawn before.
    if (shown.isEnding) {
      const again = shown.ended.then(() => this.#redrawn.draw(runId, port, held.record));
      again.catch((error: unknown) => {
        this.#options.onFailure(runId, error);
      });
    }
    return true;
  }

  /** Then its record says where the board is, whose message is not to be taken for its own. */
  async #isShownByBoard(runId: string, { wasLine, goesOnIn }: RunMessageRecord): Promise<boolean> {
    if (wasLine ?? goesOnIn !== undefined) return false;
    return (await this.#options.boards?.has(runId)) ?? false;
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
    for (const one of this.#shown.values()) one.leave();
    this.#redrawn.leave();
  }

  /** Says something where runs are shown. */
  async post(place: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef> {
    return this.#port(place.platform).post(place, message, as);
  }

  #port(platform: PlatformName): ChatPort {
    const port = this.#ports.get(platform);
    if (!port) throw new Error(`no such platform was added: ${platform}`);
    return port;
  }

  async #liveRun(
    begun: RunState,
    port: ChatPort,
    record: RunMessageRecord,
    {
      line,
      waitedMs = 0,
    }: { readonly line?: RunWatcher | undefined; readonly waitedMs?: number } = {},
  ): Promise<LiveRun> {
    const { id: runId } = begun.record;
    const { ref, place } = record;
    const held = { record };
    this.#records.set(runId, held);
    this.#enter(begun, place, line ? 'line' : 'message');
    const of = { begun, port, held, line, waitedMs };
    const liveRun = await runInMessage(of, this.#options);
    this.#shown.set(runId, liveRun);
    if (this.#closed) liveRun.leave();
    const over = new AbortController();
    // What happens in the run may come too late for the last edit.
    const endSoon = ref && port.untilEditsEndSoon?.(ref, over.signal);
    endSoon?.then(liveRun.redraw.bind(liveRun), () => undefined);
    void liveRun.ended.then(() => {
      over.abort();
      this.#shown.delete(runId);
      this.#records.delete(runId);
      this.#company.leave(runId);
    });
    return liveRun;
  }
}

function areTogether(one: Place, other: Place): boolean {
  return one.home === undefined && other.home === undefined
    ? channelOf(one) === channelOf(other)
    : one.home === other.home;
}
