/** A run's message as one plain sentence, for screen readers and notifications. */
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { EpochLogs } from '../runs/protocol.js';
import { isOver, isResting, type RunState } from '../runs/run.js';
import { epochMetrics } from './epoch-lines.js';
import { metricValue } from './keras-numbers.js';
import { duration } from './run-ending.js';
import { runNumbers } from './run-numbers.js';
import { stoppingOf } from './run-stopping.js';
import { limitOf } from './run-words.js';
import { shown } from '../content/shown.js';

export function spokenRun(state: RunState, t: Translator): string {
  const { data, phase, record } = state;
  const run = record.id;
  if (phase === 'failed') {
    if (state.readOtherwise) return t.plain('run.readOtherwise', { run });
    const fault = state.faultId ?? '?';
    return t.plain('run.spoken.failed', { run, fault, epochs: state.finished.length });
  }
  if (state.waitsForSpace || state.waitsForWorkers) return spokenWaiting(state, t);
  if (isResting(state)) {
    const { length: epoch } = state.finished;
    return t.plain('run.spoken.paused', { run, epoch, epochs: record.settings.epochs });
  }
  if (state.place !== undefined || (!data && phase !== 'stopped')) return spokenWaiting(state, t);
  if (!data) return t.plain('run.spoken.stoppedBefore', { run });
  const numbers = runNumbers(state, data);
  const known = {
    ...{ run, epoch: numbers.epoch, epochs: numbers.epochs, step: numbers.step },
    ...{ steps: numbers.steps, updates: numbers.updates, all: numbers.allUpdates },
    limit: limitOf(state),
    metrics: metricsText(numbers.logs, data),
  };
  if (!isOver(state)) {
    if (numbers.step > 0) return t.plain('run.spoken.progress', known);
    return t.plain('run.spoken.started', { ...known, epoch: Math.max(1, numbers.epoch) });
  }
  const time = duration(numbers.trainingMs, t);
  const params = { ...known, time, test: testText(state, data, t) };
  if (phase === 'completed') {
    const stopping = stoppingOf(state);
    const kept = stopping ? t.plain('run.spoken.kept', { best: stopping.bestEpoch }) : '';
    if (!stopping?.endsEarly) return t.plain('run.spoken.completed', { ...params, kept });
    return t.plain('run.spoken.endedEarly', { ...params, kept, patience: stopping.patience });
  }
  return t.plain(numbers.updates > 0 ? 'run.spoken.stopped' : 'run.spoken.stoppedBefore', params);
}

/** Waiting for disk space, for a worker or, before it trains, for its turn: with its place in the queue, if any. */
function spokenWaiting(
  { record, data, place, waitsForSpace, waitsForWorkers, finished }: RunState,
  t: Translator,
): string {
  const { dataset } = record.settings;
  const name = dataset.kind === 'builtin' ? dataset.name : dataset.fileName;
  const params = { run: record.id, data: shown(data?.name ?? name) };
  const done = { ...params, epochs: finished.length };
  if (waitsForSpace) return t.plain('run.spoken.waitsForSpace', done);
  if (waitsForWorkers) return t.plain('run.spoken.waitsForWorkers', done);
  if (place === undefined) return t.plain('run.spoken.queued', params);
  return t.plain('run.spoken.waiting', { ...params, place });
}

/** `loss 0.5123, accuracy 0.7931`. */
function metricsText(logs: EpochLogs | undefined, data: DataSummary): string {
  if (!logs) return '';
  return epochMetrics(logs, data.metric)
    .map(([name, value]) => `${name} ${metricValue(value)}`)
    .join(', ');
}

function testText(state: RunState, data: DataSummary, t: Translator): string {
  if (!state.test) return '';
  return t.plain('run.spoken.test', {
    metric: data.metric,
    value: metricValue(state.test.metric),
    baseline: metricValue(data.baseline),
  });
}
