/** A class round and its runs, as tests need them. */
import type { FitSettings, RunEvent } from '../../src/runs/protocol.js';
import type { RoundPlan } from '../../src/runs/round-plan.js';
import { foldEvents, type RunState } from '../../src/runs/run.js';
import { settingsOf, type ClassLab, type Round } from '../../src/tutor/class/round.js';
import { settings, summary } from './run-samples.js';

export function plan(values: readonly number[] = [10, 100], more: Partial<FitSettings> = {}) {
  return {
    option: 'batch',
    values: values.map(String),
    settings: values.map((batchSize) => settings({ batchSize, ...more })),
    data: { name: 'churn', rows: summary().rows },
    minutes: 5,
  } satisfies RoundPlan;
}

export const lab: ClassLab = {
  id: 'lab234',
  teacherId: 'web:teacher',
  teacherName: 'Ms <b>Kim</b>',
  place: { platform: 'web', key: 'room' },
};

export function round(more: Partial<Round> = {}): Round {
  return { id: 'rnd234', classId: lab.id, number: 1, plan: plan(), endsAtMs: 1_000, ...more };
}

/** A run of dealt settings, trained for as many epochs as there are losses. */
export function dealtRun(
  of: RoundPlan,
  choice: number,
  turn: number,
  losses: readonly number[],
  end: 'completed' | 'stopped' | 'none' = 'completed',
): RunState {
  const dealt = settingsOf(of, { choice, turn });
  const id = `r${choice}${turn}`;
  const record = { id, ownerId: `web:${id}`, ownerName: `N${id}`, settings: dealt, createdAtMs: 0 };
  const steps = Math.ceil(8000 / dealt.batchSize);
  const events: RunEvent[] = [
    { kind: 'started', atMs: 1, data: summary(), backend: 'fused' },
    ...losses.map((loss, index): RunEvent => {
      const timing = { steps, elapsedMs: 1, firstStepMs: 1 };
      return { kind: 'epoch-ended', epoch: index + 1, logs: { loss, metric: 1 - loss }, ...timing };
    }),
    ...(end === 'none' ? [] : [{ kind: end, atMs: 9 } as const]),
  ];
  return foldEvents(record, events);
}
