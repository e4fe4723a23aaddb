/**
 * Explains a training log: what happened in two sentences, then what its counter counts, the story of
 * its epochs, the calculations behind it, mistakes it reveals and one thing to try.
 */
import type { Block, ChatMessage } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import { plain, type Text } from '../../content/text.js';
import { hasMessage, type MessageKey, type Translator } from '../../content/translator.js';
import { cardButtons } from './card-buttons.js';
import { curvesOf, isAccuracy, last, type Curves } from './curves.js';
import { mistakesIn, type Mistake } from './mistakes.js';
import { printedBy, sumsOf } from './numbers.js';
import { standsText } from './other/words.js';
import type { Part } from './part.js';
import { printed } from './printed.js';
import { storyOf } from './story.js';
import { summaryOf, unfinishedSummary, verdictText } from './summary.js';
import { isKeras, type LoggedFit, type TrainingLog } from './training-log.js';
import { verdictOf, type Judged, type Verdict } from './verdict.js';

/** About two screens on a phone. */
const MAX_CHARACTERS = 1150;
const MAX_MISTAKES = 2;

/** Explains the log's last fit. */
export function explainLog(log: TrainingLog, t: Translator): ChatMessage {
  const fit = log.fits.at(-1);
  if (!fit) throw new RangeError('a log has at least one fit');
  const curves = curvesOf(fit);
  const told = curves && { curves, verdict: verdictOf(curves) };
  const opening: Text = told
    ? joined([summaryOf(told.curves, t), verdictText(told.curves, told.verdict, t)])
    : isKeras(fit.style)
      ? unfinishedSummary(fit, t)
      : standsText(fit, t);
  const mistakes = told ? mistakesIn(fit, told.curves).slice(0, MAX_MISTAKES) : [];
  const sections: readonly Section[] = [
    { kind: 'text', parts: [{ rank: 0, text: opening }] },
    { kind: 'text', parts: printedBy(fit, t) },
    {
      kind: 'list',
      parts: [
        ...mistakes.map(({ kind, params }) => ({
          rank: 1,
          text: t.text(`log.mistake.${kind}`, params),
        })),
        ...storyOf(log, fit, told, t),
        ...sumsOf(fit, t),
        ...(told && mistakes.length === 0 ? baseline(told, t) : []),
      ],
    },
    { kind: 'text', parts: told ? [{ rank: 1, text: toTry(fit, told, mistakes[0], t) }] : [] },
  ];
  return {
    blocks: blocksOf(sections),
    spoken: plain(opening),
    buttons: cardButtons(fit, told, t),
  };
}

interface Section {
  /** `text`: the parts form one paragraph. */
  readonly kind: 'text' | 'list';
  readonly parts: readonly Part[];
}

/** As much as fits, dropping the least important first. */
function blocksOf(sections: readonly Section[]): readonly Block[] {
  let rank = Math.max(...sections.flatMap(({ parts }) => parts.map((part) => part.rank)));
  let blocks = blocksUpTo(rank, sections);
  while (rank > 1 && lengthOf(blocks) > MAX_CHARACTERS) {
    rank -= 1;
    blocks = blocksUpTo(rank, sections);
  }
  return blocks;
}

function blocksUpTo(rank: number, sections: readonly Section[]): readonly Block[] {
  return sections.flatMap(({ kind, parts }): Block[] => {
    const items = parts.filter((part) => part.rank <= rank).map(({ text }) => text);
    if (items.length === 0) return [];
    return [kind === 'list' ? { kind, items } : { kind, text: joined(items) }];
  });
}

function lengthOf(blocks: readonly Block[]): number {
  const lines = blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'code') return [block.text];
    return block.kind === 'list'
      ? block.items.map((item) => `- ${plain(item)}`)
      : [plain(block.text)];
  });
  return lines.join('\n').length;
}

function joined(texts: readonly Text[]): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [{ text: ' ' }, ...text]));
}

/** Verdicts for which accuracy means nothing. */
const unjudged: readonly Verdict['kind'][] = [
  ...(['guessing', 'notFinite', 'overflowed', 'impossible', 'sorted'] as const),
];

/** An accuracy means nothing until compared with the baseline. */
function baseline({ curves: { metric }, verdict }: Judged, t: Translator): readonly Part[] {
  if (!metric || !isAccuracy(metric.name)) return [];
  if (unjudged.includes(verdict.kind)) return [];
  const { name, training, validation } = metric;
  const params = validation
    ? { metric: shown(`val_${name}`), value: printed(last(validation)) }
    : { metric: shown(name), value: printed(last(training)) };
  return [{ rank: 5, text: t.text('log.baseline', params) }];
}

function toTry(
  fit: LoggedFit,
  { curves, verdict }: Judged,
  mistake: Mistake | undefined,
  t: Translator,
): Text {
  const key =
    mistake && !serious.includes(verdict.kind)
      ? (`log.try.${mistake.kind}` as const)
      : tryKey(fit, curves, verdict);
  if (key === 'log.try.learningUnseen' && isTested(fit))
    return triedText('log.tryOther.learningTested', t);
  const other = key.replace('log.try.', 'log.tryOther.');
  const fits = !isKeras(fit.style) && hasMessage(other) ? other : key;
  return triedText(fits, t);
}

function triedText(key: MessageKey, t: Translator): Text {
  return joined([t.text('log.try'), t.text(key)]);
}

/** Loops often test after every epoch, on held-out rows under that name. */
function isTested({ epochs }: LoggedFit): boolean {
  return epochs.some(({ readings }) => readings.has('test_loss') || readings.has('test_accuracy'));
}

/** Verdicts to fix before any other mistake. */
const serious: readonly Verdict['kind'][] = [
  'overfitting',
  ...(['notFinite', 'overflowed', 'impossible', 'diverged', 'guessing', 'sorted'] as const),
];

function tryKey({ notes }: LoggedFit, { valLoss }: Curves, { kind }: Verdict): MessageKey {
  const stopped = notes.stoppedAfter !== undefined;
  if (stopped && ['overfitting', 'learning', 'settled'].includes(kind)) return 'log.try.stopped';
  if (kind === 'overflowed') return 'log.try.diverged';
  return kind === 'learning' && !valLoss ? 'log.try.learningUnseen' : `log.try.${kind}`;
}
