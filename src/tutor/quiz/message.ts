/** A question's message, and the reply to an answer. */
import type { Block, Button, ChatMessage } from '../../chat/message.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { QuizOption } from './options.js';
import { levelOf, type QuizQuestion, type QuizRef } from './question.js';
import { daysUntilDue } from './repetition.js';
import { isOver, ROUND_LENGTH, roundNow } from './round.js';
import { nextFor, type CountedAnswer, type Standing } from './standing.js';
import { summaryOf } from './summary.js';

/** Answers up to this length are button labels; longer ones are listed, with lettered buttons. */
const MAX_BUTTON_ANSWER = 24;

const letters = ['A', 'B', 'C', 'D'] as const;

/** @param note text above a question asked privately */
export function questionMessage(
  question: QuizQuestion,
  t: Translator,
  note: readonly Text[] = [],
): ChatMessage {
  const text = t.text(question.question, question.params);
  const answers = question.options.map((option) => answerWords(option, t));
  const long = answers.some((answer) => answer.length > MAX_BUTTON_ANSWER);
  const items = answers.map((answer, index) =>
    t.text('quiz.option', { letter: letters[index] ?? '', answer }),
  );
  return {
    blocks: [
      { kind: 'heading', text: t.text('quiz.title') },
      ...note.map(textBlock),
      textBlock(text),
      ...(long ? [{ kind: 'list' as const, items }] : []),
    ],
    spoken: [
      t.plain('quiz.title'),
      ...note.map(plain),
      plain(text),
      `${answers.join(' / ')}?`,
    ].join(' '),
    buttons: answers.map((answer, index) => ({
      label: long ? (letters[index] ?? '') : answer,
      command: `${commandFor(question)} pick:${index + 1}`,
    })),
  };
}

/**
 * A question that is repeated because they got its kind wrong before, with their position in the
 * round.
 * @param missed how long ago that was, in words; undefined if unknown
 */
export function againMessage(
  question: QuizQuestion,
  { round, atMs }: Standing,
  missed: string | undefined,
  t: Translator,
): ChatMessage {
  const { answers, level } = roundNow(round, atMs);
  const position = { done: answers.length + 1, of: ROUND_LENGTH, level };
  const why = missed === undefined ? t.text('quiz.again') : t.text('quiz.againSince', { missed });
  return questionMessage(question, t, [joined([t.text('quiz.position', position), why])]);
}

/** @param picked index of the chosen option */
export function answerMessage(
  question: QuizQuestion,
  picked: number,
  answer: CountedAnswer,
  standing: Standing,
  t: Translator,
): ChatMessage {
  const { round } = standing;
  const paragraphs = verdict(question, picked, t);
  const remarks = remarksOn(question, picked, answer, standing, t);
  const { question: next, isAgain } = nextFor(standing, question);
  const command = `${commandFor(next)}${isAgain ? ' again:yes' : ''}`;
  if (round && isOver(round) && answer.round === round.number) {
    const { blocks, spoken, explanations } = summaryOf(round, standing, t);
    const graded = [...paragraphs, ...(remarks.length > 0 ? [joined(remarks)] : [])];
    return {
      blocks: [...graded.map(textBlock), ...blocks],
      spoken: [...graded.map(plain), spoken].join(' '),
      buttons: [goOn(t.plain('quiz.round.next'), command)],
      ...(explanations && { explanations }),
    };
  }
  const graded = [...paragraphs, joined([...remarks, progress(standing, t)])];
  return {
    blocks: graded.map(textBlock),
    spoken: graded.map(plain).join(' '),
    buttons: [goOn(t.plain('quiz.next'), command)],
  };
}

/** For a wrong answer, why it is wrong comes before why the right one is right. */
function verdict(question: QuizQuestion, picked: number, t: Translator): readonly Text[] {
  const chosen = question.options[picked];
  const right = question.options[question.right];
  if (!chosen || !right) throw new RangeError('a question without that answer');
  const reason = t.text(right.why, right.params);
  if (chosen === right) return [joined([t.text('quiz.isRight'), reason])];
  const mistake = t.text(chosen.why, chosen.params);
  const answer = answerWords(right, t);
  return [
    joined([t.text('quiz.isWrong', { answer: answerWords(chosen, t) }), mistake]),
    joined([t.text('quiz.answerWas', { answer }), reason]),
  ];
}

/** An answer's unexpected effects on the score or the round. */
function remarksOn(
  { kind, right }: QuizQuestion,
  picked: number,
  { counted, wasDue, round }: CountedAnswer,
  { reviews, atMs }: Standing,
  t: Translator,
): readonly Text[] {
  if (!counted) return [t.text('quiz.counted')];
  if (round === undefined) return [t.text('quiz.outside', { level: levelOf(kind) })];
  if (!wasDue || picked !== right) return [];
  const review = reviews.find((one) => one.kind === kind);
  if (!review) return [t.text('quiz.again.done')];
  return [t.text('quiz.again.later', { days: daysUntilDue(review, atMs) })];
}

function progress({ round, score, atMs }: Standing, t: Translator): Text {
  const { answers, level } = roundNow(round, atMs);
  const { answered, right } = score;
  return t.text('quiz.progress', {
    ...{ done: answers.length, of: ROUND_LENGTH, level },
    ...{ answered, right },
  });
}

function goOn(label: string, command: string): Button {
  return { label, command, style: 'primary' };
}

function commandFor({ kind, seed }: QuizRef): string {
  return `/quiz about:${kind} seed:${seed}`;
}

function answerWords({ label, params }: QuizOption, t: Translator): string {
  return t.plain(label, params);
}

function textBlock(text: Text): Block {
  return { kind: 'text', text };
}

function joined(sentences: readonly Text[]): Text {
  return sentences.flatMap((text, index) => (index === 0 ? text : [{ text: ' ' }, ...text]));
}
