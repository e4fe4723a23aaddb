/** A run's state as the message that people watch. Pure: the same state gives the same message. */
import type { Block, ChatMessage } from '../chat/message.js';
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import { isOver, type RunState } from '../runs/run.js';
import { epochBlocks } from './epoch-blocks.js';
import { runButtons } from './run-buttons.js';
import { checkWords } from './run-check.js';
import { endingWords, failure } from './run-ending.js';
import { headDetails, headLine, joined } from './run-head.js';
import { runNumbers } from './run-numbers.js';
import { spokenRun } from './run-spoken.js';
import { iterationWords, notices, progressWords, regularisationWords } from './run-words.js';
import { suggestions, type Suggestion } from './suggestions.js';
import type { View } from './view.js';
import { mostVisible } from './visible-epochs.js';

export interface RenderOptions {
  readonly t: Translator;
  readonly view: View;
  /** Whether the platform would take this message whole. */
  readonly fits: (message: ChatMessage) => boolean;
  /** The run of which this one is the check. */
  readonly checked?: RunState;
  /** Then (Unix ms) the message can no longer be edited. */
  readonly watchableUntilMs?: number;
}

/**
 * How much is said around the epochs, the most first. Epochs are folded before words are left out,
 * but for the first and the latest epoch words are given up.
 */
const details = ['full', 'brief', 'short', 'bare'] as const;
type Detail = (typeof details)[number];

/**
 * What is trained, Keras' output with as many epochs as fit, what it means in words, and buttons.
 * The answer fits whenever its shortest form does: the sentence for screen readers, without buttons.
 */
export function renderRun(state: RunState, options: RenderOptions): ChatMessage {
  const { t, fits } = options;
  const { data } = state;
  const next = data && isOver(state) && state.phase !== 'failed' ? suggestions(state, data) : [];
  const spoken = spokenRun(state, t);
  const buttons = runButtons(state, next, t, options.view);
  const sentence: ChatMessage = { blocks: [{ kind: 'text', text: [{ text: spoken }] }], spoken };

  for (const detail of details) {
    const compose = (visible: number): ChatMessage => ({
      blocks: data
        ? blocksOf(state, data, { ...options, detail, visible, next })
        : blocksBeforeData(state, spoken, t),
      spoken,
      buttons,
    });
    const wanted = detail === 'bare' ? 0 : Math.min(2, state.finished.length);
    // What fits was composed to find that out.
    let found = { visible: -1, message: sentence };
    mostVisible(state.finished.length, (visible) => {
      const message = compose(visible);
      const isFitting = fits(message);
      if (isFitting) found = { visible, message };
      return isFitting;
    });
    if (found.visible >= wanted) return found.message;
  }
  const withButtons = { ...sentence, buttons };
  return fits(withButtons) ? withButtons : sentence;
}

/** Queued, or ended before the data was there. */
function blocksBeforeData(state: RunState, spoken: string, t: Translator): readonly Block[] {
  if (state.phase === 'failed') return [paragraph(failure(state, t))];
  const isNext = state.phase === 'queued' && state.place === undefined && !state.waitsForSpace;
  const known = isNext ? [t.text('run.queued')] : notices(state, t);
  return [paragraph([{ text: spoken }]), ...known.map(paragraph)];
}

interface Composition extends RenderOptions {
  readonly detail: Detail;
  readonly visible: number;
  readonly next: readonly Suggestion[];
}

function blocksOf(state: RunState, data: DataSummary, shape: Composition): readonly Block[] {
  const { t, detail, next, watchableUntilMs, checked } = shape;
  const isLong = detail === 'full' || detail === 'brief';
  const over = isOver(state);
  const words = over ? endingWords(state, data, t) : progressWords(state, data, t);
  const full = [
    ...words,
    ...(over && state.phase !== 'failed'
      ? [iterationWords(state, data, runNumbers(state, data), t)]
      : []),
    ...regularisationWords(state, data, t),
  ];
  return [
    ...(detail === 'bare' ? [] : [headLine(state, data, t)]),
    ...(isLong ? headDetails(state, data, t, detail === 'brief') : []),
    ...epochBlocks(state, data, shape),
    ...notices(state, t, watchableUntilMs).map(paragraph),
    ...(checked && state.phase === 'completed'
      ? [
          paragraph(t.text('check.title', { run: checked.record.id })),
          list(checkWords(state, checked, data, t)),
        ]
      : []),
    list(isLong ? full : words),
    ...(isLong && next.length > 0
      ? [paragraph(t.text('run.next')), list(next.map((one) => suggestionText(one, t)))]
      : []),
  ];
}

function suggestionText({ why, params, command }: Suggestion, t: Translator): Text {
  return joined([t.text(why, params), [{ text: command, style: 'code' }]]);
}

function paragraph(text: Text): Block {
  return { kind: 'text', text };
}

function list(items: readonly Text[]): Block {
  return { kind: 'list', items };
}
