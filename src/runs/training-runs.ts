/** The run service: accepts runs, trains them side by side, and finds them again. */
import { NoSpaceError, UserError } from '../errors.js';
import { ActiveRun } from './active-run.js';
import { chooseBackend, isAvailable, type BackendPreference } from './backend-rule.js';
import { newId } from './ids.js';
import { MAX_RUNS_PER_USER, refuseLargeRun, refuseLargeTable } from './limits.js';
import type { RunRecord, StoredRun } from './ports.js';
import { Presses } from './presses.js';
import type { RunEvent } from './protocol.js';
import { ReadOtherwiseError, givesSameInputs, isReadAsNow, readAsNow } from './reading.js';
import { isForRequest } from './requests.js';
import { foldEvents, isOver, type RunState } from './run.js';
import type { Beginning } from './run-beginning.js';
import type { RunTools } from './run-tools.js';
import { unseen, type OpenWatcher, type Runs, type StartRequest } from './service.js';
import { unlessAlone } from './worker-wait.js';

export interface TrainingRunsOptions extends RunTools {
  readonly backend: BackendPreference;
  /** How long `close` waits for epochs under way before it breaks them off, in ms. */
  readonly graceMs: number;
}

export class TrainingRuns implements Runs {
  readonly #options: TrainingRunsOptions;
  readonly #active = new Map<string, ActiveRun>();
  /** Owners of runs that are under way or about to be, by run id. */
  readonly #owners = new Map<string, string>();
  readonly #trainings = new Set<Promise<void>>();
  readonly #presses: Presses;
  #closed = false;

  constructor(options: TrainingRunsOptions) {
    this.#options = options;
    this.#presses = new Presses(options.monotonicMs);
  }

  admit(
    ownerId: string,
    { limits = {}, requestId, press }: Pick<StartRequest, 'limits' | 'requestId' | 'press'> = {},
  ): void {
    this.#refuseWhenClosed();
    const active = [...this.#active.values()];
    if (active.some(({ state }) => isForRequest(state.record, requestId))) return;
    this.#presses.refuseSecond(press);
    const going = [...this.#owners].filter(([, owner]) => owner === ownerId).map(([run]) => run);
    const max = Math.min(limits.runs ?? MAX_RUNS_PER_USER, MAX_RUNS_PER_USER);
    if (going.length >= max) {
      throw new UserError('error.twoRuns', { max, going: going.length, ids: going.join(', ') });
    }
  }

  async start(request: StartRequest, open: OpenWatcher): Promise<RunState> {
    const { store } = this.#options;
    const { requestId, press } = request;
    const begun = requestId === undefined ? undefined : await store.ofRequest(requestId);
    if (begun) return this.#showBegun(begun, open);
    return this.#presses.once(press, (named) => this.#begin(request, open, named));
  }

  async #begin(
    { ownerId, ownerName, settings: asked, limits = {}, requestId, press }: StartRequest,
    open: OpenWatcher,
    named: (runId: string) => void,
  ): Promise<RunState> {
    const { pool, store, nowMs, backend } = this.#options;
    if (asked.checks !== undefined && !isReadAsNow(asked.dataset)) {
      throw new UserError('error.checkReadOtherwise', { run: asked.checks });
    }
    const settings = readAsNow(asked);
    this.#presses.refuseEarlier(press, { ownerId, settings }, nowMs());
    const id = await this.#unusedId();
    this.admit(ownerId, { limits });
    named(id);
    this.#owners.set(id, ownerId);
    let run: ActiveRun;
    let begin: () => Promise<Beginning>;
    try {
      const data = await pool.describe(settings.dataset, settings.validationSplit);
      refuseLargeTable(settings.dataset, data, limits);
      refuseLargeRun(settings, data);
      this.#refuseWhenClosed();
      // If no worker is there to tell the backend, the run waits for one and asks again.
      const chosen = await unlessAlone(chooseBackend(backend, pool, settings, data));
      let first = chosen && { data, backend: chosen, checkpoint: undefined };
      begin = () => {
        const beginning = first;
        first = undefined;
        return beginning ? Promise.resolve(beginning) : this.#beginAgain(run.state);
      };
      const createdAtMs = nowMs();
      const forRequest = requestId === undefined ? {} : { requestId };
      const record: RunRecord = { id, ownerId, ownerName, settings, createdAtMs, ...forRequest };
      const events: RunEvent[] = [{ kind: 'queued', atMs: createdAtMs }];
      await store.create(record, events);
      run = new ActiveRun(this.#options, foldEvents(record, events));
      run.joinQueue({ resumed: false });
    } catch (error) {
      this.#owners.delete(id);
      throw error;
    }
    this.#active.set(id, run);
    try {
      run.watch(await open(run.state));
    } catch (error) {
      // Nobody would see it, and training it would only take one of the owner's places.
      if (error instanceof UserError) await this.#discard(id);
      else await run.fail(error);
      this.#forget(id);
      throw error;
    }
    this.#train(run, begin);
    return run.state;
  }

  async stop(runId: string): Promise<boolean> {
    return (await this.#active.get(runId)?.stop()) ?? false;
  }

  async pause(runId: string): Promise<boolean> {
    return (await this.#active.get(runId)?.pause()) ?? false;
  }

  async resume(runId: string): Promise<boolean> {
    this.#refuseWhenClosed();
    return (await this.#active.get(runId)?.resume()) ?? false;
  }

  async stopPausedBefore(ms: number): Promise<void> {
    const left = [...this.#active.values()].filter(({ state }) => (state.pausedAtMs ?? ms) < ms);
    await Promise.all(left.map((run) => run.stop()));
  }

  async find(runId: string): Promise<RunState | undefined> {
    const active = this.#active.get(runId);
    if (active) return active.state;
    const stored = await this.#options.store.find(runId);
    return stored && foldEvents(stored.record, stored.events);
  }

  async recent(ownerId: string, limit: number): Promise<readonly RunState[]> {
    const stored = await this.#options.store.recent(ownerId, limit);
    return stored.map(
      ({ record, events }) => this.#active.get(record.id)?.state ?? foldEvents(record, events),
    );
  }

  active(ownerId: string): readonly RunState[] {
    const states = [...this.#active.values()].map(({ state }) => state);
    return states.filter((state) => state.record.ownerId === ownerId && !isOver(state));
  }

  async resumeUnfinished(open: OpenWatcher): Promise<void> {
    const unfinished = await this.#options.store.unfinished();
    const cutOff = unfinished.filter(({ record }) => !this.#owners.has(record.id));
    // Runs that had begun get their places back before runs that were waiting.
    cutOff.sort((a, b) => Number(hasBegun(b)) - Number(hasBegun(a)));
    await Promise.all(cutOff.map((stored) => this.#resume(stored, open)));
  }

  async ended(runId: string): Promise<RunState> {
    const active = this.#active.get(runId);
    if (active) return active.ended;
    const state = await this.find(runId);
    if (!state || !isOver(state)) throw new Error(`no run ${runId} is going on`);
    return state;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const runs = [...this.#active.values()];
    for (const run of runs) run.leave();
    const patience = setTimeout(() => {
      for (const run of runs) run.cutShort();
    }, this.#options.graceMs);
    await Promise.all(this.#trainings);
    clearTimeout(patience);
  }

  /** An earlier process began it and may have ended before its message was opened. */
  async #showBegun({ record, events }: StoredRun, open: OpenWatcher): Promise<RunState> {
    const active = this.#active.get(record.id);
    const stored = foldEvents(record, events);
    const watcher = await open(active?.state ?? stored);
    active?.watch(watcher);
    const state = active?.state ?? stored;
    if (!isOver(state)) return state;
    // It ended before this watcher was there.
    const last = (await this.#options.store.find(record.id))?.events.at(-1);
    if (last) watcher.update(state, last);
    return state;
  }

  async #resume({ record, events }: StoredRun, open: OpenWatcher): Promise<void> {
    const { log } = this.#options;
    const run = new ActiveRun(this.#options, foldEvents(record, events));
    this.#owners.set(record.id, record.ownerId);
    this.#active.set(record.id, run);
    this.#presses.remember(record);
    // Before anything is waited for: the order of the queue is that of the runs.
    run.joinQueue({ resumed: true });
    try {
      run.watch(await open(run.state));
    } catch (err) {
      // Its result is still worth having: /runs shows it.
      log.error({ runId: record.id, err }, 'a run goes on unseen');
      run.watch(unseen);
    }
    this.#train(run, () => this.#beginAgain(run.state));
  }

  async #beginAgain({ record, data, backend }: RunState): Promise<Beginning> {
    const { pool, store, log } = this.#options;
    const { settings, id } = record;
    const isKnown = data && isReadAsNow(settings.dataset);
    const now = isKnown ? data : await pool.describe(settings.dataset, settings.validationSplit);
    if (data && !isKnown && !givesSameInputs(data, now)) throw new ReadOtherwiseError();
    const summary = data ?? now;
    const checkpoint = await store.checkpoint(id);
    if (backend && (await isAvailable(backend, pool))) {
      return { data: summary, backend, checkpoint, resumed: { otherBackend: false } };
    }
    const { backend: preferred } = this.#options;
    // With worker hosts it is not known beforehand whether they load the preferred backend.
    const preference = preferred === backend ? 'auto' : preferred;
    const chosen = await chooseBackend(preference, pool, settings, summary);
    const next = { data: summary, backend: chosen, checkpoint };
    if (!backend) return next;
    log.warn(
      { runId: id, backend, chosen },
      'the backend of a run is not there any more: from here on its numbers may differ',
    );
    return { ...next, resumed: { otherBackend: true } };
  }

  #train(run: ActiveRun, begin: () => Promise<Beginning>): void {
    if (this.#closed) run.leave();
    const training = run.train(begin).finally(() => {
      this.#trainings.delete(training);
      this.#forget(run.state.record.id);
    });
    this.#trainings.add(training);
  }

  /** If the disk has no room even for that, the run is left to the next process, which trains it. */
  async #discard(runId: string): Promise<void> {
    try {
      await this.#options.store.discard(runId);
    } catch (error) {
      if (!(error instanceof NoSpaceError)) throw error;
    }
  }

  #forget(runId: string): void {
    this.#active.delete(runId);
    this.#owners.delete(runId);
    this.#options.queue.leave(runId);
  }

  async #unusedId(): Promise<string> {
    for (;;) {
      const id = newId();
      if (!this.#owners.has(id) && !(await this.#options.store.find(id))) return id;
    }
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new UserError('error.closing');
  }
}

function hasBegun({ events }: StoredRun): boolean {
  return events.some(({ kind }) => kind === 'started');
}
