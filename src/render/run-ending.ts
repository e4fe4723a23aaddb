/** How a run ended: what was done, what it has learned, and how that compares with the baseline. */
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { TestResult } from '../runs/protocol.js';
import { isSeenAgain } from '../runs/repeats.js';
import type { RunState } from '../runs/run.js';
import { metricValue } from './keras-numbers.js';
import { joined } from './run-head.js';
import { runNumbers } from './run-numbers.js';
import { keptWords, stoppingOf } from './run-stopping.js';
import { shown } from '../content/shown.js';
import { withUnit } from './reading-notes.js';

/** Always the first line; then the figures for the last epoch and the test rows. */
export function endingWords(state: RunState, data: DataSummary, t: Translator): readonly Text[] {
  const { logs } = runNumbers(state, data);
  const learned =
    logs &&
    t.text(logs.valLoss === undefined ? 'run.learned' : 'run.learnedValidation', {
      loss: metricValue(logs.loss),
      metric: data.metric,
      value: metricValue(logs.metric),
      valLoss: metricValue(logs.valLoss ?? NaN),
      valValue: metricValue(logs.valMetric ?? NaN),
    });
  return [
    outcome(state, data, t),
    ...(learned ? [learned] : []),
    ...keptWords(state, t),
    ...repeatWords(state, t),
    ...(state.test ? [testWords(state.test, data, t)] : []),
  ];
}

/** For a run from a share code: whether it came out as the code says. */
function repeatWords({ record, finished, backend }: RunState, t: Translator): readonly Text[] {
  const { repeats } = record.settings;
  if (!repeats) return [];
  const isAgain = isSeenAgain(finished, repeats);
  if (isAgain === undefined) return [];
  const { epochs, backend: there } = repeats;
  if (isAgain) return [t.text('run.repeated', { epochs })];
  const here = backend ?? there;
  const why = here === there ? 'unknown' : 'backend';
  const by = { there: t.plain(`share.by.${there}`), here: t.plain(`share.by.${here}`) };
  return [t.text('run.repeatedOtherwise', { epochs, why, ...by })];
}

function outcome(state: RunState, data: DataSummary, t: Translator): Text {
  const { epoch, epochs, step, steps, updates, trainingMs } = runNumbers(state, data);
  if (state.phase === 'failed') return failure(state, t);
  const time = duration(trainingMs, t);
  const params = { epoch, epochs, step, steps, updates, time };
  if (state.phase === 'completed') {
    const stopping = stoppingOf(state);
    return stopping?.endsEarly
      ? t.text('run.endedEarly', { ...params, patience: stopping.patience })
      : t.text('run.completed', params);
  }
  if (updates === 0) return t.text('run.stoppedBefore');
  return t.text(state.current ? 'run.stoppedIn' : 'run.stoppedAfter', params);
}

/** Our own fault, with the id that identifies its cause in the log. */
export function failure(state: RunState, t: Translator): Text {
  const params = { fault: state.faultId ?? '?', epochs: state.finished.length };
  if (state.readOtherwise) return t.text('run.readOtherwise', { run: state.record.id });
  if (!state.died) return t.text('run.failed', params);
  return t.text('run.threadsDied', {
    ...params,
    next: state.finished.length + 1,
    died: state.died,
  });
}

function testWords(test: TestResult, data: DataSummary, t: Translator): Text {
  const rows = data.rows.test;
  const params = {
    rows,
    value: metricValue(test.metric),
    loss: metricValue(test.loss),
    baseline: metricValue(data.baseline),
  };
  const worse = data.metric === 'mae' ? test.metric >= data.baseline : test.metric <= data.baseline;
  return joined([
    data.metric === 'mae'
      ? t.text('run.testMae', params)
      : t.text('run.testAccuracy', { ...params, right: Math.round(test.metric * rows) }),
    ...(Number.isFinite(test.metric) ? inOwnUnit(test, data, t) : []),
    ...rareWords(test, data, t),
    ...(worse ? [t.text('run.notBetter')] : []),
  ]);
}

/** Where a class is rare, accuracy hides whether any of it was found. */
function rareWords({ rare }: TestResult, data: DataSummary, t: Translator): readonly Text[] {
  if (!rare || rare.rows === 0) return [];
  const { rows, found } = rare;
  const name = shown(data.classes[rare.class] ?? '');
  return [t.text('run.rareFound', { rows, found, class: name, target: shown(data.target) })];
}

/** The target is standardized for training; people know it in its own unit. */
function inOwnUnit(test: TestResult, data: DataSummary, t: Translator): readonly Text[] {
  const deviation = data.targetDeviation;
  if (deviation === undefined) return [];
  const unit = data.columns?.find(({ name }) => name === data.target)?.unit;
  const digits = new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 3 });
  const rounded = (standardised: number): string =>
    withUnit(digits.format(standardised * deviation), unit);
  const amounts = { value: rounded(test.metric), baseline: rounded(data.baseline) };
  if (unit) return [t.text('run.testMaeAmount', amounts)];
  return [t.text('run.testMaeUnit', { ...amounts, target: shown(data.target) })];
}

/** `730 ms`, `1.9 s`, `32 s`, `2 min 5 s`. */
export function duration(ms: number, t: Translator): string {
  if (ms < 1000) return t.plain('run.time.ms', { ms: Math.round(ms) });
  if (ms < 59_500) {
    const seconds = (ms / 1000).toFixed(ms < 9_950 ? 1 : 0);
    return t.plain('run.time.seconds', { seconds });
  }
  const seconds = Math.round(ms / 1000);
  return t.plain('run.time.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
