/** A finished run, reduced to what can be compared: its finished epochs. */
import type { DataSummary } from '../../runs/dataset.js';
import type { FitSettings, TestResult } from '../../runs/protocol.js';
import type { FinishedEpoch, RunState } from '../../runs/run.js';
import { stoppingOf, type Stopping } from '../run-stopping.js';

export interface ComparedRun {
  readonly id: string;
  /** Its name in sentences: its id, unless the caller gives another. */
  readonly name: string;
  readonly settings: FitSettings;
  readonly backend: RunState['backend'];
  readonly data: DataSummary;
  /** At least one. */
  readonly finished: readonly FinishedEpoch[];
  /** Iterations, and thus weight updates, in one epoch. */
  readonly steps: number;
  /** Weight updates in the finished epochs; those of an unfinished epoch do not count. */
  readonly updates: number;
  /** Training loss of the last finished epoch. */
  readonly loss: number;
  readonly test: TestResult | undefined;
  /** For a run with patience that was not stopped: which weights were tested. */
  readonly stopping: Stopping | undefined;
}

/** Undefined when the run has no finished epoch. */
export function comparedRun(
  state: RunState,
  name: string = state.record.id,
): ComparedRun | undefined {
  const { record, backend, data, finished, test } = state;
  const last = finished.at(-1);
  if (!data || !last) return undefined;
  return {
    ...{ id: record.id, name },
    settings: record.settings,
    backend,
    data,
    finished,
    steps: last.steps,
    updates: finished.reduce((sum, { steps }) => sum + steps, 0),
    loss: last.logs.loss,
    test,
    stopping: state.phase === 'completed' ? stoppingOf(state) : undefined,
  };
}

/** Whether all learned to predict the same column from the same rows. */
export function sameData(runs: readonly ComparedRun[]): boolean {
  return new Set(runs.map(({ data, settings }) => sourceOf(settings) + data.target)).size === 1;
}

function sourceOf({ dataset }: FitSettings): string {
  return dataset.kind === 'csv' ? `csv ${dataset.sha256} ` : `builtin ${dataset.name} `;
}
