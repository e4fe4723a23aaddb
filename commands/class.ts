import { textMessage } from '../src/chat/message.js';
import { channelOf } from '../src/chat/port.js';
import { shown } from '../src/content/shown.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import type { RoundNow } from '../src/storage/ports/classes.js';
import {
  dealtMessage,
  guessedMessage,
  leftMessage,
  ownResult,
} from '../src/tutor/class/message.js';
import { MAX_MINUTES, MAX_QUESTION } from '../src/tutor/class/round.js';
import { classTable } from '../src/tutor/class/table.js';
import { classPlan, type GivenPlan } from './class-plan.js';
import { MAX_RUN_ID } from './find-run.js';
import { limitsHere } from './server-rules.js';
import { offerBoard } from './offered-board.js';
import type { Services } from './services.js';
import { trainingOptions } from './training-options.js';
import { variedOptions } from './varied-settings.js';

const { epochs, data, seed } = trainingOptions;
const actions = ['start', 'join', 'leave', 'close', 'next', 'end'] as const;
type Action = (typeof actions)[number];
/** Eight values and “about equal”. */
const MAX_GUESS = 9;

/** A lab for a class: a teacher's rounds, in which everyone who joins trains one value, on one board. */
export const classLab = defineCommand(
  {
    name: 'class',
    takesTime: true,
    options: {
      action: { type: 'choice', choices: actions, positional: true },
      ...variedOptions,
      epochs,
      data,
      seed,
      minutes: { type: 'integer', min: 1, max: MAX_MINUTES },
      question: { type: 'string', maxLength: MAX_QUESTION },
      round: { type: 'string', maxLength: MAX_RUN_ID, byButtons: true },
      guess: { type: 'integer', min: 1, max: MAX_GUESS, byButtons: true },
      show: { type: 'choice', choices: ['mine', 'table'], byButtons: true },
    },
  },
  async ({ action, round, guess, show, ...given }, context, services: Services) => {
    const { invocation } = context;
    if (action === 'start') return start(given, context, services);
    if (action !== 'next') refuseOptions(given);
    // Private answers are not given where others could read them.
    const isOwn = action === undefined || action === 'join' || action === 'leave';
    if (isOwn && invocation.overheard) throw new UserError('error.overheard', { command: 'class' });
    if (!action && guess === undefined && !show) {
      throw new UserError('error.classAction', { actions: actions.join(', ') });
    }
    const now = await roundHere(round, context, services);
    if (guess !== undefined) return takeGuess(now, guess, context, services);
    if (show) return show === 'mine' ? showMine(now, context) : showTable(now, context);
    await (action && handlers[action](now, given, context, services));
  },
  (given, context) => offerBoard('class', given, context),
);

type Handler = (
  now: RoundNow,
  given: GivenPlan,
  context: CommandContext,
  services: Services,
) => Promise<void>;

const handlers: Readonly<Record<Exclude<Action, 'start'>, Handler>> = {
  join: async (
    { round },
    _given,
    { invocation, t, answerPrivately },
    { classes, refuseWhenFull },
  ) => {
    await refuseWhenFull();
    const joined = await classes.join(round.id, invocation.user);
    await answerPrivately(dealtMessage(joined.round, joined.lab, joined.mine, t));
  },
  leave: async ({ round }, _given, { invocation, t, answerPrivately }, { classes }) => {
    const { mine, mayComeBack } = await classes.leave(round.id, invocation.user.id);
    await answerPrivately(leftMessage(round, mine, mayComeBack, t));
  },
  close: async (now, _given, context, { classes }) => {
    refuseLearners(now, context);
    await classes.close(now.round.id);
    await context.answer(textMessage(context.t.text('class.closing')));
  },
  next: async (now, given, context, services) => {
    refuseLearners(now, context);
    const { invocation, t } = context;
    const going = await services.classes.goingAt(invocation.place);
    if (going?.lab.id !== now.lab.id) throw new UserError('error.classNone');
    const plan = await classPlan(given, now.round.plan, services);
    const limits = await limitsHere(invocation, services);
    await services.refuseWhenFull();
    await services.classes.next(now, plan, invocation, t.locale, limits);
  },
  end: async (now, _given, context, { classes }) => {
    refuseLearners(now, context);
    await classes.end(now);
    await context.answer(textMessage(context.t.text('class.ended')));
  },
};

async function start(
  given: GivenPlan,
  { invocation, t }: CommandContext,
  services: Services,
): Promise<void> {
  const plan = await classPlan(given, undefined, services);
  await services.refuseWhenFull();
  const limits = await limitsHere(invocation, services);
  await services.classes.start(plan, invocation, t.locale, limits);
}

/**
 * The round that a button names, or the newest one of this channel's current class.
 * @throws UserError when there is none
 */
async function roundHere(
  id: string | undefined,
  { invocation: { place } }: CommandContext,
  { classes }: Services,
): Promise<RoundNow> {
  const now = await (id === undefined ? classes.goingAt(place) : classes.find(id.toLowerCase()));
  if (!now) throw new UserError(id === undefined ? 'error.classNone' : 'error.classGone');
  if (channelOf(now.lab.place) !== channelOf(place)) throw new UserError('error.classGone');
  return now;
}

async function takeGuess(
  { round }: RoundNow,
  given: number,
  { invocation, t, answerPrivately }: CommandContext,
  { classes }: Services,
): Promise<void> {
  const most = round.plan.values.length + 1;
  if (given > most) throw new UserError('error.classNoGuess', { given, most });
  const mine = await classes.guess(round.id, invocation.user.id, given - 1);
  await answerPrivately(guessedMessage(round, mine, given - 1, t));
}

async function showMine(
  { round, phase, states, participants }: RoundNow,
  { invocation, t, answerPrivately }: CommandContext,
): Promise<void> {
  if (phase !== 'over') throw new UserError('error.classNotOver');
  const mine = participants.find(
    ({ userId, hasLeft }) => userId === invocation.user.id && !hasLeft,
  );
  await answerPrivately(ownResult(round.plan, mine, states, t));
}

async function showTable(
  { lab, round, states, participants }: RoundNow,
  { invocation, t, answerPrivately }: CommandContext,
): Promise<void> {
  if (lab.teacherId !== invocation.user.id) {
    throw new UserError('error.classTable', { teacher: shown(lab.teacherName) });
  }
  await answerPrivately({
    ...textMessage(t.text('class.table', { number: round.number })),
    attachments: [
      {
        name: `class-${round.id}.csv`,
        mediaType: 'text/csv',
        bytes: new TextEncoder().encode(classTable(round.plan, participants, states, t)),
      },
    ],
  });
}

/** @throws UserError naming the first option that would have no effect */
function refuseOptions(given: GivenPlan): void {
  const [option] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (option !== undefined) throw new UserError('error.classOptions', { option });
}

/** @throws UserError for people who neither opened the class nor moderate here */
function refuseLearners({ lab }: RoundNow, { invocation }: CommandContext): void {
  if (lab.teacherId === invocation.user.id || invocation.moderates) return;
  throw new UserError('error.classNotYours', { teacher: shown(lab.teacherName) });
}
