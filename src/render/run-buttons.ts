/** A run's buttons. Each is a command line, so it works after a restart, typed or pressed. */
import type { Button, Explanations } from '../chat/message.js';
import type { Concept } from '../content/concepts.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import { isPlane } from '../runs/plane.js';
import { isOver, isPaused, stepsPerEpoch, type RunState } from '../runs/run.js';
import { compactValue } from './epoch-lines.js';
import { perStepText, secondsPerStep } from './keras-numbers.js';
import { remainingText } from './progress-bar.js';
import type { RenderOptions } from './run-message.js';
import type { Suggestion } from './suggestions.js';
import type { View } from './view.js';

/** The terms that a run is about: newcomers do not know to ask about a number. */
const asked = ['epoch', 'iteration', 'batch_size'] as const;

/**
 * The actions: during the run, stop and pause; afterwards run again, suggestions, and the check by TensorFlow.js.
 * Most useful first, as platforms wrap a row after five buttons; two rows at most.
 */
export function runButtons(
  state: RunState,
  next: readonly Suggestion[],
  { t, view, editsEnd = false }: Pick<RenderOptions, 't' | 'view' | 'editsEnd'>,
): readonly Button[] {
  const run = state.record.id;
  const otherView = viewButton(state, view, t);
  const stop: Button = {
    label: t.plain('run.button.stop'),
    command: `/stop run:${run}`,
    style: 'danger',
  };
  const slow = slowButton(state, t);
  if (!isOver(state)) {
    // The message stays as it is, though it may become outdated.
    const mayEnd = !editsEnd && state.phase !== 'stopping';
    return [...(mayEnd ? [stop, ...pauseButton(state, t)] : []), ...slow, ...otherView];
  }
  const again: Button = {
    label: t.plain('run.button.again'),
    command: `/fit like:${run}`,
    style: 'primary',
  };
  const tries = next.map(({ label, params, command }) => ({
    label: t.plain(label, params),
    command,
  }));
  const check: Button = {
    label: t.plain('run.button.check'),
    command: `/check run:${run}`,
  };
  const film: Button = { label: t.plain('run.button.film'), command: `/film run:${run}` };
  const isFilmable = state.data && isPlane(state.data) && state.finished.length > 1;
  const mistakes: Button = {
    label: t.plain('run.button.mistakes'),
    command: `/mistakes run:${run}`,
  };
  const share: Button = { label: t.plain('run.button.share'), command: `/share run:${run}` };
  const isTrained = state.phase !== 'failed' && state.finished.length > 0;
  const isCheckable = state.backend === 'fused' && state.finished.length > 0;
  return [
    again,
    ...tries,
    ...(isTrained ? [mistakes] : []),
    ...(isFilmable ? [film] : []),
    ...slow,
    ...(isCheckable ? [check] : []),
    ...(state.data ? [share] : []),
    ...otherView,
  ];
}

/** The same training, one iteration at a time; only useful once there is data. */
function slowButton({ record, data }: RunState, t: Translator): readonly Button[] {
  if (!data) return [];
  return [{ label: t.plain('run.button.slow'), command: `/step like:${record.id}` }];
}

/** The lesson's terms, then the latest bar's numbers in order, except times, which matter least. */
export function runExplanations(state: RunState, t: Translator): Explanations {
  const words = asked.map((concept) =>
    explaining(concept, t.plain(`run.button.${concept}`), state.record.id),
  );
  return { asks: t.plain('run.explanations'), buttons: [...words, ...numberButtons(state, t)] };
}

/** A toggle. There is something to pause only once there is something to see. */
function pauseButton(state: RunState, t: Translator): readonly Button[] {
  const run = state.record.id;
  if (isPaused(state)) {
    const label = t.plain('run.button.resume');
    return [{ label, command: `/resume run:${run}`, style: 'primary' }];
  }
  return state.data ? [{ label: t.plain('run.button.pause'), command: `/pause run:${run}` }] : [];
}

/** Phones wrap Keras' bar; offered once there is one. */
function viewButton({ record, data }: RunState, view: View, t: Translator): readonly Button[] {
  if (!data) return [];
  const other: View = view === 'keras' ? 'compact' : 'keras';
  const label = t.plain(`run.button.view.${other}`);
  return [{ label, command: `/runs show:${record.id} view:${other}` }];
}

/** "What is this number?": labelled as in the latest bar. */
function numberButtons(state: RunState, t: Translator): readonly Button[] {
  const { data, record } = state;
  const bar = data && latestBar(state, data);
  if (!bar) return [];
  const { step, target, loss, metric } = bar;
  const time: readonly [Concept, string] =
    state.current?.progress && !isOver(state)
      ? ['progress_bar', `ETA ${remainingText(bar)}`]
      : ['training_time', perStepText(secondsPerStep(bar))];
  const numbers: readonly (readonly [Concept, string])[] = [
    ['steps_per_epoch', `${step}/${target}`],
    ['loss', `loss ${compactValue(loss)}`],
    ['accuracy', `${data.metric} ${compactValue(metric)}`],
    ['baseline', t.plain('run.button.baseline', { value: compactValue(data.baseline) })],
    time,
  ];
  return numbers.map(([concept, label]) => explaining(concept, label, record.id));
}

interface LatestBar {
  readonly step: number;
  readonly target: number;
  readonly elapsedMs: number;
  readonly firstStepMs: number;
  readonly loss: number;
  readonly metric: number;
}

/** From the current epoch if it has reported, else from the last one that ended. */
function latestBar(
  { current, finished, record }: RunState,
  data: DataSummary,
): LatestBar | undefined {
  const target = stepsPerEpoch(data.rows.training, record.settings.batchSize);
  if (current?.progress) return { ...current.progress, target };
  const last = finished.at(-1);
  return last && { ...last, ...last.logs, step: last.steps, target };
}

function explaining(concept: Concept, label: string, run: string): Button {
  return { label, command: `/explain concept:${concept} run:${run}` };
}
