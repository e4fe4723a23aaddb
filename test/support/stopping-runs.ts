/**
 * A recorded run as early stopping would have left it: its best epoch is the 9th, and with a patience of 5 it
 * ends after the 14th of 60.
 */
import type { FitSettings } from '../../src/runs/protocol.js';
import { foldEvents, type RunState } from '../../src/runs/run.js';
import { recordedRun } from './recorded-runs.js';

/** @param after the number of finished epochs; the next one has begun */
export function stoppingUnderWay(after: number, settings: Partial<FitSettings> = {}): RunState {
  return stopping(after, settings, (events) => [
    ...events,
    { kind: 'epoch-started', epoch: after + 1 },
  ]);
}

/** Just after the epoch has ended, before anything else happens. */
export function stoppingBetween(after: number, settings: Partial<FitSettings> = {}): RunState {
  return stopping(after, settings, (events) => events);
}

export function stoppingOver(after: number, settings: Partial<FitSettings> = {}): RunState {
  return stopping(after, settings, (events) => [
    ...events,
    { kind: 'evaluated', test: { loss: 0.0123, metric: 0.9855 } },
    { kind: 'completed', atMs: 0 },
  ]);
}

type Events = ReturnType<typeof recordedRun>['events'];

function stopping(
  after: number,
  settings: Partial<FitSettings>,
  ending: (events: Events) => Events,
): RunState {
  const { record, events } = recordedRun('overfitted');
  const last = events.findLastIndex((one) => one.kind === 'epoch-ended' && one.epoch === after);
  const begun = events.filter(({ kind }) => kind === 'queued' || kind === 'started');
  const trained = after === 0 ? begun : events.slice(0, last + 1);
  const all = { ...record.settings, patience: 5, ...settings };
  return foldEvents({ ...record, settings: all }, ending(trained));
}
