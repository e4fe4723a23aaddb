/** Runs recorded from real training (test/fixtures/runs): a RunRecord, then its events, one per line. */
import { readdirSync, readFileSync } from 'node:fs';
import type { RunRecord } from '../../src/runs/ports.js';
import type { RunEvent } from '../../src/runs/protocol.js';
import { fromJson } from '../../src/storage/json.js';
import { foldEvents, type RunState } from '../../src/runs/run.js';

const folder = new URL('../fixtures/runs/', import.meta.url);

export const recordedNames = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));

export interface RecordedRun {
  readonly record: RunRecord;
  readonly events: readonly RunEvent[];
}

export function recordedRun(name: string): RecordedRun {
  const [record, ...events] = readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => fromJson(line));
  return { record: record as RunRecord, events: events as RunEvent[] };
}

/** The state at the end, or after the last event for which `until` holds. */
export function recordedState(
  name: string,
  until: (event: RunEvent) => boolean = () => true,
): RunState {
  const { record, events } = recordedRun(name);
  const last = events.findLastIndex(until);
  if (last < 0) throw new Error(`no such event in the recorded run ${name}`);
  return foldEvents(record, events.slice(0, last + 1));
}
