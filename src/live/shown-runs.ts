/** Runs that this process shows now, each in a message of its own or as a line of its channel's board. */
import { once } from 'node:events';
import { channelOf, type ChatPort, type Invocation, type Place } from '../chat/port.js';
import { isOver, type RunState } from '../runs/run.js';
import type { RunWatcher } from '../runs/service.js';
import type { LiveMessageStore, RunMessageRecord } from '../storage/ports/live-messages.js';
import type { ChannelBoards } from './channel-boards.js';
import { Company, type Shown } from './company.js';
import type { LiveRun } from './live-run.js';
import { Moves } from './moves.js';
import type { Platforms } from './platforms.js';
import { runInMessage, type RunMeans } from './run-in-message.js';

export interface ShownRunsOptions extends RunMeans {
  readonly store: LiveMessageStore;
  /** Missing: every run has a message of its own, however many there are. */
  readonly boards?: Pick<ChannelBoards, 'follow'>;
}

/** How a run is shown now. Whoever draws it keeps the holder: another edit may follow its end. */
export interface Held {
  record: RunMessageRecord;
}

export class ShownRuns {
  readonly #runs = new Map<string, LiveRun>();
  readonly #held = new Map<string, Held>();
  readonly #company = new Company();
  readonly #moves: Moves | undefined;
  #closed = false;

  constructor(
    private readonly options: ShownRunsOptions,
    private readonly platforms: Platforms,
  ) {
    const { boards, store } = options;
    this.#moves = boards && new Moves({ boards, store });
  }

  find(runId: string): LiveRun | undefined {
    return this.#runs.get(runId);
  }

  heldOf(runId: string): Held | undefined {
    return this.#held.get(runId);
  }

  /**
   * The runs under way that are shown in the same server or workspace or, where there is none, in the
   * same place.
   */
  async goingAt(place: Place): Promise<readonly RunState[]> {
    const ids = [...this.#held]
      .filter(([, { record }]) => areTogether(record.place, place))
      .map(([runId]) => runId);
    const states = await Promise.all(ids.map((runId) => this.options.runs.find(runId)));
    return states.filter((state) => state !== undefined).filter((state) => !isOver(state));
  }

  /** Whether a message of its own would be one too many for a run that is asked for. */
  isCrowded(invocation: Invocation, port: ChatPort): boolean {
    return this.#company.isCrowded(invocation, port);
  }

  /** Counts a run among those of its channel; `show` does so, too. */
  enter({ record: { id: runId, ownerId } }: RunState, place: Place, as: Shown['as']): void {
    const rests = (): boolean => this.#runs.get(runId)?.isPaused ?? false;
    this.#company.enter(runId, { place, ownerId, as, rests });
  }

  /** Does not count it any more: its message could not be opened. */
  drop(runId: string): void {
    this.#company.leave(runId);
  }

  /** Where the channel has a board, runs whose messages take edits from it go on there: all at one pace. */
  gather(place: Place): void {
    if (!this.#company.hasBoard(place)) return;
    for (const [runId, held] of this.#held) {
      const shown = this.#runs.get(runId);
      if (!shown?.isToMove || channelOf(held.record.place) !== channelOf(place)) continue;
      const isThere = (): boolean => this.#runs.get(runId) === shown;
      this.#moves?.move({ shown, held, isThere }, this.platforms.of(place.platform)).then(
        (hasMoved) => {
          if (hasMoved && isThere()) this.enter(shown.state, held.record.place, 'line');
        },
        (error: unknown) => {
          this.options.onFailure(runId, error);
        },
      );
    }
  }

  async show(
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
    this.#held.set(runId, held);
    this.enter(begun, place, line ? 'line' : 'message');
    const liveRun = await runInMessage({ begun, port, held, line, waitedMs }, this.options);
    this.#runs.set(runId, liveRun);
    if (this.#closed) liveRun.leave();
    const over = new AbortController();
    // The run's own events may come too late for the last edit.
    const endSoon = ref && port.untilEditsEndSoon?.(ref, over.signal);
    endSoon?.then(liveRun.redraw.bind(liveRun), () => undefined);
    void liveRun.ended.then(() => {
      over.abort();
      this.#runs.delete(runId);
      this.#held.delete(runId);
      this.#company.leave(runId);
    });
    return liveRun;
  }

  /** Gives runs that are over until time is up to show it, and leaves the rest to the next process. */
  async close(timeIsUp: AbortSignal): Promise<void> {
    const ending = [...this.#runs.values()].filter(({ isEnding }) => isEnding);
    const enough = timeIsUp.aborted || once(timeIsUp, 'abort');
    await Promise.race([Promise.all(ending.map(({ ended }) => ended)), enough]);
    this.#closed = true;
    for (const one of this.#runs.values()) one.leave();
  }
}

function areTogether(one: Place, other: Place): boolean {
  return one.home === undefined && other.home === undefined
    ? channelOf(one) === channelOf(other)
    : one.home === other.home;
}
