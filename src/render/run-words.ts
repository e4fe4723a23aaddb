/** Explains the bar while a run is in progress. */
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import { isOver, isPaused, isResting, type RunState } from '../runs/run.js';
import type { RenderOptions } from './run-message.js';
import { metricValue } from './keras-numbers.js';
import { joined } from './run-head.js';
import {
  expectedEndMs,
  lostLoss,
  remainingMs,
  runNumbers,
  type RunNumbers,
} from './run-numbers.js';
import { stoppingOf, waitingWords } from './run-stopping.js';
import { spokenRun } from './run-spoken.js';

/** Which epoch of how many, what an epoch consists of, and the overall progress. */
export function progressWords(state: RunState, data: DataSummary, t: Translator): readonly Text[] {
  const numbers = runNumbers(state, data);
  const { epochs, steps, updates, allUpdates } = numbers;
  const params = { done: updates, all: allUpdates, epochs, steps, limit: limitOf(state) };
  return [
    ...(numbers.epoch > 0 ? [epochWords(state, data, numbers, t)] : []),
    iterationWords(state, data, numbers, t),
    t.text('run.updates', params),
    ...waitingWords(state, t),
  ];
}

/** Whether exactly or at most that many epochs will be trained: early stopping leaves it open. */
export function limitOf({ record }: RunState): 'all' | 'most' {
  return record.settings.patience === undefined ? 'all' : 'most';
}

function epochWords(
  state: RunState,
  data: DataSummary,
  { epoch, epochs }: RunNumbers,
  t: Translator,
): Text {
  const params = { epoch, epochs, rows: data.rows.training, limit: limitOf(state) };
  if (state.current) return t.text('run.epochOf', params);
  if (state.finished.length === epochs) return t.text('run.testing');
  const stopping = stoppingOf(state);
  if (stopping?.endsEarly) return t.text('run.testingEarly', { patience: stopping.patience });
  return t.text('run.epochDone', params);
}

/** Rows ÷ batch_size = iterations, and the smaller last batch where there is one. */
export function iterationWords(
  state: RunState,
  data: DataSummary,
  { steps, lastBatchRows }: RunNumbers,
  t: Translator,
): Text {
  const batch = state.record.settings.batchSize;
  const params = { rows: data.rows.training, batch, steps, last: lastBatchRows };
  if (steps === 1) return t.text('run.iterationsOne', params);
  return t.text(lastBatchRows === batch ? 'run.iterationsEven' : 'run.iterationsUneven', params);
}

/** How dropout and L2 affect the numbers shown, which would mislead otherwise. */
export function regularisationWords(
  { record }: RunState,
  { metric, rows }: DataSummary,
  t: Translator,
): readonly Text[] {
  const { dropout, l2 } = record.settings;
  const validated = rows.validation > 0 ? 'yes' : 'no';
  return [
    ...(dropout === undefined
      ? []
      : [t.text('run.dropout', { percent: percentText(dropout), metric, validated })]),
    ...(l2 === undefined ? [] : [t.text('run.l2', { l2: String(l2), metric })]),
  ];
}

/** `20`, `12.5`: without floating-point noise. */
function percentText(share: number): string {
  return String(Number((share * 100).toPrecision(6)));
}

/**
 * What a viewer would ask about: waiting for disk space or for others, a lost loss, a restart, a pending stop,
 * and that the run outlasts the time in which the message can be edited (`watchableUntilMs`, Unix time), or that it
 * is no longer edited (`editsEnd`).
 */
export function notices(
  state: RunState,
  t: Translator,
  {
    watchableUntilMs = Infinity,
    editsEnd = false,
  }: { readonly watchableUntilMs?: number; readonly editsEnd?: boolean } = {},
): readonly Text[] {
  const lost = lostLoss(state);
  const resumedAfter = state.resumedAfter.at(-1);
  const lr = String(state.record.settings.learningRate);
  return [
    ...(state.waitsForSpace ? [t.text('run.waitsForSpace')] : []),
    ...(state.waitsForWorkers ? [t.text('run.waitsForWorkers')] : []),
    ...sharingWords(state, t),
    ...(lost === undefined ? [] : [t.text('run.notFinite', { loss: metricValue(lost), lr })]),
    ...(resumedAfter === undefined
      ? []
      : [
          resumedAfter === 0
            ? t.text('run.resumedAtStart')
            : t.text('run.resumed', { epoch: resumedAfter }),
        ]),
    ...(state.phase === 'stopping' ? [t.text('run.stopping')] : []),
    ...pauseWords(state, t),
    ...(isOver(state) || !(editsEnd || expectedEndMs(state) > watchableUntilMs)
      ? []
      : [t.text(editsEnd ? 'run.restElsewhere' : 'run.outlastsMessage', { run: state.record.id })]),
  ];
}

function pauseWords(state: RunState, t: Translator): readonly Text[] {
  if (!isPaused(state)) return [];
  if (!isResting(state)) return [t.text('run.pausing', { epoch: state.current?.epoch ?? 0 })];
  return [t.text('run.paused', { epochs: state.finished.length, run: state.record.id })];
}

/** With edits further apart than this, a bar that does not move needs an explanation; in ms. */
const SLOW_MS = 10_000;

/** Why the message changes rarely, or no longer, and what is quicker. */
export function crowdWords(
  state: RunState,
  { crowd, goesOnIn, t }: Pick<RenderOptions, 'crowd' | 'goesOnIn' | 't'>,
): readonly Text[] {
  if (isOver(state)) return [];
  if (goesOnIn !== undefined) return [t.text('run.goesOnIn', { title: goesOnIn })];
  if (!crowd || crowd.everyMs <= SLOW_MS) return [];
  const { sharing, everyMs } = crowd;
  return [t.text('run.crowd', { others: sharing - 1, time: roughDuration(everyMs, t) })];
}

/** Says that it is queued and where, or that its epochs are delayed because others train. */
function sharingWords(state: RunState, t: Translator): readonly Text[] {
  const { place, delay, data, record } = state;
  if (place !== undefined) {
    const turn = t.text('run.waiting', { before: place - 1 });
    // Before there is data, the message starts with that sentence anyway.
    return [data ? joined([[{ text: spokenRun(state, t) }], turn]) : turn];
  }
  const leftMs = remainingMs(state);
  if (!delay || leftMs === undefined) return [];
  const bound = record.settings.patience === undefined ? 'about' : 'most';
  return [t.text('run.late', { others: delay.others, bound, time: roughDuration(leftMs, t) })];
}

/** `10 s`, `90 s`, `3 min`: as coarse as an estimate, rounded up. */
function roughDuration(ms: number, t: Translator): string {
  const tens = Math.ceil(ms / 10_000);
  if (tens < 10) return t.plain('run.time.seconds', { seconds: tens * 10 });
  return t.plain('run.time.wholeMinutes', { minutes: Math.ceil(ms / 60_000) });
}
