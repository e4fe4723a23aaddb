/** A run that is over, as far as it can be laid beside others: its finished epochs. */
import type { DataSummary } from '../../runs/dataset.js';
import type { FitSettings, TestResult } from '../../runs/protocol.js';
import type { FinishedEpoch, RunState } from '../../runs/run.js';
import { stoppingOf, type Stopping } from '../run-stopping.js';

export interface ComparedRun {
  readonly id: string;
  /** What it is called in sentences: its id, unless whoever compares calls it otherwise. */
  readonly name: string;
  readonly settings: FitSettings;
  readonly backend: RunState['backend'];
  readonly data: DataSummary;
  /** At least one. */
  readonly finished: readonly FinishedEpoch[];
  /** Iterations, and so weight updates, of one epoch. */
  readonly steps: number;
  /** Weight updates made in the finished epochs; those of an epoch that was broken off do not count. */
  readonly updates: number;
  /** Training loss of the last finished epoch. */
  readonly loss: number;
  readonly test: TestResult | undefined;
  /** Of a run with patience that was not stopped: which weights were tested. */
  readonly stopping: Stopping | undefined;
}

/** Undefined when the run ended before its first epoch did. */
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
