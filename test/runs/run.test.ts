import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/runs/protocol.js';
import { foldEvents, isOver, stepsPerEpoch } from '../../src/runs/run.js';
import { settings, summary } from '../support/run-samples.js';

const record = {
  id: 'k3f9qd',
  ownerId: 'web:ada',
  ownerName: 'Ada',
  settings: settings(),
  createdAtMs: 1,
};
const fold = (...events: RunEvent[]) => foldEvents(record, events);

const queued: RunEvent = { kind: 'queued', atMs: 1 };
const started: RunEvent = { kind: 'started', data: summary(), backend: 'node', atMs: 2 };
const progress = { epoch: 1, step: 5, loss: 0.6, metric: 0.7, elapsedMs: 9, firstStepMs: 2 };
const step: RunEvent = { kind: 'step', ...progress };
const epoch = {
  epoch: 1,
  logs: { loss: 0.5, metric: 0.8 },
  steps: 800,
  elapsedMs: 90,
  firstStepMs: 2,
};
const ended: RunEvent = { kind: 'epoch-ended', ...epoch };

describe('the fold over events', () => {
  it('is queued before it starts, then trains with data and backend known', () => {
    expect(fold(queued)).toEqual({ record, phase: 'queued', finished: [], resumedAfter: [] });
    expect(fold(queued, started)).toMatchObject({
      phase: 'training',
      data: summary(),
      backend: 'node',
      startedAtMs: 2,
    });
  });

  it('knows the current epoch and its progress, until it ends', () => {
    const begun: RunEvent = { kind: 'epoch-started', epoch: 1 };
    expect(fold(started, begun).current).toEqual({ epoch: 1 });
    expect(fold(started, begun, step).current).toEqual({ epoch: 1, progress });
    const after = fold(started, begun, step, ended);
    expect(after.current).toBeUndefined();
    expect(after.finished).toEqual([epoch]);
  });

  it('forgets the aborted epoch on a resumption, and takes over another backend', () => {
    const state = fold(started, ended, step, { kind: 'resumed', epoch: 1, atMs: 5 });
    expect(state).toMatchObject({ phase: 'training', backend: 'node', resumedAfter: [1] });
    expect(state.current).toBeUndefined();
    const moved: RunEvent = { kind: 'resumed', epoch: 1, atMs: 5, backend: 'cpu' };
    expect(fold(started, ended, moved).backend).toBe('cpu');
  });

  it('stays in stopping until it is over, whatever comes between', () => {
    const stop: RunEvent = { kind: 'stop-requested' };
    expect(fold(queued, stop, started, ended).phase).toBe('stopping');
    const stopped: RunEvent = { kind: 'stopped', atMs: 9, partial: progress };
    const over = fold(started, stop, stopped, stop);
    expect(over).toMatchObject({ phase: 'stopped', endedAtMs: 9, current: { progress } });
  });

  it('knows its place in the queue until it is admitted, stopped or over', () => {
    const waiting: RunEvent = { kind: 'waiting', place: 3 };
    expect(fold(queued, waiting)).toMatchObject({ phase: 'queued', place: 3 });
    expect(fold(queued, waiting, { kind: 'waiting', place: 2 }).place).toBe(2);
    for (const event of [
      { kind: 'admitted' },
      { kind: 'stop-requested' },
      { kind: 'stopped', atMs: 9 },
      { kind: 'failed', atMs: 9, faultId: 'f7' },
    ] as const) {
      expect(fold(queued, waiting, event)).not.toHaveProperty('place');
    }
  });

  it('knows the cost of sharing the threads until sharing is over, or the run is', () => {
    const late: RunEvent = { kind: 'late', others: 12, epochMs: 3_000 };
    expect(fold(started, late, ended).delay).toEqual({ others: 12, epochMs: 3_000 });
    for (const event of [
      { kind: 'on-time' },
      { kind: 'stop-requested' },
      { kind: 'completed', atMs: 9 },
    ] as const) {
      expect(fold(started, late, ended, event)).not.toHaveProperty('delay');
    }
  });

  it('is over only when completed, stopped or failed', () => {
    expect(isOver(fold(started, ended))).toBe(false);
    const test = { loss: 0.4, metric: 0.86 };
    const completed = fold(
      started,
      ended,
      { kind: 'evaluated', test },
      { kind: 'completed', atMs: 9 },
    );
    expect(completed).toMatchObject({ phase: 'completed', test, endedAtMs: 9 });
    const failed = fold(started, step, { kind: 'failed', atMs: 9, faultId: 'f7' });
    expect(failed).toMatchObject({ phase: 'failed', faultId: 'f7' });
    expect(failed.current).toBeUndefined();
    expect([completed, failed, fold({ kind: 'stopped', atMs: 9 })].every(isOver)).toBe(true);
  });
});

it.each([
  [8000, 10, 800],
  [8001, 10, 801],
  [7, 100_000, 1],
])('%i rows in batches of %i are %i iterations', (rows, batchSize, steps) => {
  expect(stepsPerEpoch(rows, batchSize)).toBe(steps);
});
