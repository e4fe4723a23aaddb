import { randomInt } from 'node:crypto';
import { textMessage } from '../src/chat/message.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { answerMessage, questionId, questionMessage } from '../src/tutor/quiz/message.js';
import { MAX_ANSWERS } from '../src/tutor/quiz/options.js';
import {
  MAX_QUIZ_SEED,
  questionOf,
  quizKinds,
  type QuizQuestion,
} from '../src/tutor/quiz/question.js';
import type { Services } from './services.js';

/**
 * Asks everybody a question, in a thread where there are threads. `about`, `seed` and `pick` are an
 * answer to it, as its buttons send it: whoever pressed is told how they did.
 */
export const quiz = defineCommand(
  {
    name: 'quiz',
    options: {
      about: { type: 'choice', choices: quizKinds, positional: true },
      seed: { type: 'integer', min: 0, max: MAX_QUIZ_SEED, byButtons: true },
      pick: { type: 'integer', min: 1, max: MAX_ANSWERS, byButtons: true },
    },
  },
  async ({ about, seed, pick }, context, services: Services) => {
    if (pick !== undefined) {
      if (about === undefined || seed === undefined) throw new UserError('error.quizNoQuestion');
      return answer(questionOf({ kind: about, seed }), pick, context, services);
    }
    const kind = about ?? quizKinds[randomInt(quizKinds.length)];
    if (!kind) throw new RangeError('there are no questions');
    const question = questionOf({ kind, seed: seed ?? randomInt(MAX_QUIZ_SEED + 1) });
    const isNext = context.invocation.pressed && seed !== undefined;
    return isNext ? askNext(question, context, services) : askFirst(question, context, services);
  },
);

async function askFirst(
  question: QuizQuestion,
  { invocation, t }: CommandContext,
  { quiz: store }: Services,
): Promise<void> {
  const opening = textMessage(t.text('quiz.opening'));
  const asked = (await invocation.openThread?.(t.plain('quiz.threadTitle'), opening)) ?? invocation;
  await store.ask(asked.place, questionId(question));
  await asked.reply(questionMessage(question, t), 'everyone');
}

/** Who answered the same question presses for the same next one: it is asked once. */
async function askNext(
  question: QuizQuestion,
  { invocation, t, answerPrivately }: CommandContext,
  { quiz: store }: Services,
): Promise<void> {
  const isFirst = await store.ask(invocation.place, questionId(question));
  // The process that noted it may have ended before it asked.
  if (isFirst || invocation.requested?.leftOver) {
    await invocation.reply(questionMessage(question, t), 'everyone');
  } else {
    await answerPrivately(textMessage(t.text('quiz.nextIsThere')));
  }
}

async function answer(
  question: QuizQuestion,
  pick: number,
  { invocation, t, answerPrivately }: CommandContext,
  { quiz: store }: Services,
): Promise<void> {
  const most = question.options.length;
  if (pick > most) throw new UserError('error.quizNoAnswer', { given: pick, most });
  const isRight = pick - 1 === question.right;
  const { id } = invocation.user;
  const counted = await store.answer(id, questionId(question), isRight);
  const score = await store.score(id);
  await answerPrivately(answerMessage(question, pick - 1, { score, counted }, t));
}
