/** What somebody is told at the end of their round: how it went, what to read, what comes back when. */
import type { Block, ChatMessage, Explanations } from '../../chat/message.js';
import { cardOf } from '../../content/cards.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { conceptOf, levels, type QuizKindName } from './question.js';
import { daysUntilDue, dueAtMs } from './repetition.js';
import { ENOUGH_RIGHT, levelAfter, rightOnes, ROUND_LENGTH, type Round } from './round.js';
import type { Standing } from './standing.js';

/** @param round one that is over */
export function summaryOf(
  round: Round,
  { score, reviews, atMs }: Standing,
  t: Translator,
): Pick<ChatMessage, 'blocks' | 'spoken' | 'explanations'> {
  const missed = missedIn(round);
  const waiting = [...reviews].sort((one, other) => dueAtMs(one) - dueAtMs(other));
  const comesBack = (kind: QuizKindName): Text => {
    const what = t.plain(`quiz.kind.${kind}`);
    const review = reviews.find((one) => one.kind === kind);
    if (!review) return t.text('quiz.round.item', { what });
    return t.text('quiz.round.itemBack', { what, days: daysUntilDue(review, atMs) });
  };
  const others = waiting.map(({ kind }) => kind).filter((kind) => !missed.includes(kind));
  const blocks: readonly Block[] = [
    { kind: 'text', text: [...outcome(round, t), { text: ' ' }, ...ahead(round, t)] },
    ...listed(t.text('quiz.round.missed'), missed.map(comesBack)),
    ...listed(t.text('quiz.round.others'), others.map(comesBack)),
    ...(waiting.length > 0 ? [{ kind: 'text' as const, text: t.text('quiz.round.when') }] : []),
    { kind: 'text', text: t.text('quiz.score', { ...score }) },
  ];
  const spoken = blocks.flatMap((block) => textsOf(block).map(plain)).join(' ');
  return { blocks, spoken, ...(missed.length > 0 && { explanations: whereToRead(missed, t) }) };
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

/** The kinds that were answered wrong in a round, each once, in their order. */
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
