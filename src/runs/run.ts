/** A run's state: the fold over its events. Pure; tested from recorded runs. */
import type { RunRecord } from './ports.js';
import type { DataSummary } from './dataset.js';
import type {
  BackendName,
  Delay,
  EpochLogs,
  RunEvent,
  StepProgress,
  TestResult,
} from './protocol.js';

export type RunPhase = 'queued' | 'training' | 'stopping' | 'completed' | 'stopped' | 'failed';

/** One finished epoch. */
export interface FinishedEpoch {
  readonly epoch: number;
  readonly logs: EpochLogs;
  /** Iterations in the epoch. */
  readonly steps: number;
  readonly elapsedMs: number;
  readonly firstStepMs: number;
}

export interface RunState {
  readonly record: RunRecord;
  readonly phase: RunPhase;
  /** Known once training has started. */
  readonly data?: DataSummary;
  readonly backend?: BackendName;
  readonly finished: readonly FinishedEpoch[];
  /** The epoch under way, from 1, and how far it is; `progress` is missing before its first report. */
  readonly current?: { readonly epoch: number; readonly progress?: StepProgress };
  /** Finished epochs at each restart of the process that the run survived. */
  readonly resumedAfter: readonly number[];
  /** Its place in the queue while it waits, 1 for next. */
  readonly place?: number;
  /** Present while its epochs come late because others train. */
  readonly delay?: Delay;
  /** Present while it is paused; the epoch under way, if there is one, still goes on to its end. */
  readonly pausedAtMs?: number;
  /**
   * Present while it waits for disk space: its last step is neither stored nor part of this state before
   * that.
   */
  readonly waitsForSpace?: true;
  /** Present while it waits for a worker host that can be reached. */
  readonly waitsForWorkers?: true;
  readonly test?: TestResult;
  readonly startedAtMs?: number;
  readonly endedAtMs?: number;
  readonly faultId?: string;
  /** It failed because it made threads die. */
  readonly died?: 'memory' | 'thread';
  /** It could not go on, as its file is read differently now. */
  readonly readOtherwise?: true;
}

export function isOver(state: RunState): boolean {
  return state.phase === 'completed' || state.phase === 'stopped' || state.phase === 'failed';
}

/** Its owner has paused it, whether or not an epoch is still under way. */
export function isPaused(state: RunState): boolean {
  return state.pausedAtMs !== undefined;
}

/** It is paused and no epoch is under way. */
export function isResting(state: RunState): boolean {
  return isPaused(state) && state.current === undefined;
}

/** Iterations of a whole epoch: ceil(rows / batch_size), as Keras' data adapter counts. */
export function stepsPerEpoch(trainingRows: number, batchSize: number): number {
  return Math.ceil(trainingRows / batchSize);
}

export function initialState(record: RunRecord): RunState {
  return { record, phase: 'queued', finished: [], resumedAfter: [] };
}

export function foldEvents(record: RunRecord, events: readonly RunEvent[]): RunState {
  return events.reduce(foldEvent, initialState(record));
}

export function foldEvent(state: RunState, event: RunEvent): RunState {
  switch (event.kind) {
    case 'queued':
      return state;
    case 'waiting':
      return { ...state, place: event.place };
    case 'admitted':
      return withoutSharing(state);
    case 'late': {
      const { kind: _, ...delay } = event;
      return { ...state, delay };
    }
    case 'on-time':
      return withoutSharing(state);
    case 'space-missing':
      return { ...state, waitsForSpace: true };
    case 'space-found': {
      const { waitsForSpace: _, ...rest } = state;
      return rest;
    }
    case 'workers-missing':
      return { ...state, waitsForWorkers: true };
    case 'workers-found': {
      const { waitsForWorkers: _, ...rest } = state;
      return rest;
    }
    case 'started':
      return {
        ...state,
        phase: state.phase === 'stopping' ? 'stopping' : 'training',
        data: event.data,
        backend: event.backend,
        startedAtMs: event.atMs,
      };
    case 'epoch-started':
      return { ...state, current: { epoch: event.epoch } };
    case 'step': {
      const { kind: _, ...progress } = event;
      return { ...state, current: { epoch: event.epoch, progress } };
    }
    case 'epoch-ended': {
      const { kind: _, ...epoch } = event;
      return { ...withoutCurrent(state), finished: [...state.finished, epoch] };
    }
    case 'resumed':
      return {
        ...withoutCurrent(state),
        ...(!event.withoutRestart && { resumedAfter: [...state.resumedAfter, event.epoch] }),
        ...(event.backend && { backend: event.backend }),
      };
    case 'stop-requested':
      return isOver(state) ? state : { ...withoutPause(withoutSharing(state)), phase: 'stopping' };
    case 'paused':
      return { ...withoutSharing(state), pausedAtMs: event.atMs };
    case 'continued':
      return withoutPause(state);
    case 'evaluated':
      return { ...state, test: event.test };
    case 'completed':
      return { ...atItsEnd(state), phase: 'completed', endedAtMs: event.atMs };
    case 'stopped':
      return {
        ...atItsEnd(state),
        phase: 'stopped',
        endedAtMs: event.atMs,
        ...(event.partial && { current: { epoch: event.partial.epoch, progress: event.partial } }),
      };
    case 'failed':
      return {
        ...atItsEnd(state),
        phase: 'failed',
        endedAtMs: event.atMs,
        faultId: event.faultId,
        ...(event.died && { died: event.died }),
        ...(event.readOtherwise && { readOtherwise: true }),
      };
  }
}

function atItsEnd(state: RunState): RunState {
  const { waitsForWorkers: _, ...rest } = withoutCurrent(withoutPause(withoutSharing(state)));
  return rest;
}

/** Drops what no longer holds once the run need not wait for others. */
function withoutSharing(state: RunState): RunState {
  const { place: _, delay: __, ...rest } = state;
  return rest;
}

function withoutPause(state: RunState): RunState {
  const { pausedAtMs: _, ...rest } = state;
  return rest;
}

function withoutCurrent(state: RunState): RunState {
  const { current: _, ...rest } = state;
  return rest;
}
