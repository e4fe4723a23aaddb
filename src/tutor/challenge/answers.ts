/** A question challenge: the replies to people who answer, and its outcome. */
import { textMessage, type Block, type ChatMessage } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { QuizOption } from '../quiz/options.js';
import { questionOf, type QuizRef } from '../quiz/question.js';
import { timeText } from './calendar.js';

/** Maximum number of people named as right; the rest are counted. */
const MOST_NAMED = 20;

export interface ChallengeAnswer {
  readonly userId: string;
  readonly userName: string;
  /** Index among the question's options. */
  readonly pick: number;
}

/** It does not reveal whether the answer was right: others may still answer. */
export function keptMessage(
  ref: QuizRef,
  { pick, isFirst, closesAtMs }: { pick: number; isFirst: boolean; closesAtMs: number },
  t: Translator,
): ChatMessage {
  const option = questionOf(ref).options[pick];
  const answer = option ? wordsOf(option, t) : '';
  const key = isFirst ? 'challenge.kept' : 'challenge.keptBefore';
  return textMessage(t.text(key, { answer, time: timeText(closesAtMs, t.locale) }));
}

/** While it is open: only how many have answered. */
export function answersSoFar(count: number, closesAtMs: number, t: Translator): ChatMessage {
  return textMessage(
    t.text('challenge.answersSoFar', { count }),
    t.text('challenge.until', { time: timeText(closesAtMs, t.locale) }),
  );
}

/** Nobody learns who was wrong. */
export function questionResult(
  ref: QuizRef,
  answers: readonly ChallengeAnswer[],
  t: Translator,
): ChatMessage {
  const question = questionOf(ref);
  const right = question.options[question.right];
  if (!right) throw new RangeError('a question without an answer');
  const title = t.text('challenge.title.closed');
  const asked = t.text(question.question, question.params);
  const items = question.options.map((option, index) =>
    t.text('challenge.answer.row', {
      answer: wordsOf(option, t),
      count: answers.filter(({ pick }) => pick === index).length,
      isRight: option === right ? 'yes' : 'no',
    }),
  );
  const after: readonly Text[] = [
    t.text(right.why, right.params),
    winners(
      answers.filter(({ pick }) => pick === question.right),
      answers.length,
      t,
    ),
  ];
  const blocks: readonly Block[] = [
    { kind: 'heading', text: title },
    { kind: 'text', text: asked },
    { kind: 'list', items },
    ...after.map((text) => ({ kind: 'text', text }) as const),
  ];
  return { blocks, spoken: [title, asked, ...items, ...after].map(plain).join(' ') };
}

function winners(right: readonly ChallengeAnswer[], answered: number, t: Translator): Text {
  const named = right.slice(0, MOST_NAMED).map(({ userName }) => shown(userName));
  return t.text('challenge.answer.right', {
    ...{ answered, right: right.length, more: right.length - named.length },
    names: named.join(', '),
  });
}

function wordsOf({ label, params }: QuizOption, t: Translator): string {
  return t.plain(label, params);
}
