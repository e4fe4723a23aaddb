import { textMessage, type ChatMessage } from '../src/chat/message.js';
import { channelOf, MessageGone, type Invocation } from '../src/chat/port.js';
import { shown } from '../src/content/shown.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { keptMessage } from '../src/tutor/challenge/answers.js';
import { MOST_OPEN_DAYS, timeText } from '../src/tutor/challenge/calendar.js';
import { MAX_ANSWERS } from '../src/tutor/quiz/options.js';
import { questionOf } from '../src/tutor/quiz/question.js';
import { MAX_RUN_ID } from './find-run.js';
import type { Services } from './services.js';
import type { AskedChallenge } from '../src/storage/ports/challenges.js';

/**
 * A channel's challenges. People who manage it start and end them; everybody else asks for the
 * standings. `id` and `pick` answer a question challenge, and come from its buttons.
 */
export const challenge = defineCommand(
  {
    name: 'challenge',
    options: {
      action: {
        type: 'choice',
        choices: ['board', 'weekly', 'now', 'off'],
        positional: true,
        valueAliases: {
          ...{ on: 'weekly', week: 'weekly', stop: 'off', show: 'board', standing: 'board' },
          그만: 'off',
        },
      },
      days: { type: 'integer', min: 1, max: MOST_OPEN_DAYS },
      id: { type: 'string', maxLength: MAX_RUN_ID, byButtons: true },
      pick: { type: 'integer', min: 1, max: MAX_ANSWERS, byButtons: true },
    },
  },
  async ({ action = 'board', days, id, pick }, context, services: Services) => {
    if (id !== undefined || pick !== undefined) {
      if (id === undefined || pick === undefined)
        throw new UserError('error.challengeNotAQuestion');
      return answer(id.toLowerCase(), pick, context, services);
    }
    const { invocation, answerPrivately } = context;
    refuseAlone(invocation);
    if (action === 'board') {
      if (days !== undefined) throw new UserError('error.challengeDays');
      return answerPrivately(await board(context, services));
    }
    refuseUnlessManager(invocation);
    if (action === 'off') {
      if (days !== undefined) throw new UserError('error.challengeDays');
      return answerPrivately(await off(context, services));
    }
    const { place, server } = invocation;
    const asked = { place, channelId: server?.channelId, locale: context.t.locale, days };
    await answerPrivately(await begin(action, asked, context, services));
  },
);

/** Not in direct messages, as a challenge needs several people. */
function refuseAlone({ place: { platform }, server }: Invocation): void {
  const isChat = platform === 'discord' || platform === 'slack';
  if (platform === 'terminal' || (isChat && server?.channelId === undefined)) {
    throw new UserError('error.challengeAlone');
  }
}

function refuseUnlessManager({ place: { platform }, server, operates = false }: Invocation): void {
  if (server ? server.manages : operates) return;
  throw new UserError('error.challengeManagers', { platform });
}

async function begin(
  action: 'weekly' | 'now',
  asked: AskedChallenge,
  { t, invocation: { place } }: CommandContext,
  { runChallenges, challenges }: Services,
): Promise<ChatMessage> {
  const time = (ms: number | undefined): string => timeText(ms ?? 0, t.locale);
  try {
    if (action === 'weekly') {
      const { days, nextAtMs } = await runChallenges.weekly(asked);
      return textMessage(t.text('challenge.weeklyOn', { days, time: time(nextAtMs) }));
    }
    const opened = await runChallenges.now(asked);
    if (opened) return textMessage(t.text('challenge.opened', { time: time(opened.closesAtMs) }));
    const open = await challenges.newest(place);
    throw new UserError('error.challengeOpen', { time: time(open?.closesAtMs) });
  } catch (error) {
    if (!(error instanceof MessageGone)) throw error;
    throw new UserError('error.challengeCannotPost', { platform: place.platform });
  }
}

async function off(
  { t, invocation: { place } }: CommandContext,
  { runChallenges, challenges }: Services,
): Promise<ChatMessage> {
  const wasOn = await runChallenges.off(place);
  const newest = await challenges.newest(place);
  const open = newest && !newest.isClosed && newest;
  return textMessage(
    t.text(wasOn ? 'challenge.off' : 'challenge.wasOff'),
    ...(open ? [t.text('challenge.off.open', { time: timeText(open.closesAtMs, t.locale) })] : []),
  );
}

async function board(
  { t, invocation: { place } }: CommandContext,
  { runChallenges, challenges }: Services,
): Promise<ChatMessage> {
  const newest = await challenges.newest(place);
  if (!newest) throw new UserError('error.challengeNone', { platform: place.platform });
  return runChallenges.board(newest, t);
}

async function answer(
  id: string,
  pick: number,
  { invocation: { user, place }, t, answerPrivately }: CommandContext,
  { challenges, runChallenges }: Services,
): Promise<void> {
  const found = await challenges.find(id);
  if (!found || channelOf(found.place) !== channelOf(place)) {
    throw new UserError('error.challengeNoSuch', { challenge: shown(id) });
  }
  const { task, closesAtMs } = found;
  if (task.kind !== 'question') throw new UserError('error.challengeNotAQuestion');
  const most = questionOf(task.question).options.length;
  if (pick > most) throw new UserError('error.challengeNoAnswer', { given: pick, most });
  const mine = { userId: user.id, userName: user.name, pick: pick - 1 };
  const kept = await runChallenges.answer(found, mine);
  if (!kept) throw new UserError('error.challengeClosed');
  const isFirst = kept.pick === mine.pick;
  await answerPrivately(keptMessage(task.question, { pick: kept.pick, isFirst, closesAtMs }, t));
}
