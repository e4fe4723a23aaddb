/** The run's epochs as a transcript in code blocks, the middle folded when space is short. */
import type { Block } from '../chat/message.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { FinishedEpoch, RunState } from '../runs/run.js';
import { currentLines, finishedLines } from './epoch-lines.js';
import { metricValue } from './keras-numbers.js';
import type { View } from './view.js';
import { foldMiddle } from './visible-epochs.js';

/** @param visible how many finished epochs to show; the current epoch is always shown */
export function epochBlocks(
  state: RunState,
  data: DataSummary,
  { t, view, visible }: { readonly t: Translator; readonly view: View; readonly visible: number },
): readonly Block[] {
  const { first, hidden, latest } = foldMiddle(state.finished, visible);
  const newest = state.current ? undefined : state.finished.at(-1);
  const linesOf = (epochs: readonly FinishedEpoch[]): readonly string[] =>
    epochs.flatMap((epoch) =>
      epoch === newest
        ? finishedLines(state, data, epoch, view, true)
        : linesAfter(state, data, epoch, view),
    );

  const above = linesOf(first);
  const below = [
    ...linesOf(latest),
    ...(state.current ? currentLines(state, data, state.current, view) : []),
  ];
  const fold = foldLine(hidden, data, t);
  if (fold === undefined) return code([...above, ...below]);
  if (view === 'keras') return code([...above, fold, ...below]);
  // Hangul is two columns wide in code and would break a phone's line there.
  return [...code(above), { kind: 'text', text: [{ text: fold }] }, ...code(below)];
}

/** Cached per epoch: by a run's hundredth edit, 99 epochs have already been rendered. */
const written: Readonly<Record<View, WeakMap<FinishedEpoch, readonly string[]>>> = {
  keras: new WeakMap(),
  compact: new WeakMap(),
};

/** An epoch that another has followed: its lines are final. */
function linesAfter(
  state: RunState,
  data: DataSummary,
  epoch: FinishedEpoch,
  view: View,
): readonly string[] {
  let lines = written[view].get(epoch);
  if (!lines) {
    lines = finishedLines(state, data, epoch, view, false);
    written[view].set(epoch, lines);
  }
  return lines;
}

function code(lines: readonly string[]): readonly Block[] {
  return lines.length > 0 ? [{ kind: 'code', text: lines.join('\n') }] : [];
}

/** Summarizes what is hidden: which epochs, and how loss and metric changed in them. */
function foldLine(
  hidden: readonly FinishedEpoch[],
  data: DataSummary,
  t: Translator,
): string | undefined {
  const first = hidden[0];
  const last = hidden.at(-1);
  if (!first || !last) return undefined;
  return t.plain('run.folded', {
    count: hidden.length,
    from: first.epoch,
    to: last.epoch,
    lossFrom: metricValue(first.logs.loss),
    lossTo: metricValue(last.logs.loss),
    metric: data.metric,
    metricFrom: metricValue(first.logs.metric),
    metricTo: metricValue(last.logs.metric),
  });
}
