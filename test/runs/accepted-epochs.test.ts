/** Results that arrive twice or too late, over a real database. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { TrainResult } from '../../src/runs/protocol.js';
import { foldEvents } from '../../src/runs/run.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { DatabaseRunStore } from '../../src/storage/run-store.js';
import { RunProcesses } from '../support/run-processes.js';
import { ScriptedPool } from '../support/scripted-pool.js';

/** Returns an earlier task's result when told to, like a worker that froze and came back. */
class LatePool extends ScriptedPool {
  late: 'once' | 'always' | undefined;
  #first: TrainResult | undefined;

  override async train(...asked: Parameters<ScriptedPool['train']>): Promise<TrainResult> {
    const result = await super.train(...asked);
    this.#first ??= result;
    if (!this.late || asked[0].checkpoint?.epoch !== 2) return result;
    if (this.late === 'once') this.late = undefined;
    return this.#first;
  }
}

let on: RunProcesses;
let pool: LatePool;
beforeEach(() => {
  on = new RunProcesses(2, Infinity, new DatabaseRunStore(openMemoryDatabase()));
  on.restart((pool = new LatePool()));
});

const epochs = async (id: string): Promise<number[]> =>
  (await on.storedEvents(id)).flatMap((event) =>
    event.kind === 'epoch-ended' ? [event.epoch] : [],
  );

describe('a result that is not for the next epoch', () => {
  it('changes nothing: that epoch is trained again, bit for bit', async () => {
    const whole = await on.begin({ epochs: 5 });
    await on.runs.ended(whole.id);
    pool.late = 'once';
    const { id } = await on.begin({ epochs: 5 });
    const end = await on.runs.ended(id);
    expect(end.phase).toBe('completed');
    expect(await epochs(id)).toEqual([1, 2, 3, 4, 5]);
    expect(foldEvents(end.record, await on.storedEvents(id))).toEqual(end);
    expect(await on.store.checkpoint(id)).toEqual(await on.store.checkpoint(whole.id));
    expect(on.logged).toContain('an epoch came twice, or too late: it is not kept');
  });

  it('again and again ends the run, as a fault does', async () => {
    pool.late = 'always';
    const { id } = await on.begin({ epochs: 5 });
    expect(await on.runs.ended(id)).toMatchObject({ phase: 'failed', finished: { length: 2 } });
  });

  it('when another process has stored more of the run, leaves it to that process', async () => {
    pool.hold = true;
    const { id, watcher } = await on.begin({ epochs: 3 });
    const held = await pool.next();
    // What another process on the same database would write.
    const checkpoint = {
      epoch: 1,
      step: 800,
      weights: new Float32Array(1),
      slots: [],
      shuffle: [],
    };
    const ended = { logs: { loss: 1, metric: 0.8 }, steps: 800, elapsedMs: 1, firstStepMs: 1 };
    await on.store.append(id, [{ kind: 'epoch-ended', epoch: 1, ...ended }], checkpoint);
    held.finish();
    await expect.poll(() => on.runs.active('web:ada')).toEqual([]);
    expect(await epochs(id)).toEqual([1]);
    expect(await on.store.checkpoint(id)).toEqual(checkpoint);
    expect(watcher.kinds).not.toContain('failed');
  });
});
