/** Facts about every kind of run: recorded ones, finished and in progress, and the lesson. */
import { factsOf, lessonFacts, type Facts } from '../../src/tutor/facts.js';
import type { RunState } from '../../src/runs/run.js';
import { recordedNames, recordedState } from './recorded-runs.js';

export function factsOfRun(state: RunState): Facts {
  const facts = factsOf(state);
  if (!facts) throw new Error('recorded without data');
  return facts;
}

/** In progress, in this epoch. */
export function runningState(name: string, epoch: number): RunState {
  return recordedState(name, (event) => event.kind === 'step' && event.epoch === epoch);
}

/** A run of the lesson's network with these numbers, not yet started. */
export function countedState(rows: number, batchSize: number, epochs: number): RunState {
  const { record, data } = recordedState('lesson', ({ kind }) => kind === 'started');
  if (!data) throw new Error('recorded without data');
  return {
    record: { ...record, settings: { ...record.settings, batchSize, epochs } },
    phase: 'training',
    data: { ...data, rows: { ...data.rows, training: rows } },
    finished: [],
    resumedAfter: [],
  };
}

export interface NamedFacts {
  readonly name: string;
  readonly facts: Facts;
}

export const allFacts: readonly NamedFacts[] = [
  { name: 'the lesson', facts: lessonFacts },
  ...recordedNames.map((name) => ({
    name: `the run ${name}`,
    facts: factsOfRun(recordedState(name)),
  })),
  { name: 'a first epoch under way', facts: factsOfRun(runningState('lesson', 1)) },
  { name: 'a third epoch under way', facts: factsOfRun(runningState('lesson', 3)) },
  { name: 'a run of one row', facts: factsOfRun(countedState(1, 1, 1)) },
  { name: 'the largest run', facts: factsOfRun(countedState(4_999_999, 100_000, 1)) },
];
