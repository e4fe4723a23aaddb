/** Runs kept as long as the process lives: for the terminal, whose runs nobody goes on with. */
import { refusalOf } from '../runs/accepted-epochs.js';
import type { RunRecord, RunStore, StoredRun } from '../runs/ports.js';
import { endsRun, type Checkpoint, type RunEvent } from '../runs/protocol.js';

export class MemoryRunStore implements RunStore {
  /** In the order of creation. */
  readonly #runs = new Map<string, { record: RunRecord; events: RunEvent[] }>();
  readonly #checkpoints = new Map<string, Checkpoint>();

  create(record: RunRecord, events: readonly RunEvent[]): Promise<void> {
    if (this.#runs.has(record.id)) return Promise.reject(new Error(`run ${record.id} exists`));
    if (record.requestId !== undefined && this.#ofRequest(record.requestId)) {
      return Promise.reject(new Error(`there is a run for ${record.requestId}`));
    }
    this.#runs.set(record.id, structuredClone({ record, events: [...events] }));
    return Promise.resolve();
  }

  discard(runId: string): Promise<void> {
    this.#runs.delete(runId);
    return Promise.resolve();
  }

  append(runId: string, events: readonly RunEvent[], checkpoint?: Checkpoint): Promise<void> {
    const run = this.#runs.get(runId);
    if (!run) return Promise.reject(new Error(`no run ${runId}`));
    const finished = run.events.filter(({ kind }) => kind === 'epoch-ended').length;
    const refusal = refusalOf(finished, events, checkpoint);
    if (refusal) return Promise.reject(refusal);
    run.events.push(...structuredClone(events));
    if (checkpoint) this.#checkpoints.set(runId, structuredClone(checkpoint));
    const last = this.#checkpoints.get(runId);
    if (last && events.some(endsRun)) {
      const { best: _, ...kept } = last;
      this.#checkpoints.set(runId, { ...kept, slots: [], shuffle: [] });
    }
    return Promise.resolve();
  }

  find(runId: string): Promise<StoredRun | undefined> {
    return Promise.resolve(structuredClone(this.#runs.get(runId)));
  }

  ofRequest(requestId: string): Promise<StoredRun | undefined> {
    return Promise.resolve(structuredClone(this.#ofRequest(requestId)));
  }

  checkpoint(runId: string): Promise<Checkpoint | undefined> {
    return Promise.resolve(structuredClone(this.#checkpoints.get(runId)));
  }

  recent(ownerId: string, limit: number): Promise<readonly StoredRun[]> {
    const runs = [...this.#runs.values()].filter(({ record }) => record.ownerId === ownerId);
    return Promise.resolve(structuredClone(runs.reverse().slice(0, limit)));
  }

  unfinished(): Promise<readonly StoredRun[]> {
    const runs = [...this.#runs.values()].filter(({ events }) => !events.some(endsRun));
    return Promise.resolve(structuredClone(runs));
  }

  #ofRequest(requestId: string): StoredRun | undefined {
    return [...this.#runs.values()].find(({ record }) => record.requestId === requestId);
  }
}
