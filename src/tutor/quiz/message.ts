/** A question as a message, and what somebody who answered it is told. */
import { textMessage, type ChatMessage } from '../../chat/message.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { QuizOption } from './options.js';
import { nextQuestion, type QuizQuestion, type QuizRef } from './question.js';

/** Answers up to this length are buttons by themselves; longer ones are listed and buttons name them. */
const MAX_BUTTON_ANSWER = 24;

const letters = ['A', 'B', 'C', 'D'] as const;

export interface Score {
  readonly answered: number;
  readonly right: number;
  readonly streak: number;
}

/** Names the question in the store, whatever its language. */
export function questionId({ kind, seed }: QuizRef): string {
  return `${kind} ${seed}`;
}

export function questionMessage(question: QuizQuestion, t: Translator): ChatMessage {
  const text = t.text(question.question, question.params);
  const answers = question.options.map((option) => answerWords(option, t));
  const long = answers.some((answer) => answer.length > MAX_BUTTON_ANSWER);
  const items = answers.map((answer, index) =>
    t.text('quiz.option', { letter: letters[index] ?? '', answer }),
  );
  return {
    blocks: [
      { kind: 'heading', text: t.text('quiz.title') },
      { kind: 'text', text },
      ...(long ? [{ kind: 'list' as const, items }] : []),
    ],
    spoken: [t.plain('quiz.title'), plain(text), `${answers.join(' / ')}?`].join(' '),
    buttons: answers.map((answer, index) => ({
      label: long ? (letters[index] ?? '') : answer,
      command: `${commandFor(question)} pick:${index + 1}`,
    })),
  };
}

/**
 * @param picked index of the option that was chosen
 * @param counted false when they had answered this question before
 */
export function answerMessage(
  question: QuizQuestion,
  picked: number,
  { score, counted }: { readonly score: Score; readonly counted: boolean },
  t: Translator,
): ChatMessage {
  const { answered, right, streak } = score;
  return {
    ...textMessage(
      ...verdict(question, picked, t),
      joined([
        ...(counted ? [] : [t.text('quiz.counted')]),
        t.text('quiz.score', { answered, right, streak }),
      ]),
    ),
    buttons: [
      {
        label: t.plain('quiz.next'),
        command: commandFor(nextQuestion(question)),
        style: 'primary',
      },
    ],
  };
}

/** For a wrong answer, what is wrong with it comes before why the right one is right. */
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

function commandFor({ kind, seed }: QuizRef): string {
  return `/quiz about:${kind} seed:${seed}`;
}

function answerWords({ label, params }: QuizOption, t: Translator): string {
  return t.plain(label, params);
}

function joined(sentences: readonly Text[]): Text {
  return sentences.flatMap((text, index) => (index === 0 ? text : [{ text: ' ' }, ...text]));
}
