import { randomInt } from 'node:crypto';
import { textMessage } from '../src/chat/message.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { againMessage, answerMessage, questionMessage } from '../src/tutor/quiz/message.js';
import { MAX_ANSWERS } from '../src/tutor/quiz/options.js';
import {
  MAX_QUIZ_SEED,
  questionOf,
  quizKinds,
  type QuizQuestion,
} from '../src/tutor/quiz/question.js';
import { newFor, nextFor } from '../src/tutor/quiz/standing.js';
import type { Services } from './services.js';
import { timeAgo } from './time-ago.js';

/**
 * Continues the asker's round, or starts one. New questions are for everybody, in a thread where there
 * are threads; reviews are asked privately. `about`, `seed`, `again` and `pick`
 * come from buttons: the next question, or an answer, to which the person gets a private reply.
 */
export const quiz = defineCommand(
  {
    name: 'quiz',
    options: {
      about: { type: 'choice', choices: quizKinds, positional: true },
      seed: { type: 'integer', min: 0, max: MAX_QUIZ_SEED, byButtons: true },
      again: { type: 'choice', choices: ['yes'], byButtons: true },
      pick: { type: 'integer', min: 1, max: MAX_ANSWERS, byButtons: true },
    },
  },
  async ({ about, seed, again, pick }, context, services: Services) => {
    if (about !== undefined && seed !== undefined) {
      const question = questionOf({ kind: about, seed });
      if (pick !== undefined) return answer(question, pick, context, services);
      if (again !== undefined) return askAgain(question, context, services);
      return context.invocation.pressed
        ? askNext(question, context, services)
        : askEverybody(question, context, services);
    }
    if (pick !== undefined) throw new UserError('error.quizNoQuestion');
    const fresh = seed ?? randomInt(MAX_QUIZ_SEED + 1);
    if (about !== undefined) {
      return askEverybody(questionOf({ kind: about, seed: fresh }), context, services);
    }
    return goOn(fresh, context, services);
  },
);

async function goOn(seed: number, context: CommandContext, services: Services): Promise<void> {
  const { user, overheard } = context.invocation;
  const standing = await services.quiz.standing(user.id);
  const before = { ...standing.round?.answers.at(-1), seed };
  const { question, isAgain } = nextFor(standing, before);
  if (!isAgain) return askEverybody(questionOf(question), context, services);
  // Where others could read it, it waits for a button press.
  if (overheard) return askEverybody(questionOf(newFor(standing, before)), context, services);
  return askAgain(questionOf(question), context, services);
}

async function askEverybody(
  question: QuizQuestion,
  { invocation, t }: CommandContext,
  { quiz: store }: Services,
): Promise<void> {
  const opening = textMessage(t.text('quiz.opening'));
  const asked = (await invocation.openThread?.(t.plain('quiz.threadTitle'), opening)) ?? invocation;
  await store.ask(asked.place, question);
  await asked.reply(questionMessage(question, t), 'everyone');
}

/** Everybody who answered the same question at the same level gets the same next one: it is posted once. */
async function askNext(
  question: QuizQuestion,
  context: CommandContext,
  services: Services,
): Promise<void> {
  const { invocation, t, answerPrivately } = context;
  const isFirst = await services.quiz.ask(invocation.place, question);
  // The process that recorded it may have ended before posting it.
  if (!isFirst && !invocation.requested?.leftOver) {
    return answerPrivately(textMessage(t.text('quiz.nextIsThere')));
  }
  try {
    await askEverybody(question, context, services);
  } catch (error) {
    // Otherwise nobody could get it by pressing again: everyone would be told that it is already there.
    await services.quiz.takeBack(invocation.place, question);
    throw error;
  }
}

/** Private, as nobody else needs to know that they missed it. */
async function askAgain(
  question: QuizQuestion,
  { invocation, t, answerPrivately }: CommandContext,
  { quiz: store }: Services,
): Promise<void> {
  const standing = await store.standing(invocation.user.id);
  const missedAtMs = standing.reviews.find(({ kind }) => kind === question.kind)?.missedAtMs;
  const missed =
    missedAtMs === undefined ? undefined : timeAgo(missedAtMs, standing.atMs, t.locale);
  await answerPrivately(againMessage(question, standing, missed, t));
}

async function answer(
  question: QuizQuestion,
  pick: number,
  { invocation, t, answerPrivately }: CommandContext,
  { quiz: store }: Services,
): Promise<void> {
  const most = question.options.length;
  if (pick > most) throw new UserError('error.quizNoAnswer', { given: pick, most });
  const { id } = invocation.user;
  const kept = await store.answer(id, question, pick - 1 === question.right);
  // It was counted by a process that ended before replying.
  const counted = kept.counted || invocation.requested?.leftOver !== undefined;
  const standing = await store.standing(id);
  await answerPrivately(answerMessage(question, pick - 1, { ...kept, counted }, standing, t));
}
