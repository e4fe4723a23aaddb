/** The summary at the end of a round: how it went, what to read, what comes back when. */
import type { Block, ChatMessage, Explanations } from '../../chat/message.js';
import { cardOf } from '../../content/cards.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { conceptOf, levels, type QuizKindName } from './question.js';
import { daysUntilDue, dueAtMs } from './repetition.js';
import { ENOUGH_RIGHT, levelAfter, rightOnes, ROUND_LENGTH, type Round } from './round.js';
import type { Standing } from './standing.js';

/** @param round a finished round */
export function summaryOf(
  round: Round,
  standing: Standing,
  t: Translator,
): Pick<ChatMessage, 'blocks' | 'spoken' | 'explanations'> {
  const missed = missedIn(round);
  const blocks: readonly Block[] = [
    { kind: 'text', text: [...outcome(round, t), { text: ' ' }, ...ahead(round, t)] },
    ...comesBack(missed, standing, t),
    { kind: 'text', text: t.text('quiz.score', { ...standing.score }) },
  ];
  const spoken = blocks.flatMap((block) => textsOf(block).map(plain)).join(' ');
  return { blocks, spoken, ...(missed.length > 0 && { explanations: whereToRead(missed, t) }) };
}

/** Kinds missed in the round, then earlier ones still due, with the days until then. */
function comesBack(
  missed: readonly QuizKindName[],
  { reviews, atMs }: Standing,
  t: Translator,
): readonly Block[] {
  const waiting = [...reviews].sort((one, other) => dueAtMs(one) - dueAtMs(other));
  const earlier = waiting.map(({ kind }) => kind).filter((kind) => !missed.includes(kind));
  const item = (kind: QuizKindName): Text => {
    const what = t.plain(`quiz.kind.${kind}`);
    const review = reviews.find((one) => one.kind === kind);
    if (!review) return [{ text: what }];
    return t.text('quiz.round.item', { what, days: daysUntilDue(review, atMs) });
  };
  return [
    ...listed(t.text('quiz.round.missed'), missed.map(item)),
    ...listed(t.text('quiz.round.earlier'), earlier.map(item)),
    ...(waiting.length > 0 ? [{ kind: 'text' as const, text: t.text('quiz.round.when') }] : []),
  ];
}

function outcome(round: Round, t: Translator): Text {
  const { level } = round;
  return t.text('quiz.round.over', { right: rightOnes(round), of: ROUND_LENGTH, level });
}

function ahead(round: Round, t: Translator): Text {
  const next = levelAfter(round);
  if (next !== round.level) return t.text('quiz.round.up', { level: next });
  const isHighest = next === levels.at(-1);
  return isHighest
    ? t.text('quiz.round.highest')
    : t.text('quiz.round.same', { enough: ENOUGH_RIGHT });
}

/** The kinds missed in a round, each once, in order. */
function missedIn({ answers }: Round): readonly QuizKindName[] {
  return [...new Set(answers.filter(({ isRight }) => !isRight).map(({ kind }) => kind))];
}

function whereToRead(missed: readonly QuizKindName[], t: Translator): Explanations {
  const concepts = [...new Set(missed.map(conceptOf))];
  return {
    asks: t.plain('quiz.round.read'),
    buttons: concepts.map((concept) => ({
      label: cardOf(concept, t.locale).title,
      command: `/explain ${concept}`,
    })),
  };
}

function listed(heading: Text, items: readonly Text[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', text: heading },
    { kind: 'list', items },
  ];
}

function textsOf(block: Block): readonly Text[] {
  if (block.kind === 'code') return [[{ text: block.text }]];
  return block.kind === 'list' ? block.items : [block.text];
}
