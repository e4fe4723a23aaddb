/** What every RunStore promises. Each implementation's test passes in a way to create an empty one. */
import { describe, expect, it } from 'vitest';
import { EpochRefusedError } from '../../src/runs/accepted-epochs.js';
import type { RunRecord, RunStore } from '../../src/runs/ports.js';
import type { Checkpoint, RunEvent } from '../../src/runs/protocol.js';
import { settings } from '../support/run-samples.js';

const record = (id: string, more: Partial<RunRecord> = {}): RunRecord => ({
  id,
  ownerId: 'web:ada',
  ownerName: 'Ada <b>@everyone</b>',
  settings: settings(),
  createdAtMs: 1_732_000_000_000,
  ...more,
});
const queued: RunEvent = { kind: 'queued', atMs: 1_732_000_000_000 };
const epochEnded = (epoch: number, loss = 0.5): RunEvent => ({
  kind: 'epoch-ended',
  epoch,
  logs: { loss, metric: 0.1 + 0.2 },
  steps: 800,
  elapsedMs: 1234.5678901234567,
  firstStepMs: 3,
});
const checkpoint = (epoch: number, slotCount = 2): Checkpoint => ({
  epoch,
  step: epoch * 800,
  weights: Float32Array.of(0.1, -0, Number.NaN, 1e-40, epoch),
  slots: Array.from({ length: slotCount }, (_, slot) => new Float32Array(5).fill(slot + 0.3)),
  shuffle: [0xffffffff, 0, -1, epoch],
});

export function runStoreContract(empty: () => RunStore): void {
  describe('keeps runs', () => {
    it('returns a run with its events in order', async () => {
      const store = empty();
      await store.create(record('k3f9qd'), [queued]);
      await store.append('k3f9qd', [epochEnded(1), epochEnded(2)]);
      await store.append('k3f9qd', [{ kind: 'stop-requested' }]);
      expect(await store.find('k3f9qd')).toEqual({
        record: record('k3f9qd'),
        events: [queued, epochEnded(1), epochEnded(2), { kind: 'stop-requested' }],
      });
      expect(await store.find('nobody')).toBeUndefined();
    });

    it('accepts an epoch once and in order, with the checkpoint after it', async () => {
      const store = empty();
      await store.create(record('k3f9qd'), [queued]);
      await store.append('k3f9qd', [epochEnded(1)], checkpoint(1));
      await store.append('k3f9qd', [{ kind: 'paused', atMs: 1 }]);
      await store.append('k3f9qd', [epochEnded(2), epochEnded(3)], checkpoint(3));
      const kept = [await store.find('k3f9qd'), await store.checkpoint('k3f9qd')];
      for (const [events, behind] of [
        [[epochEnded(3)], checkpoint(3)],
        [[epochEnded(1)], checkpoint(1)],
        [[epochEnded(5)], checkpoint(5)],
        [[epochEnded(4), epochEnded(4)], checkpoint(4)],
        [[{ kind: 'stop-requested' }, epochEnded(2)], checkpoint(2)],
        // The right number on the result of a worker that woke too late.
        [[epochEnded(4)], checkpoint(3)],
      ] as [RunEvent[], Checkpoint][]) {
        const refused = await store
          .append('k3f9qd', events, behind)
          .catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(EpochRefusedError);
        expect(refused).toMatchObject({ finished: 3 });
      }
      expect([await store.find('k3f9qd'), await store.checkpoint('k3f9qd')]).toEqual(kept);
      await store.append('k3f9qd', [epochEnded(4)], checkpoint(4));
    });

    it('forgets a discarded run', async () => {
      const store = empty();
      await store.create(record('k3f9qd'), [queued]);
      await store.discard('k3f9qd');
      expect(await store.find('k3f9qd')).toBeUndefined();
      expect(await store.unfinished()).toEqual([]);
      await store.create(record('k3f9qd'), [queued]);
    });

    it('keeps numbers that are not finite, and text that only looks like them', async () => {
      const store = empty();
      const odd = record('k3f9qd', { ownerName: 'NaN' });
      const events = [queued, epochEnded(1, Number.NaN), epochEnded(2, -Infinity)];
      await store.create(odd, events);
      expect(await store.find('k3f9qd')).toEqual({ record: odd, events });
    });

    it('keeps only the weights of a finished run', async () => {
      const store = empty();
      await store.create(record('k3f9qd'), [queued]);
      const best = { ...checkpoint(1), best: Float32Array.of(1, 2, 3, 4, 5) };
      await store.append('k3f9qd', [epochEnded(1)], best);
      const last = checkpoint(2);
      await store.append('k3f9qd', [{ kind: 'completed', atMs: 1 }], last);
      const kept = { epoch: 2, step: 1600, weights: last.weights, slots: [], shuffle: [] };
      expect(await store.checkpoint('k3f9qd')).toEqual(kept);
      await store.create(record('ab12cd'), [queued]);
      await store.append('ab12cd', [epochEnded(1)], best);
      await store.append('ab12cd', [{ kind: 'failed', atMs: 1, faultId: 'f' }]);
      expect(await store.checkpoint('ab12cd')).toEqual({
        ...{ epoch: 1, step: 800, weights: best.weights, slots: [], shuffle: [] },
      });
    });

    it.each([0, 1, 2])('returns the last checkpoint bit for bit (%i slots)', async (slots) => {
      const store = empty();
      await store.create(record('k3f9qd'), [queued]);
      expect(await store.checkpoint('k3f9qd')).toBeUndefined();
      await store.append('k3f9qd', [epochEnded(1)], checkpoint(1, slots));
      await store.append('k3f9qd', [epochEnded(2)], checkpoint(2, slots));
      await store.append('k3f9qd', [{ kind: 'stop-requested' }]);
      expect(await store.checkpoint('k3f9qd')).toEqual(checkpoint(2, slots));
    });

    it('keeps the best weights beside the last ones for as long as they are given', async () => {
      const store = empty();
      await store.create(record('k3f9qd'), [queued]);
      const best = { ...checkpoint(1), best: Float32Array.of(1, 2, 3, Number.NaN, -0) };
      await store.append('k3f9qd', [epochEnded(1)], best);
      expect(await store.checkpoint('k3f9qd')).toEqual(best);
      await store.append('k3f9qd', [epochEnded(2)], checkpoint(2));
      expect(await store.checkpoint('k3f9qd')).toEqual(checkpoint(2));
    });

    it('refuses a taken id and leaves that run unchanged', async () => {
      const store = empty();
      await store.create(record('k3f9qd'), [queued]);
      await expect(store.create(record('k3f9qd', { ownerId: 'web:eve' }), [])).rejects.toThrow();
      expect((await store.find('k3f9qd'))?.record.ownerId).toBe('web:ada');
      await store.append('k3f9qd', [epochEnded(1)]);
    });

    it('knows the one run that was begun for a request', async () => {
      const store = empty();
      const asked = record('k3f9qd', { requestId: 'web:r1' });
      await store.create(asked, [queued]);
      await store.create(record('other1'), [queued]);
      await store.create(record('other2'), [queued]);
      expect(await store.ofRequest('web:r1')).toEqual({ record: asked, events: [queued] });
      expect(await store.ofRequest('web:r2')).toBeUndefined();
      await expect(
        store.create(record('second', { requestId: 'web:r1' }), [queued]),
      ).rejects.toThrow();
      expect(await store.find('second')).toBeUndefined();
    });

    it('refuses events for a missing run', async () => {
      await expect(empty().append('nobody', [queued])).rejects.toThrow();
    });

    it("lists an owner's runs, newest first, up to the requested number, whatever the clock said", async () => {
      const store = empty();
      await store.create(record('first', { createdAtMs: 1 }), [queued]);
      await store.create(record('second', { createdAtMs: 3 }), [queued]);
      await store.create(record('third', { createdAtMs: 2 }), [queued]);
      await store.create(record('other', { ownerId: 'web:eve', createdAtMs: 4 }), [queued]);
      const ids = async (limit: number) =>
        (await store.recent('web:ada', limit)).map((run) => run.record.id);
      expect(await ids(10)).toEqual(['third', 'second', 'first']);
      expect(await ids(2)).toEqual(['third', 'second']);
    });

    it('knows the unfinished runs, oldest first', async () => {
      const store = empty();
      const endings: RunEvent[] = [
        { kind: 'completed', atMs: 1 },
        { kind: 'stopped', atMs: 1 },
        { kind: 'failed', atMs: 1, faultId: 'x' },
      ];
      for (const ending of endings) {
        await store.create(record(ending.kind), [queued]);
        await store.append(ending.kind, [ending]);
      }
      await store.create(record('older', { createdAtMs: 2 }), [queued]);
      await store.create(record('younger', { createdAtMs: 1 }), [queued]);
      await store.append('older', [epochEnded(1)]);
      const unfinished = await store.unfinished();
      expect(unfinished.map((run) => run.record.id)).toEqual(['older', 'younger']);
      expect(unfinished[0]?.events).toEqual([queued, epochEnded(1)]);
    });
  });
}
