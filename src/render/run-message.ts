/** Renders a run's state as its live message. Pure: the same state gives the same message. */
import { inBrief, type Block, type ChatMessage, type Field } from '../chat/message.js';
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { RunRecord } from '../runs/ports.js';
import { isOver, type RunState } from '../runs/run.js';
import { epochBlocks } from './epoch-blocks.js';
import { lossLine } from './loss-line.js';
import { runButtons, runExplanations } from './run-buttons.js';
import { curvesOf } from './curves.js';
import { goesOnAs } from './goes-on.js';
import { checkWords } from './run-check.js';
import { endingWords, failure } from './run-ending.js';
import { headDetails, headLine, joined } from './run-head.js';
import { runNumbers } from './run-numbers.js';
import { spokenRun } from './run-spoken.js';
import {
  crowdWords,
  iterationWords,
  notices,
  progressWords,
  regularisationWords,
} from './run-words.js';
import { suggestions, type Suggestion } from './suggestions.js';
import type { View } from './view.js';
import { mostVisible } from './visible-epochs.js';

export interface RenderOptions {
  readonly t: Translator;
  readonly view: View;
  /** Whether the platform would accept this message in full. */
  readonly fits: (message: ChatMessage) => boolean;
  /** The run that this one checks. */
  readonly checked?: RunState;
  /** The owner, as the platform writes a mention. */
  readonly owner?: string;
  /** Set where so many messages share the platform's edits that this one's are rare. */
  readonly crowd?: Crowd;
  /** The title of the board in which its epochs continue. */
  readonly goesOnIn?: string;
  /** When (Unix ms) the message can no longer be edited. */
  readonly watchableUntilMs?: number;
  /** The platform draws the curves itself. */
  readonly drawsCurves?: true;
  /** The network's answers over its two inputs' range, where the platform draws them itself. */
  readonly field?: Field;
  /** Shows a sparkline of the loss until there is a chart. */
  readonly lossLine?: boolean;
  /** This may be its last edit: the text must stay valid, and buttons that will not work are left out. */
  readonly editsEnd?: boolean;
}

export interface Crowd {
  /** Live messages that share the edits, including this one. */
  readonly sharing: number;
  /** Time between two edits of this one, in ms. */
  readonly everyMs: number;
}

/**
 * How much text surrounds the epochs, the most first. Epochs are folded before text is dropped,
 * but text is dropped to keep the first and the latest epoch.
 */
const details = ['full', 'brief', 'short', 'bare'] as const;
type Detail = (typeof details)[number];

/**
 * What is trained, Keras' output with as many epochs as fit, an explanation, and buttons.
 * The result fits whenever its shortest form does: the sentence for screen readers, without buttons.
 */
export function renderRun(state: RunState, options: RenderOptions): ChatMessage {
  const { t, fits, field } = options;
  const { data } = state;
  const next = data && isOver(state) && state.phase !== 'failed' ? suggestions(state, data) : [];
  const spoken = spokenRun(state, t);
  const buttons = runButtons(state, next, options);
  const explanations = runExplanations(state, t);
  const sentence = inBrief({ spoken });
  const curves = options.drawsCurves && curvesOf(state, t);
  // These platforms re-render the whole message each time.
  const goesOn = options.drawsCurves && goesOnAs(state);

  for (const detail of details) {
    const compose = (visible: number): ChatMessage => ({
      blocks: data
        ? blocksOf(state, data, { ...options, detail, visible, next })
        : blocksBeforeData(state, spoken, options),
      spoken,
      buttons,
      explanations,
      ...(curves && { curves }),
      ...(field && { field }),
      ...(goesOn && { goesOn }),
    });
    const wanted = detail === 'bare' ? 0 : Math.min(2, state.finished.length);
    // The one that fits was already composed to check that.
    let found = { visible: -1, message: sentence };
    mostVisible(state.finished.length, (visible) => {
      const message = compose(visible);
      const isFitting = fits(message);
      if (isFitting) found = { visible, message };
      return isFitting;
    });
    if (found.visible >= wanted) return found.message;
  }
  const withButtons = { ...sentence, buttons, explanations };
  return fits(withButtons) ? withButtons : sentence;
}

/** Queued, or ended before its data was loaded. */
function blocksBeforeData(
  state: RunState,
  spoken: string,
  options: RenderOptions,
): readonly Block[] {
  const { t, owner } = options;
  if (state.phase === 'failed') return [paragraph([...ownerOf(owner), ...failure(state, t)])];
  const { place, waitsForSpace, waitsForWorkers } = state;
  const waits = place !== undefined || waitsForSpace === true || waitsForWorkers === true;
  const isNext = state.phase === 'queued' && !waits;
  const known = [...(isNext ? [t.text('run.queued')] : []), ...notices(state, t, options)];
  const first = paragraph([...ownerOf(owner), { text: spoken }]);
  return [first, ...[...known, ...crowdWords(state, options)].map(paragraph)];
}

/** Text before the run's description. */
function ownerOf(owner: string | undefined): Text {
  return owner === undefined ? [] : [{ text: owner, style: 'person' }, { text: ' · ' }];
}

interface Composition extends RenderOptions {
  readonly detail: Detail;
  readonly visible: number;
  readonly next: readonly Suggestion[];
}

function blocksOf(state: RunState, data: DataSummary, shape: Composition): readonly Block[] {
  const { t, detail, next, checked } = shape;
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
    ...headBlocks(state, data, shape),
    ...epochBlocks(state, data, shape),
    ...lossBlocks(state, shape),
    ...notices(state, t, shape).map(paragraph),
    ...crowdWords(state, shape).map(paragraph),
    ...(checked && state.phase === 'completed'
      ? [
          paragraph(t.text('check.title', { run: checked.record.id })),
          list(checkWords(state, checked, data, t)),
        ]
      : []),
    { ...list(isLong ? full : words), ...(over && { isOutcome: true as const }) },
    ...(isLong && next.length > 0
      ? [paragraph(t.text('run.next')), list(next.map((one) => suggestionText(one, t)))]
      : []),
  ];
}

function lossBlocks(state: RunState, shape: Composition): readonly Block[] {
  if (!shape.lossLine || shape.detail === 'bare' || isOver(state)) return [];
  const line = lossLine(state, shape.t);
  return line ? [paragraph(line)] : [];
}

interface Head extends Pick<Composition, 't' | 'detail'> {
  readonly owner: string | undefined;
  readonly data: DataSummary;
  readonly backend: RunState['backend'] | undefined;
  readonly blocks: readonly Block[];
}

/** Cached per run: the head rarely changes between edits, and is a third of the text. */
const heads = new WeakMap<RunRecord, Head>();

function headBlocks(
  state: RunState,
  data: DataSummary,
  { t, detail, owner }: Composition,
): readonly Block[] {
  const { record, backend } = state;
  const last = heads.get(record);
  const isSame = last?.data === data && last.backend === backend;
  if (isSame && last.t === t && last.detail === detail && last.owner === owner) return last.blocks;
  const isLong = detail === 'full' || detail === 'brief';
  const blocks = [
    ...(detail === 'bare' ? [] : [headLine(state, data, t, ownerOf(owner))]),
    ...(isLong ? headDetails(state, data, t, detail === 'brief') : []),
  ];
  heads.set(record, { data, backend, t, detail, owner, blocks });
  return blocks;
}

function suggestionText({ why, params, command }: Suggestion, t: Translator): Text {
  return joined([t.text(why, params), [{ text: command, style: 'code' }]]);
}

function paragraph(text: Text): Block {
  return { kind: 'text', text };
}

function list(items: readonly Text[]): Extract<Block, { kind: 'list' }> {
  return { kind: 'list', items };
}
